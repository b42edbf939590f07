import {
  ofPerson,
  PersonForm,
  personHeader,
  personName,
  rolesOfPrisons,
  servingFor,
} from '../../people/index.ts'
import { choiceField, defineForm, formOf, optionalDayField, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { DateInput, dateAndAway, InsetText, Radios, Select, TextInput } from '../../platform/ui/index.ts'
import { type DateChanged, recordReleaseDateByHand } from '../actions/recordReleaseDateByHand.ts'
import { type ReleaseDateType, releaseDateTypes } from '../release-date-types.ts'
import { releaseDateWords } from '../release-dates.ts'

const types = Object.keys(releaseDateTypes) as readonly ReleaseDateType[]

const body = formOf({
  type: choiceField(types, 'Choose which date it is'),
  stands: choiceField(['yes', 'no'], 'Say whether there is such a date'),
  date: optionalDayField(),
  source: textField('Say who told you: the prison, a document, the person', 200),
})

const saidOf = ({ before, after }: DateChanged, today: Temporal.PlainDate): string => {
  if (after === null) return 'Release date recorded. No date that counts is known now.'
  const now = dateAndAway(after.day, today)
  if (before?.day.equals(after.day)) return `Release date recorded. The working release date stays ${now}.`
  return ['Release date recorded. The working release date is now', `${now}.`, ...after.warnings].join(' ')
}

/** Adds one release date to all that was said before. */
export const newReleaseDatePage = defineForm({
  path: '/people/:personId/release-dates/new',
  may: rolesOfPrisons,
  input: ofPerson,
  body,
  load: async (tx, { personId }) => personHeader(tx, personId),
  audit: { action: 'view_new_release_date', people: ({ id }) => [id] },
  does: 'record_release_date',
  initial: () => ({ stands: 'yes' }),
  act: async (tx, { input: { personId }, body: { type, stands, date, source }, request }) => {
    if (stands === 'yes' && date === null) return refused('invalid', 'Enter the date', 'date')
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, request.actor, person.value)
    if (!serving.ok) return serving
    if (!request.actor.services.some(({ establishment }) => establishment !== null))
      return refused('forbidden', 'Release dates are recorded by the teams of a prison. Ring theirs.')
    const recorded = await recordReleaseDateByHand(tx, {
      personId,
      name: personName(person.value),
      type,
      date: stands === 'yes' ? date : null,
      source,
      serviceId: serving.value.id,
    })
    if (!recorded.ok) return recorded
    return ok({
      to: `/people/${personId}/release`,
      said: saidOf(recorded.value, request.today),
      people: [personId],
    })
  },
  show: (person, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Record a release date of ${personName(person)}`}
      button="Record"
    >
      <InsetText>Nothing is thrown away: what was said before stays in the list.</InsetText>
      <Select
        {...context.form}
        name="type"
        label="Which date"
        placeholder="Choose a date"
        items={types.map((value) => ({ value, text: releaseDateWords(value) }))}
      />
      <Radios
        {...context.form}
        name="stands"
        label="Is there such a date?"
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No: it was withdrawn' },
        ]}
      />
      <DateInput
        {...context.form}
        name="date"
        label="The date, if there is one"
        hint="For example, 27 3 2027"
      />
      <TextInput
        {...context.form}
        name="source"
        label="Who says so"
        hint="The prison’s office, a document, they themselves"
      />
    </PersonForm>
  ),
})
