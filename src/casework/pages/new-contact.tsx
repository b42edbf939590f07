import type { z } from 'zod'
import { personName } from '../../people/index.ts'
import {
  choiceField,
  dayField,
  dayValues,
  defineForm,
  formOf,
  optionalTextField,
  optionalTimeField,
} from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, dayWords, Radios, Textarea, TextInput } from '../../platform/ui/index.ts'
import { contactClass, recordContact } from '../actions/recordContact.ts'
import { choicesOf, momentOf } from '../fields.ts'
import { modeWords, outcomeWords } from '../model.ts'
import { personInService } from '../person-in-service.ts'
import { returnTo } from '../return-to.ts'
import { OutcomeChoice, outcomes } from './outcome-choice.tsx'
import { ofPerson, PersonForm, wholeTeam } from './person-form.tsx'

const modes = ['in_person', 'phone', 'video', 'in_cell', 'at_court', 'at_gate', 'text', 'letter'] as const

const body = formOf({
  outcome: choiceField(['planned', ...outcomes], 'Say whether it happened'),
  purpose: choiceField(['one_to_one', 'follow_up', 'other'], 'Say what it is for'),
  mode: choiceField(modes, 'Say how you meet'),
  day: dayField('Enter the day'),
  time: optionalTimeField(),
  place: optionalTextField(200),
  words: optionalTextField(4000),
})

const purposes = { one_to_one: 'One to one', follow_up: 'Follow-up after release', other: 'Something else' }

type Answers = z.infer<typeof body>

const said = (name: string, { outcome, day, time }: Answers, today: Temporal.PlainDate): string =>
  outcome === 'planned'
    ? `Contact with ${name} planned for ${dayWords(day, today)}${time === null ? '' : ` at ${time.toString({ smallestUnit: 'minute' })}`}.`
    : `Contact with ${name} recorded: ${outcomeWords[outcome].toLowerCase()}.`

/** Plans a contact, or records one that happened or was tried. */
export const newContact = defineForm({
  path: '/people/:personId/contacts/new',
  may: wholeTeam,
  input: ofPerson,
  body,
  load: async (tx, { personId }, { actor, today }) => {
    const about = await personInService(tx, personId, actor)
    return about.ok ? ok({ ...about.value, today }) : about
  },
  audit: { action: 'view_new_contact', people: ({ person }) => [person.id] },
  does: 'record_contact',
  initial: ({ today, service }) => ({
    ...dayValues('day', today),
    purpose: service.setting === 'custody' ? 'one_to_one' : 'follow_up',
  }),
  act: async (tx, { input: { personId }, body: answers, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person, by } = about.value
    const { time, ...contact } = answers
    const recorded = await recordContact(tx, {
      ...contact,
      personId,
      by,
      staffId: by.staffId,
      startsAt: momentOf(contact.day, time),
      handoverId: null,
      recordClass: contactClass(contact.purpose, request.actor.role),
    })
    if (!recorded.ok) return recorded
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: said(personName(person), answers, tx.today),
      people: [personId],
      subject: recorded.value,
    })
  },
  show: ({ person }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Contact with ${personName(person)}`}
      button="Save contact"
    >
      <OutcomeChoice {...context.form} planned />
      <DateInput {...context.form} name="day" label="On which day?" />
      <TextInput {...context.form} name="time" label="At what time?" hint="Such as 09:30" width={5} />
      <Radios {...context.form} name="purpose" label="What for?" items={choicesOf(purposes)} />
      <Radios {...context.form} name="mode" label="How?" items={choicesOf(modeWords)} />
      <TextInput {...context.form} name="place" label="Where?" width={20} />
      <Textarea {...context.form} name="words" label="What was said or done?" rows={4} />
    </PersonForm>
  ),
})
