import { parseDay } from '../platform/moments.ts'
import { fullDate } from '../platform/ui/dates.ts'
import { formOf } from './forms/index.ts'
import { instrumentAnswered, instruments } from './instruments/index.ts'
import { type Instrument, questionsOf } from './instruments/instrument.ts'
import { scoreOf } from './instruments/score.ts'
import { stageName } from './instruments/top.ts'
import { scoreWords } from './instruments/words.ts'
import type { Answers, Question, ReadBack } from './model.ts'
import { answerTo, askedIn, chosenIn, daysIn, optionText } from './questions.ts'

/** A short form as it reads back: what it was, and each question with its answer. */
export interface DescribedFact {
  readonly title: string
  readonly rows: readonly ReadBack[]
}

/** A day as it is said; what only looks like one (31 February, typed into words) stays as it was typed. */
const dayOrText = (value: string): string => {
  const day = parseDay(value)
  return day === null ? value : fullDate(day)
}

const sentence = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll('_', ' ')

const rowOf = (question: Question, answers: Answers): ReadBack[] => {
  const given = chosenIn(answers, question.name)
  if (given.length === 0) return []
  if (question.asks === 'weeks')
    return [{ question: question.label, answer: `${daysIn(given)} of 28 days (${given.join(', ')})` }]
  const words = given.map((value) =>
    question.asks === 'day' ? dayOrText(value) : optionText(question, value),
  )
  return [{ question: question.readBack ?? question.label, answer: words.join(', ') }]
}

/** Each of these questions that was answered, in order. */
export const rowsOf = (questions: readonly Question[], answers: Answers): ReadBack[] =>
  questions.flatMap((question) => rowOf(question, answers))

const asNamed = (answers: Answers): ReadBack[] =>
  Object.keys(answers).map((name) => ({
    question: sentence(name),
    answer: chosenIn(answers, name).map(dayOrText).join(', '),
  }))

const instrumentKinds: ReadonlySet<string> = new Set(['instrument_scored', 'top_recorded'])

const scoreRows = (instrument: Instrument, answers: Answers): readonly ReadBack[] => {
  const { subscales, ...score } = scoreOf(instrument, answers)
  return [
    ...(instrument.total.rule === 'none'
      ? []
      : [{ question: 'Score', answer: scoreWords(instrument, score) }]),
    ...subscales.map(({ name, total }) => ({
      question: name,
      answer: total === null ? 'not worked out' : String(total),
    })),
  ]
}

/** An instrument, in the words of the version that was answered. */
const describeAnswered = (instrument: Instrument, answers: Answers): DescribedFact => {
  const stage = answerTo(answers, 'stage')
  return {
    title: [instrument.name, stage === null ? null : stageName(stage)?.toLowerCase()]
      .filter((words) => words !== null && words !== undefined)
      .join(', '),
    rows: [
      { question: 'Time asked about', answer: answerTo(answers, 'window') ?? instrument.window.outside },
      ...rowsOf(askedIn(questionsOf(instrument), answers), answers),
      ...scoreRows(instrument, answers),
    ],
  }
}

/**
 * What a row of `fact` says, in the words of the form it was filled in on: for the timeline, the record's page,
 * and "what goes with it" of a hand-over. A kind without a form here reads back under its own names.
 */
export const describeFact = (
  kind: string,
  answers: Answers,
  all: readonly Instrument[] = instruments,
): DescribedFact => {
  const instrument = instrumentKinds.has(kind) ? instrumentAnswered(answers, all) : undefined
  if (instrument !== undefined) return describeAnswered(instrument, answers)
  const form = formOf(kind)
  if (form === undefined) return { title: sentence(kind), rows: asNamed(answers) }
  const rows = rowsOf(askedIn(form.questions, answers), answers)
  return { title: form.named?.(answers) ?? form.title, rows: [...rows, ...(form.worksOut?.(answers) ?? [])] }
}
