import { rowsOf } from './describe-fact.ts'
import { type Section, sections, substanceInWords } from './forms/comprehensive/index.ts'
import type { Answers } from './model.ts'
import { answerTo, askedIn, chosenIn } from './questions.ts'

/** One topic of an assessment in plain sentences. */
export interface SummaryPart {
  readonly id: string
  readonly title: string
  readonly sentences: readonly string[]
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const full = (words: string): string => (/[.?!…]$/.test(words) ? words : `${words}.`)

const routes: Readonly<Record<string, string>> = {
  smoked: 'smoked',
  injected: 'injected',
  snorted: 'snorted',
  swallowed: 'swallowed or drunk',
}

/** "Heroin or other opioids: smoked, since the age of 19; 28 of the 28 days before custody, 1 g a day, £200 a week." */
const substanceSentence = (answers: Answers, value: string): string => {
  const said = (name: string): string | null => answerTo(answers, `${value}_${name}`)
  const name = value === 'other' ? (said('name') ?? substanceInWords(value)) : substanceInWords(value)
  const route = said('route')
  const [first, days, amount, spend] = [said('first'), said('days'), said('amount'), said('spend')]
  const parts = [
    route === null ? null : (routes[route] ?? route),
    first === null ? null : `since the age of ${first}`,
    days === null ? null : `${days} of the 28 days before custody`,
    amount === null ? null : `usually ${amount}`,
    spend === null ? null : `£${spend} a week`,
  ].filter((part) => part !== null)
  return full(parts.length === 0 ? capital(name) : `${capital(name)}: ${parts.join(', ')}`)
}

const perSubstance = /_(name|route|first|days|amount|spend)$/

const isToldAlready = (name: string): boolean => name === 'substances' || perSubstance.test(name)

const sentencesOf = (section: Section, answers: Answers): readonly string[] => {
  const substances =
    section.id === 'substances'
      ? chosenIn(answers, 'substances').map((value) => substanceSentence(answers, value))
      : []
  const asked = askedIn(section.questions, answers).filter(({ name }) => !isToldAlready(name))
  return [
    ...substances,
    ...rowsOf(asked, answers).map(({ question, answer }) => full(`${question}: ${answer}`)),
  ]
}

/** The topics of which something is known, in the order of the form. */
export const plainSummary = (answers: Answers): readonly SummaryPart[] =>
  sections
    .map((section) => ({ id: section.id, title: section.title, sentences: sentencesOf(section, answers) }))
    .filter(({ sentences }) => sentences.length > 0)

/** What somebody wants, in their own words, or null where nobody wrote it down. */
export const wantsInWords = (answers: Answers): string | null => answerTo(answers, 'wants')
