import {
  dayValues,
  defineForm,
  formOf,
  optionalChoiceField,
  optionalDayField,
  optionalTextField,
  textField,
} from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, type FormValues, Radios, TextInput } from '../../platform/ui/index.ts'
import { changePerson } from '../actions/changePerson.ts'
import { personName } from '../glance.ts'
import { rolesThatRecord, sexWords } from '../model.ts'
import { type PersonHeader, personHeader } from '../queries/personHeader.ts'
import { holdingFor } from '../queries/servingFor.ts'
import { ofPerson, PersonForm } from './person-form.tsx'

const body = formOf({
  given_name: textField('Enter the given name', 100),
  family_name: textField('Enter the family name', 100),
  known_as: optionalTextField(100),
  birth: optionalDayField(),
  sex: optionalChoiceField(['M', 'F', 'X']),
  interpreter: optionalTextField(60),
  reading_needs: optionalTextField(200),
})

const initial = (person: PersonHeader): FormValues => ({
  given_name: person.givenName,
  family_name: person.familyName,
  known_as: person.knownAs ?? '',
  ...dayValues('birth', person.dateOfBirth),
  sex: person.sex ?? '',
  interpreter: person.interpreter ?? '',
  reading_needs: person.readingNeeds ?? '',
})

/** Names, date of birth, interpreter and reading needs. */
export const detailsPage = defineForm({
  path: '/people/:personId/details',
  may: rolesThatRecord,
  input: ofPerson,
  body,
  load: (tx, { personId }) => personHeader(tx, personId),
  audit: { action: 'view_details', people: ({ id }) => [id] },
  does: 'change_person',
  initial,
  versioned: (person) => ({
    version: person.version,
    what: `Who ${personName(person)} is`,
    labels: {
      given_name: 'Given name',
      family_name: 'Family name',
      known_as: 'Likes to be called',
      'birth-day': 'Day of birth',
      'birth-month': 'Month of birth',
      'birth-year': 'Year of birth',
      sex: 'Sex',
      interpreter: 'Interpreter',
      reading_needs: 'Reading needs',
    },
  }),
  act: async (tx, { input: { personId }, body: given, version }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const holding = await holdingFor(tx, { id: personId })
    if (!holding.ok) return holding
    const details = {
      givenName: given.given_name,
      familyName: given.family_name,
      knownAs: given.known_as,
      dateOfBirth: given.birth,
      sex: given.sex,
      interpreter: given.interpreter,
      readingNeeds: given.reading_needs,
    }
    const changed = await changePerson(tx, personId, details, version)
    if (!changed.ok) return changed
    return ok({
      to: `/people/${personId}`,
      said: `Details of ${personName(details)} saved.`,
      people: [personId],
    })
  },
  show: (person, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Name, language and reading needs of ${personName(person)}`}
      button="Save"
      version={person.version}
    >
      <TextInput {...context.form} name="given_name" label="Given name" width={20} autocomplete="off" />
      <TextInput {...context.form} name="family_name" label="Family name" width={20} autocomplete="off" />
      <TextInput
        {...context.form}
        name="known_as"
        label="What they like to be called, if something else"
        width={20}
        autocomplete="off"
      />
      <DateInput {...context.form} name="birth" label="Date of birth" hint="For example, 27 3 1989" />
      <Radios
        {...context.form}
        name="sex"
        label="Sex"
        inline
        items={Object.entries(sexWords).map(([value, text]) => ({ value, text }))}
      />
      <TextInput
        {...context.form}
        name="interpreter"
        label="Language for an interpreter"
        hint="Leave empty where none is needed"
        width={20}
      />
      <TextInput
        {...context.form}
        name="reading_needs"
        label="What helps them read"
        hint="Large print, read aloud, easy read"
      />
    </PersonForm>
  ),
})
