import { fullDate } from '../platform/ui/dates.ts'
import { formOf } from './forms/index.ts'
import type { Answers, Question, ReadBack } from './model.ts'
import { askedIn, chosenIn, optionText } from './questions.ts'

/** A short form as it reads back: what it was, and each question with its answer. */
export interface DescribedFact {
  readonly title: string
  readonly rows: readonly ReadBack[]
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)

const dayOrText = (value: string): string => (isDay(value) ? fullDate(Temporal.PlainDate.from(value)) : value)

const sentence = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll('_', ' ')

const rowOf = (question: Question, answers: Answers): ReadBack[] => {
  const given = chosenIn(answers, question.name)
  if (given.length === 0) return []
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

/**
 * What a row of `fact` says, in the words of the form it was filled in on: for the timeline, the record's page,
 * and "what goes with it" of a hand-over. A kind without a form here reads back under its own names.
 */
export const describeFact = (kind: string, answers: Answers): DescribedFact => {
  const form = formOf(kind)
  if (form === undefined) return { title: sentence(kind), rows: asNamed(answers) }
  const rows = rowsOf(askedIn(form.questions, answers), answers)
  return { title: form.title, rows: [...rows, ...(form.worksOut?.(answers) ?? [])] }
}
