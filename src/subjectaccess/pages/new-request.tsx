import { ofPerson, PersonForm, personHeader, personName, servingFor } from '../../people/index.ts'
import { choiceField, dayField, dayValues, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, fullDate, Radios, Select, Textarea } from '../../platform/ui/index.ts'
import { openRequest } from '../actions/openRequest.ts'
import { type AskedBy, askedByWords } from '../model.ts'
import { colleaguesOf } from '../queries/accessRequest.ts'
import { dueOn } from '../rules.ts'

const askers = Object.keys(askedByWords) as readonly AskedBy[]

/** Opens a request for everything that is held about somebody. */
export const newRequestPage = defineForm({
  path: '/people/:personId/access-requests/new',
  may: ['team_leader'],
  input: ofPerson,
  body: formOf({
    asked_by: choiceField(askers, 'Say who asked'),
    asked_name: textField('Enter who asked, and where to answer', 500),
    identity: textField('Say how it was checked that it is them, or that they may ask', 500),
    asked: dayField('Enter the day on which it was asked'),
    reviewer: textField('Choose who reviews the safeguarding part', 40),
  }),
  load: async (tx, { personId }, { actor, today }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, actor, person.value)
    if (!serving.ok) return serving
    const colleagues = await colleaguesOf(tx, serving.value.id, actor.staffId)
    return ok({ person: person.value, colleagues, today })
  },
  audit: { action: 'view_new_access_request', people: ({ person }) => [person.id] },
  does: 'open_access_request',
  initial: ({ today }) => dayValues('asked', today),
  act: async (tx, { input: { personId }, body, request: { actor } }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const person = await personHeader({ ...tx, db: tx.db }, personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, actor, person.value)
    if (!serving.ok) return serving
    const colleagues = await colleaguesOf(tx, serving.value.id, actor.staffId)
    const opened = await openRequest(tx, {
      personId,
      service: serving.value,
      askedBy: body.asked_by,
      askedName: body.asked_name,
      identityChecked: body.identity,
      askedOn: body.asked,
      reviewerId: colleagues.find(({ id }) => id === body.reviewer)?.id ?? actor.staffId,
    })
    if (!opened.ok) return opened
    return ok({
      to: `/access-requests/${opened.value}`,
      said: `Request opened. Everything held is being gathered; answer by ${fullDate(dueOn(body.asked, serving.value.nation))}.`,
      people: [personId],
      subject: opened.value,
    })
  },
  show: ({ person, colleagues }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Request for everything held about ${personName(person)}`}
      button="Open the request"
    >
      <Radios
        {...context.form}
        name="asked_by"
        label="Who asked?"
        items={askers.map((value) => ({ value, text: askedByWords[value] }))}
      />
      <Textarea {...context.form} name="asked_name" label="Their name, and where to answer" rows={2} />
      <Textarea
        {...context.form}
        name="identity"
        label="How was it checked?"
        hint="That it is them, or that they may ask for them: in person on the wing, written authority seen"
        rows={2}
      />
      <DateInput
        {...context.form}
        name="asked"
        label="On which day was it asked?"
        hint="The month to answer runs from here"
      />
      <Select
        {...context.form}
        name="reviewer"
        label="Who reviews the safeguarding part, if there is one?"
        hint="Somebody other than you"
        placeholder="Choose"
        items={colleagues.map(({ id, name }) => ({ value: id, text: name }))}
      />
    </PersonForm>
  ),
})
