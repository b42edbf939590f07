import type { z } from 'zod'
import { momentOf, personInService, returnTo } from '../../casework/index.ts'
import { ofPerson, PersonForm, personName, rolesOfTeams } from '../../people/index.ts'
import {
  choiceField,
  choicesField,
  dayField,
  dayValues,
  defineForm,
  formOf,
  optionalTextField,
  optionalTimeField,
} from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, dayWords, Select, TextInput } from '../../platform/ui/index.ts'
import { contactClass, planContact } from '../actions/recordContact.ts'
import { usualMinutes } from '../clashes.ts'
import { standingInTheWay } from '../queries/standingInTheWay.ts'
import { behindNoDoor } from '../rules.ts'
import { askAnyway, ClashFields } from './clash-fields.tsx'
import { MeetingFields, modes, purposes, usualMeeting } from './meeting-fields.tsx'

const lengths = ['15', '30', '45', '60', '90', '120'] as const

const body = formOf({
  day: dayField('Enter the day'),
  time: optionalTimeField(),
  minutes: choiceField(lengths, 'Say how long it is to take'),
  mode: choiceField(modes, 'Say how you meet'),
  purpose: choiceField(purposes, 'Say what it is for'),
  also_there: optionalTextField(200),
  place: optionalTextField(200),
  anyway: choicesField(['yes']),
})

const said = (name: string, { day, time }: z.infer<typeof body>, today: Temporal.PlainDate): string =>
  `Contact with ${name} planned for ${dayWords(day, today)}${time === null ? '' : ` at ${time.toString({ smallestUnit: 'minute' })}`}.`

/** Plans a contact; what speaks against the time is said, and they may go on. */
export const planContactPage = defineForm({
  path: '/people/:personId/contacts/plan',
  may: rolesOfTeams,
  input: ofPerson,
  body,
  load: async (tx, { personId }, { actor, today }) => {
    const about = await personInService(tx, personId, actor)
    return about.ok ? ok({ ...about.value, today }) : about
  },
  audit: { action: 'view_plan_contact', people: ({ person }) => [person.id] },
  does: 'plan_contact',
  initial: ({ today, service }) => ({
    ...dayValues('day', today),
    ...usualMeeting(service.setting),
    minutes: String(usualMinutes),
  }),
  act: async (tx, { input: { personId }, body: answers, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person, by } = about.value
    const minutes = Number(answers.minutes)
    const startsAt = momentOf(answers.day, answers.time)
    const planned = await planContact(tx, {
      personId,
      by,
      staffId: by.staffId,
      purpose: answers.purpose,
      mode: answers.mode,
      day: answers.day,
      startsAt,
      minutes,
      place: answers.place,
      alsoThere: answers.also_there,
      handoverId: null,
      recordClass: contactClass(answers.purpose, request.actor.role),
    })
    if (!planned.ok) return planned
    const warnings = await standingInTheWay(tx, {
      person,
      staffId: by.staffId,
      proposed: { day: answers.day, startsAt, minutes, atTheDoor: behindNoDoor(answers.mode) },
      except: planned.value,
    })
    if (warnings.length > 0 && answers.anyway.length === 0) return { ok: false, refusal: askAnyway(warnings) }
    return ok({
      to: returnTo(request, `/people/${personId}/contacts`),
      said: said(personName(person), answers, tx.today),
      people: [personId],
      subject: planned.value,
    })
  },
  show: ({ person }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Plan a contact with ${personName(person)}`}
      button="Plan contact"
    >
      <DateInput {...context.form} name="day" label="On which day?" />
      <TextInput {...context.form} name="time" label="At what time?" hint="Such as 09:30" width={5} />
      <Select
        {...context.form}
        name="minutes"
        label="For how long?"
        items={lengths.map((value) => ({ value, text: `${value} minutes` }))}
      />
      <MeetingFields form={context.form} />
      <ClashFields form={context.form} />
    </PersonForm>
  ),
})
