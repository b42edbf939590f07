import { choiceField, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { InsetText, Select, TextInput } from '../../platform/ui/index.ts'
import { addIdentifiers, mayAddNumbers } from '../actions/addIdentifiers.ts'
import { personName } from '../glance.ts'
import { parseIdentifier, showIdentifier } from '../identifiers.ts'
import { type IdentifierKind, identifierNames, rolesThatRecord } from '../model.ts'
import { personHeader } from '../queries/personHeader.ts'
import { holdingFor } from '../queries/servingFor.ts'
import { ofPerson, PersonForm } from './person-form.tsx'

const kinds = Object.keys(identifierNames) as readonly IdentifierKind[]

/** Adds a number that somebody is known by, checked for its shape and check digit. */
export const identifiersPage = defineForm({
  path: '/people/:personId/identifiers',
  may: rolesThatRecord,
  input: ofPerson,
  body: formOf({
    kind: choiceField(kinds, 'Choose what kind of number it is'),
    value: textField('Enter the number', 40),
  }),
  load: (tx, { personId }) => personHeader(tx, personId),
  audit: { action: 'view_add_identifier', people: ({ id }) => [id] },
  does: 'add_identifier',
  act: async (tx, { input: { personId }, body: { kind, value }, request }) => {
    const number = parseIdentifier(kind, value)
    if (!number.ok) return refused('invalid', number.refusal.message, 'value')
    const may = await mayAddNumbers(tx, 'value')
    if (!may.ok) return may
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const holding = await holdingFor(tx, { id: personId })
    if (!holding.ok) return holding
    const added = await addIdentifiers(tx, personId, [{ kind, value: number.value }], request.actor.name)
    if (!added.ok) return added
    return ok({
      to: `/people/${personId}`,
      said: `${identifierNames[kind]} ${showIdentifier(kind, number.value)} added.`,
      people: [personId],
    })
  },
  show: (person, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Add a number of ${personName(person)}`}
      button="Add"
    >
      <InsetText>
        Numbers that are known already are on the{' '}
        <a class="govuk-link" href={`/people/${person.id}/history`}>
          History page
        </a>
        .
      </InsetText>
      <Select
        {...context.form}
        name="kind"
        label="What kind of number"
        placeholder="Choose"
        items={kinds.map((value) => ({ value, text: identifierNames[value] }))}
      />
      <TextInput
        {...context.form}
        name="value"
        label="The number"
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
    </PersonForm>
  ),
})
