import { ofPerson, PersonForm, personHeader, personName, servingFor } from '../../people/index.ts'
import {
  choiceField,
  choicesField,
  defineForm,
  formOf,
  optionalDayField,
  textField,
} from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Radios, Textarea, WarningText } from '../../platform/ui/index.ts'
import { recordBasis } from '../actions/recordBasis.ts'
import { basisWords, keepsRegister, otherBases, parts } from '../model.ts'
import { recipients } from '../queries/recipients.ts'
import { faultOfClinical } from '../rules.ts'
import { PartFields } from './part-fields.tsx'
import { RecipientFields, recipientIn, recipientShape } from './recipient-fields.tsx'

const hints = {
  direct_care: 'Between those who treat them. Of clinical records it carries medicines, and no notes',
  vital_interests: 'They cannot be asked, or said no, and somebody may die',
  court_order: 'The order, its date and what it asks for',
  legal_duty: 'Which law, and what it asks for',
  safeguarding: 'Who is at risk, and who was told',
  public_task: 'What a public body must do: supervision of a sentence',
} as const

/** Another basis in law than consent, with its reason: what is recorded can be asked about, and ends. */
export const otherBasisPage = defineForm({
  path: '/people/:personId/sharing/basis',
  may: keepsRegister,
  input: ofPerson,
  body: formOf({
    ...recipientShape,
    basis: choiceField(otherBases, 'Choose the basis'),
    words: textField('Give the reason, in a sentence', 500),
    parts: choicesField(parts),
    until: optionalDayField(),
  }),
  load: async (tx, { personId }, { actor }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const own = actor.services.map(({ id }) => id)
    return ok({ person: person.value, services: await recipients(tx, own) })
  },
  audit: { action: 'view_new_basis', people: ({ person }) => [person.id] },
  does: 'record_basis',
  act: async (tx, { input: { personId }, body: given, request }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, request.actor, person.value)
    if (!serving.ok) return serving
    const own = request.actor.services.map(({ id }) => id)
    const to = recipientIn(given, await recipients(tx, own))
    if (!to.ok) return to
    const wrong = given.parts.includes('clinical') ? faultOfClinical(given.basis, request.actor.role) : null
    if (wrong !== null) return refused('invalid', wrong, 'parts')
    const recorded = await recordBasis(tx, {
      personId,
      by: { serviceId: serving.value.id, staffId: request.actor.staffId },
      purpose: given.purpose,
      to: to.value,
      basis: given.basis,
      state: 'given',
      parts: given.parts,
      until: given.until,
      how: null,
      explained: [],
      explainedWords: null,
      words: given.words,
      opens: false,
    })
    if (!recorded.ok) return recorded
    return ok({
      to: `/people/${personId}/sharing`,
      said: 'The basis is recorded with its reason. Nothing has been sent yet.',
      people: [personId],
      subject: recorded.value,
    })
  },
  show: ({ person, services }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Share without their agreement: ${personName(person)}`}
      button="Record the basis"
    >
      <WarningText>
        Ask them first wherever you can. Tell them what you share and why, unless telling them would put
        somebody in danger.
      </WarningText>
      <RecipientFields context={context} services={services} />
      <Radios
        {...context.form}
        name="basis"
        label="On what basis?"
        items={otherBases.map((value) => ({ value, text: basisWords[value], hint: hints[value] }))}
      />
      <Textarea {...context.form} name="words" label="The reason" labelSize="s" rows={3} />
      <PartFields context={context} />
    </PersonForm>
  ),
})
