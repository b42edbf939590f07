import { ofPerson, PersonFrame, personName } from '../../people/index.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import {
  Button,
  Details,
  EmptyState,
  fullDate,
  type Html,
  InsetText,
  momentWords,
  PageHeading,
  Tag,
} from '../../platform/ui/index.ts'
import { keepsRegister, type RegisterRow, readsRegister, type Standing } from '../model.ts'
import { type SharingView, sharingOf } from '../queries/sharingOf.ts'
import { endsSoon, stateOn } from '../rules.ts'
import { recipientWords, standingSentence, stateWords } from '../words.ts'
import { SharedTable } from './shared-table.tsx'

const colours = { given: 'green', refused: 'grey', withdrawn: 'grey', expired: 'orange' } as const

interface OneProps {
  readonly row: Standing
  readonly view: SharingView
  readonly context: PageContext
}

const ending = ({ basis }: Standing): string => (basis === 'consent' ? 'Withdraw' : 'End this basis')

const One = ({ row, view, context }: OneProps): Html => (
  <li>
    <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
      {recipientWords(row)} <Tag text={stateWords(row.now, row.basis)} colour={colours[row.now]} />
    </h3>
    <p class="govuk-body">
      {standingSentence(row)}
      {row.words !== null && ` “${row.words}”`}
      {endsSoon(row, context.today) && <strong> It ends soon: ask them again.</strong>}
      {row.now === 'given' && (
        <>
          {' '}
          <a class="govuk-link tc-no-print" href={`/people/${view.person.id}/sharing/${row.id}/end`}>
            {ending(row)}
            <span class="govuk-visually-hidden">: {recipientWords(row)}</span>
          </a>
        </>
      )}
    </p>
  </li>
)

const AtTriage = ({ view, context }: Omit<OneProps, 'row'>): Html => (
  <p class="govuk-body">
    {view.agreedOn === null
      ? 'At triage they did not agree to be passed on, or were not asked.'
      : `At triage, on ${fullDate(view.agreedOn)}, they agreed to be passed on to a service outside. The first hand-over to a service writes that down for it.`}
    {view.agreedOn === null && context.actor.role !== 'community_worker'
      ? ' With no basis no name leaves: tell them how to come themselves.'
      : ''}
  </p>
)

const historyLine = (row: RegisterRow, today: Temporal.PlainDate): Html => (
  <li>
    {momentWords(row.recordedAt, today)}: {recipientWords(row)}.{' '}
    {standingSentence({ ...row, now: row.state === 'given' ? 'given' : stateOn(row, today) })}
    {row.words !== null && ` “${row.words}”`} Recorded by {row.recordedBy ?? 'a file'},{' '}
    {row.recordedByService}.
  </li>
)

const Actions = ({ id }: { readonly id: string }): Html => (
  <div class="govuk-button-group tc-no-print">
    <Button text="Record what they say" href={`/people/${id}/sharing/new`} />
    <a class="govuk-link" href={`/people/${id}/sharing/basis`}>
      Share without their agreement
    </a>
    <a class="govuk-link" href={`/people/${id}/sharing/printed`}>
      Print for them who can see what
    </a>
    <a class="govuk-link" href={`/people/${id}/summary`}>
      Agreed summary
    </a>
  </div>
)

const Asking = ({ view: { asking } }: { readonly view: SharingView }): Html | null =>
  asking.length === 0 ? null : (
    <InsetText>
      {asking.map(({ id, fromName, words }) => (
        <p class="govuk-body">
          {fromName} asks to be involved: “{words}”{' '}
          <a class="govuk-link" href={`/connect/${id}`}>
            Answer {fromName}
          </a>
        </p>
      ))}
    </InsetText>
  )

const Shared = ({
  view,
  today,
}: {
  readonly view: SharingView
  readonly today: Temporal.PlainDate
}): Html => (
  <section aria-labelledby="shared">
    <h2 class="govuk-heading-m" id="shared">
      What was shared
    </h2>
    {view.shared.length === 0 ? (
      <EmptyState>Nothing of this record has been shared.</EmptyState>
    ) : (
      <SharedTable rows={view.shared} today={today} caption="What was shared" />
    )}
  </section>
)

/** What is agreed now, for each recipient in one sentence; what was shared; and how it came to be so. */
export const sharingPage = definePage({
  path: '/people/:personId/sharing',
  may: readsRegister,
  input: ofPerson,
  load: (tx, { personId }) => sharingOf(tx, personId),
  audit: { action: 'view_sharing', people: ({ person }) => [person.id] },
  show: (view, context) => {
    const { person, standing, history } = view
    const name = personName(person)
    const keeps = keepsRegister.some((role) => role === context.actor.role)
    return (
      <PersonFrame shell={context.shell} person={person} title={`Who may be told about ${name}`}>
        <PageHeading title={`Who may be told about ${name}`} />
        {keeps && <Actions id={person.id} />}
        <Asking view={view} />
        <section aria-labelledby="now">
          <h2 class="govuk-heading-m" id="now">
            What is agreed now
          </h2>
          {keeps && <AtTriage view={view} context={context} />}
          {standing.length === 0 ? (
            <InsetText>Nothing is recorded for any service, body or relative.</InsetText>
          ) : (
            <ul class="govuk-list govuk-list--spaced">
              {standing.map((row) => (
                <One row={row} view={view} context={context} />
              ))}
            </ul>
          )}
        </section>
        <Shared view={view} today={context.today} />
        {history.length > 0 && (
          <Details summary={`How it came to be so (${history.length})`}>
            <ol class="govuk-list govuk-list--spaced" reversed>
              {history.map((row) => historyLine(row, context.today))}
            </ol>
          </Details>
        )}
      </PersonFrame>
    )
  },
})
