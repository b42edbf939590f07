import { choiceField, defineForm, formOf, optionalTextField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { InsetText, Radios, TextInput } from '../../platform/ui/index.ts'
import { raiseFlag } from '../actions/raiseFlag.ts'
import { personName } from '../glance.ts'
import { type FlagKind, flagWords, rolesThatRaise } from '../model.ts'
import { personHeader } from '../queries/personHeader.ts'
import { servingFor } from '../queries/servingFor.ts'
import { ofPerson, PersonForm } from './person-form.tsx'

const kinds = Object.keys(flagWords) as readonly FlagKind[]

/** Raises a safety flag: everybody who opens a page about the person sees it at the top. */
export const newFlagPage = defineForm({
  path: '/people/:personId/safety-flags/new',
  may: rolesThatRaise,
  input: ofPerson,
  body: formOf({ kind: choiceField(kinds, 'Choose which flag'), detail: optionalTextField(80) }),
  load: (tx, { personId }) => personHeader(tx, personId),
  audit: { action: 'view_new_flag', people: ({ id }) => [id] },
  does: 'raise_flag',
  act: async (tx, { input: { personId }, body: { kind, detail }, request }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, request.actor, person.value)
    if (!serving.ok) return serving
    const raised = await raiseFlag(tx, { personId, serviceId: serving.value.id, kind, detail })
    if (!raised.ok) return raised
    return ok({
      to: `/people/${personId}`,
      said: `“${flagWords[kind]}” is up, and stands at the top of every page about ${personName(person.value)}.`,
      people: [personId],
    })
  },
  show: (person, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Raise a safety flag for ${personName(person)}`}
      button="Raise the flag"
    >
      <InsetText>Never write the offence, or what an ACCT says.</InsetText>
      <Radios
        {...context.form}
        name="kind"
        label="Which flag"
        items={kinds.map((value) => ({ value, text: flagWords[value] }))}
      />
      <TextInput
        {...context.form}
        name="detail"
        label="A few words"
        hint="For an allergy: to what. For “see with another”: with whom or when."
        width={30}
      />
    </PersonForm>
  ),
})
