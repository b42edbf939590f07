import { sourceWords } from '../casework/index.ts'
import { identifierNames, parseIdentifier } from '../people/index.ts'
import {
  choiceField,
  dayField,
  formOf,
  optionalChoiceField,
  optionalTextField,
  optionalTimeField,
  textField,
} from '../platform/http/index.ts'
import { ok, type Result, refused } from '../platform/result.ts'

/** The numbers that are asked for when somebody is added, by the name of their field. */
export const askedNumbers = {
  prison_number: identifierNames.prison_number,
  nhs_number: identifierNames.nhs_number,
  crn: identifierNames.crn,
} as const

type Kind = keyof typeof askedNumbers

type Source = keyof typeof sourceWords

export const sources = Object.keys(sourceWords) as readonly Source[]

/** What is asked when somebody is added by hand. */
export const newPersonBody = formOf({
  given_name: textField('Enter the given name', 100),
  family_name: textField('Enter the family name', 100),
  known_as: optionalTextField(100),
  birth: dayField('Enter the date of birth'),
  sex: choiceField(['M', 'F', 'X'], 'Choose their sex'),
  prison_number: optionalTextField(40),
  nhs_number: optionalTextField(40),
  crn: optionalTextField(40),
  why: choiceField(['admission', 'referral'], 'Say why they are added'),
  day: dayField('Enter the day'),
  time: optionalTimeField(),
  source: optionalChoiceField(sources),
  somebody_else: optionalChoiceField(['yes']),
})

export interface ParsedNumber {
  readonly kind: Kind
  readonly value: string
}

/** The numbers that were typed, in their normal form; refused at the first that cannot be one. */
export const numbersIn = (typed: Readonly<Record<Kind, string | null>>): Result<readonly ParsedNumber[]> => {
  const numbers: ParsedNumber[] = []
  for (const kind of Object.keys(askedNumbers) as readonly Kind[]) {
    const given = typed[kind]
    if (given === null) continue
    const parsed = parseIdentifier(kind, given)
    if (!parsed.ok) return refused('invalid', parsed.refusal.message, kind)
    numbers.push({ kind, value: parsed.value })
  }
  return ok(numbers)
}
