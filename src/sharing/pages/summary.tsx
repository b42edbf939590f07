import { ofPerson, PersonFrame, personHeader, personName } from '../../people/index.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, dayWords, EmptyState, PageHeading, Typed } from '../../platform/ui/index.ts'
import { readsSummary, writesSummary } from '../model.ts'
import { summaryOf } from '../queries/summaryOf.ts'

/** The few sentences that somebody agreed with their worker: the team reads them, and who was agreed to. */
export const summaryPage = definePage({
  path: '/people/:personId/summary',
  may: readsSummary,
  input: ofPerson,
  load: async (tx, { personId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    return ok({ person: person.value, summary: await summaryOf(tx, personId) })
  },
  audit: { action: 'view_summary', people: ({ person }) => [person.id] },
  show: ({ person, summary }, context) => {
    const title = `Agreed summary for ${personName(person)}`
    return (
      <PersonFrame shell={context.shell} person={person} title={title}>
        <PageHeading title={title} />
        {summary === undefined ? (
          <EmptyState>There is no summary that was agreed for you to read.</EmptyState>
        ) : (
          <>
            <Typed text={summary.words} />
            <p class="govuk-body-s">
              Agreed with them {dayWords(summary.day, context.today)}, by {summary.by ?? 'a colleague'},{' '}
              {summary.service}.
            </p>
          </>
        )}
        {writesSummary.some((role) => role === context.actor.role) && (
          <Button text="Agree a new summary" href={`/people/${person.id}/summary/new`} kind="secondary" />
        )}
      </PersonFrame>
    )
  },
})
