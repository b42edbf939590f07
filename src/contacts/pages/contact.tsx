import { servicesOf } from '../../casework/index.ts'
import {
  PersonFrame,
  type PersonHeader,
  personHeader,
  personName,
  rolesWithPeople,
} from '../../people/index.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  capitalised,
  dayWords,
  type Html,
  momentWords,
  PageHeading,
  SummaryList,
  Typed,
  timeWords,
} from '../../platform/ui/index.ts'
import { whenWords } from '../contact-words.ts'
import { modeWords, outcomeWords, purposeWords } from '../model.ts'
import {
  contactHistory,
  type EarlierContact,
  type NoteOfContact,
  notesOfContact,
} from '../queries/contactHistory.ts'
import { type ContactRow, contactOf } from '../queries/contactOf.ts'
import { sideWords, whoseSide } from '../rules.ts'
import { ofContact } from './contact-outcome.tsx'
import { askedByWords } from './move-contact.tsx'

interface Model {
  readonly person: PersonHeader
  readonly contact: ContactRow
  readonly earlier: readonly EarlierContact[]
  readonly notes: readonly NoteOfContact[]
  readonly mayChange: boolean
}

const changeWords = { outcome: 'Said', moved: 'Moved', called_off: 'Called off' } as const

const Earlier = ({
  row,
  today,
}: {
  readonly row: EarlierContact
  readonly today: Temporal.PlainDate
}): Html => (
  <li>
    {changeWords[row.what]} {momentWords(row.recorded_at, today)}
    {row.by !== null && ` by ${row.by}`}. Before, it said: {outcomeWords[row.outcome].toLowerCase()},{' '}
    {dayWords(row.day, today)}
    {row.starts_at !== null && ` at ${timeWords(row.starts_at)}`}
    {row.place !== null && `, ${row.place}`}.{row.asked_by !== null && ` ${askedByWords[row.asked_by]}.`}
    {row.why !== null && ` ${row.why}`}
    {row.words !== null && <Typed text={row.words} />}
  </li>
)

const Ways = ({ model }: { readonly model: Model }) => {
  const { contact, person, mayChange } = model
  if (!mayChange) return undefined
  const here = `/people/${person.id}/contacts/${contact.id}`
  return contact.outcome === 'planned' ? (
    <div class="govuk-button-group">
      <Button text="Say what happened" href={`${here}/outcome`} />
      <Button text="Move" kind="secondary" href={`${here}/move`} about="this contact" />
      <Button text="Call off" kind="secondary" href={`${here}/call-off`} about="this contact" />
    </div>
  ) : (
    <Button text="Put it right, or add a note" kind="secondary" href={`${here}/outcome`} />
  )
}

const outcomeText = ({ outcome }: ContactRow): string => {
  const side = whoseSide(outcome)
  return side === null || side === 'happened' || side === 'not_known'
    ? outcomeWords[outcome]
    : `${outcomeWords[outcome]}: ${sideWords[side].toLowerCase()}`
}

const Notes = ({ model }: { readonly model: Model }): Html => (
  <section>
    <h2 class="govuk-heading-m">What was said or done</h2>
    {model.contact.words !== null && <Typed text={model.contact.words} />}
    {model.notes.map(({ id, words }) => (
      <div class="govuk-!-margin-bottom-4">
        <Typed text={words} />
        <a class="govuk-link tc-no-print" href={`/people/${model.person.id}/notes/${id}`}>
          See this note, put it right, or copy it
        </a>
      </div>
    ))}
    {model.contact.words === null && model.notes.length === 0 && (
      <p class="govuk-body">Nothing was written that you may read.</p>
    )}
  </section>
)

const Page = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html => {
  const { person, contact, earlier } = model
  const title = purposeWords[contact.purpose]
  return (
    <PersonFrame
      shell={context.shell}
      person={person}
      title={`${title}, ${personName(person)}`}
      back={{ href: `/people/${person.id}/contacts`, text: 'Back to contacts and notes' }}
    >
      <PageHeading title={title}>
        <Ways model={model} />
      </PageHeading>
      <SummaryList
        rows={[
          {
            key: 'When',
            value: capitalised(whenWords({ ...contact, full_name: null, also_there: null }, context.today)),
          },
          { key: 'How', value: modeWords[contact.mode] },
          {
            key: 'With',
            value: [contact.full_name, contact.also_there, contact.service]
              .filter((part) => part !== null)
              .join(', '),
          },
          { key: 'Did it happen?', value: outcomeText(contact) },
        ]}
      />
      <Notes model={model} />
      {earlier.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">What it said before</h2>
          <ul class="govuk-list govuk-list--bullet">
            {earlier.map((row) => (
              <Earlier row={row} today={context.today} />
            ))}
          </ul>
        </section>
      )}
    </PersonFrame>
  )
}

/** One contact: when, how, whether it happened, what was said, and what it said before. */
export const contactPage = definePage({
  path: '/people/:personId/contacts/:contactId',
  may: rolesWithPeople,
  input: ofContact,
  load: async (tx, { personId, contactId }, { actor }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const contact = await contactOf(tx, personId, null, contactId)
    if (!contact.ok) return contact
    return ok({
      person: person.value,
      contact: contact.value,
      earlier: await contactHistory(tx, contactId),
      notes: await notesOfContact(tx, contactId),
      mayChange: servicesOf(actor).includes(contact.value.service_id),
    })
  },
  audit: {
    action: 'view_contact',
    people: ({ person }: Model) => [person.id],
    subject: ({ contact }: Model) => contact.id,
  },
  show: (model, context) => <Page model={model} context={context} />,
})
