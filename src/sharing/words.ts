import { fullDate } from '../platform/ui/dates.ts'
import {
  type Basis,
  basisWords,
  explainedWords,
  howWords,
  type Part,
  partWords,
  purposeWords,
  type Standing,
  type StandingState,
} from './model.ts'

/** Things in a row, as people say them: "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** What a basis covers beside who somebody is: "recovery records and the agreed summary and plan". */
const partsInWords = (parts: readonly Part[]): string =>
  parts.length === 0
    ? 'who they are and how to reach them, and nothing more'
    : listed(parts.map((part) => partWords[part]))

/** The state in a word or two, for consent and for another basis. */
export const stateWords = (now: StandingState, basis: Basis): string => {
  const consent = basis === 'consent'
  if (now === 'given') return consent ? 'Agreed' : 'Stands'
  if (now === 'refused') return 'Said no'
  if (now === 'withdrawn') return consent ? 'Withdrawn' : 'Ended'
  return 'Ran out'
}

const said = ({ how, explained, explainedWords: more }: Standing): string => {
  const ways = explained.map((each) => explainedWords[each])
  const explanation =
    ways.length === 0 && more === null
      ? null
      : `explained ${listed([...ways, ...(more === null ? [] : [more])])}`
  return [how === null ? null : howWords[how], explanation].filter((each) => each !== null).join('; ')
}

const consentSentence = (row: Standing): string => {
  const on = fullDate(row.day)
  const way = said(row)
  const how = way === '' ? '' : ` (${way})`
  if (row.now === 'refused') return `They said no on ${on}${how}.`
  if (row.now === 'withdrawn') return `They withdrew their agreement on ${on}.`
  const until = row.until === null ? '' : `, until ${fullDate(row.until)}`
  const agreed = `They agreed on ${on}${how} to ${partsInWords(row.parts)}${until}.`
  return row.now === 'expired' ? `${agreed} That has run out: ask them again.` : agreed
}

const otherSentence = (row: Standing): string => {
  const until = row.until === null ? '' : `, until ${fullDate(row.until)}`
  if (row.now === 'withdrawn') return `${basisWords[row.basis]}: ended on ${fullDate(row.day)}.`
  const stands = `${basisWords[row.basis]}, since ${fullDate(row.day)}${until}: ${partsInWords(row.parts)}.`
  return row.now === 'expired' ? `${stands} That has run out.` : stands
}

/** What stands for one recipient and purpose, in one sentence. */
export const standingSentence = (row: Standing): string =>
  row.basis === 'consent' ? consentSentence(row) : otherSentence(row)

/** Inside a sentence; "GP" stays as it is. */
const inSentence = (words: string): string =>
  /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)

/** Whom and what for: "Bradford community service, for treatment after release". */
export const recipientWords = ({ recipient, purpose }: Pick<Standing, 'recipient' | 'purpose'>): string =>
  purpose === 'other' ? recipient.name : `${recipient.name}: ${inSentence(purposeWords[purpose])}`
