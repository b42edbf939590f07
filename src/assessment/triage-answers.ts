import { type ReferralSource, type SubstanceGroup, sourceWords, substanceWords } from '../casework/model.ts'
import { type ContactDetails, type SafeToRing, safeToRingWords } from '../people/index.ts'
import { contactQuestions } from './forms/triage.ts'
import type { Answers } from './model.ts'
import { answerTo, everyQuestion } from './questions.ts'

const contactNames = new Set(everyQuestion(contactQuestions).map(({ name }) => name))

/** What stays with the triage itself. */
export const withoutContact = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !contactNames.has(name)))

const isOneOf = <Value extends string>(
  words: Readonly<Record<Value, string>>,
  value: string | null,
): value is Value => value !== null && Object.hasOwn(words, value)

const safeToRingIn = (answers: Answers): SafeToRing => {
  const value = answerTo(answers, 'safe_to_ring')
  return isOneOf(safeToRingWords, value) ? value : 'not_asked'
}

/** What becomes contact details. */
export const contactIn = (answers: Answers): ContactDetails => ({
  phone: answerTo(answers, 'phone'),
  safe_to_ring: safeToRingIn(answers),
  safe_to_ring_note: answerTo(answers, 'safe_to_ring_note'),
  address: answerTo(answers, 'address'),
  town: answerTo(answers, 'town'),
  postcode: answerTo(answers, 'postcode'),
})

/** Whether these are the details that are known already; nothing told is the same as nothing known. */
export const isKnown = (known: ContactDetails | null, told: ContactDetails): boolean => {
  const before = known ?? contactIn({})
  return (['phone', 'safe_to_ring', 'safe_to_ring_note', 'address', 'town', 'postcode'] as const).every(
    (name) => before[name] === told[name],
  )
}

/** Contact details as the form's questions take them. */
export const contactAnswers = (details: ContactDetails | null): Answers =>
  Object.fromEntries(Object.entries(details ?? {}).filter(([, value]) => value !== null))

export const substancesAnswered = (answers: Answers): SubstanceGroup | null => {
  const group = answerTo(answers, 'substances')
  return isOneOf(substanceWords, group) ? group : null
}

/** Who referred them: as answered; else the screen of this stay; else somebody, it is not known who. */
export const sourceAnswered = (answers: Answers, screened: boolean): ReferralSource => {
  const source = answerTo(answers, 'source')
  if (isOneOf(sourceWords, source)) return source
  return screened ? 'reception_screen' : 'other'
}
