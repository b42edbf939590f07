import { ofPerson, PersonForm, personHeader, personName, servingFor } from '../../people/index.ts'
import {
  choiceField,
  choicesField,
  defineForm,
  formOf,
  optionalDayField,
  optionalTextField,
} from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Checkboxes, capitalised, InsetText, Radios, TextInput } from '../../platform/ui/index.ts'
import { recordBasis } from '../actions/recordBasis.ts'
import { explainedWords, explanations, hows, howWords, keepsRegister, parts } from '../model.ts'
import { recipients } from '../queries/recipients.ts'
import { PartFields } from './part-fields.tsx'
import { RecipientFields, recipientIn, recipientShape } from './recipient-fields.tsx'

const body = formOf({
  ...recipientShape,
  state: choiceField(['given', 'refused'], 'Say whether they agree'),
  parts: choicesField(parts),
  until: optionalDayField(),
  how: choiceField(hows, 'Say how they said it'),
  explained: choicesField(explanations),
  explained_words: optionalTextField(200),
  words: optionalTextField(500),
})

/** What somebody says about being told of: they agree, or they do not, for one recipient and purpose. */
export const agreementPage = defineForm({
  path: '/people/:personId/sharing/new',
  may: keepsRegister,
  input: ofPerson,
  body,
  load: async (tx, { personId }, { actor }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const own = actor.services.map(({ id }) => id)
    return ok({ person: person.value, services: await recipients(tx, own) })
  },
  audit: { action: 'view_new_agreement', people: ({ person }) => [person.id] },
  does: 'record_agreement',
  act: async (tx, { input: { personId }, body: given, request }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, request.actor, person.value)
    if (!serving.ok) return serving
    const own = request.actor.services.map(({ id }) => id)
    const to = recipientIn(given, await recipients(tx, own))
    if (!to.ok) return to
    const agrees = given.state === 'given'
    const recorded = await recordBasis(tx, {
      personId,
      by: { serviceId: serving.value.id, staffId: request.actor.staffId },
      purpose: given.purpose,
      to: to.value,
      basis: 'consent',
      state: given.state,
      parts: agrees ? given.parts : [],
      until: agrees ? given.until : null,
      how: given.how,
      explained: given.explained,
      explainedWords: given.explained_words,
      words: given.words,
      opens: false,
    })
    if (!recorded.ok) return recorded
    return ok({
      to: `/people/${personId}/sharing`,
      said: agrees
        ? 'Their agreement is recorded. Nothing has been sent: a hand-over to this service will not ask again.'
        : 'It is recorded that they said no. Nothing goes to them on consent.',
      people: [personId],
      subject: recorded.value,
    })
  },
  show: ({ person, services }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Does ${personName(person)} agree that somebody is told?`}
      button="Record it"
    >
      <InsetText>
        Tell them who would see what, what for, and that they can change their mind at any time. Saying no
        does not change the help they get from you.
      </InsetText>
      <RecipientFields context={context} services={services} />
      <Radios
        {...context.form}
        name="state"
        label="What do they say?"
        items={[
          { value: 'given', text: 'They agree', conditional: <PartFields context={context} /> },
          { value: 'refused', text: 'They do not agree' },
        ]}
      />
      <Radios
        {...context.form}
        name="how"
        label="How did they say it?"
        items={hows.map((value) => ({ value, text: capitalised(howWords[value]) }))}
      />
      <Checkboxes
        {...context.form}
        name="explained"
        label="How was it explained?"
        items={explanations.map((value) => ({ value, text: capitalised(explainedWords[value]) }))}
      />
      <TextInput
        {...context.form}
        name="explained_words"
        label="Which language, or who interpreted"
        labelSize="s"
        width={30}
      />
      <TextInput {...context.form} name="words" label="What they said about it" labelSize="s" />
    </PersonForm>
  ),
})
