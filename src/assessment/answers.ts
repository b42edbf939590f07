import { z } from 'zod'
import { datePartNames, type FormValues, typedValue } from '../platform/ui/index.ts'
import type { Answers, Question } from './model.ts'
import { askedIn, chosenIn } from './questions.ts'

const longest = { line: 200, words: 4000 } as const

interface Wrong {
  readonly wrong: string
}

type Answer = string | readonly string[] | undefined

const missing = ({ required }: Question): Answer | Wrong =>
  required === undefined ? undefined : { wrong: required }

const readText = (question: Question, most: number, typed: FormValues): Answer | Wrong => {
  const text = typedValue(typed, question.name).trim()
  if (text === '') return missing(question)
  return text.length > most
    ? { wrong: `“${question.label}” is too long: keep it under ${most.toLocaleString('en-GB')} characters` }
    : text
}

const readDay = (question: Question, typed: FormValues): Answer | Wrong => {
  const names = datePartNames(question.name)
  const parts = [names.year, names.month, names.day].map((name) => typedValue(typed, name).trim())
  if (parts.every((part) => part === '')) return missing(question)
  const wrong = { wrong: 'Give a real date: day, month and year in numbers, such as 27 3 2026' }
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return wrong
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  if (year < 1900 || year > 2200) return wrong
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return wrong
  }
}

const readChoice = (question: Extract<Question, { options: unknown }>, typed: FormValues): Answer | Wrong => {
  const chosen = chosenIn(typed, question.name)
  const [first] = chosen
  if (first === undefined) return missing(question)
  if (!chosen.every((value) => question.options.some((option) => option.value === value)))
    return { wrong: `Choose one of the answers to “${question.label}”` }
  if (question.asks !== 'some') return first
  const alone = question.options.filter((option) => option.alone).map(({ value }) => value)
  return chosen.length > 1 && chosen.some((value) => alone.includes(value))
    ? { wrong: `“${question.label}”: choose either answers, or the last one alone` }
    : chosen
}

const read = (question: Question, typed: FormValues): Answer | Wrong => {
  if ('options' in question) return readChoice(question, typed)
  if (question.asks === 'day') return readDay(question, typed)
  return readText(question, longest[question.asks], typed)
}

const isWrong = (answer: Answer | Wrong): answer is Wrong => typeof answer === 'object' && 'wrong' in answer

/**
 * The parser of a short form: what was typed → its answers, or an error for each question in the form's order.
 * What was typed under an answer that is not chosen is left out.
 */
export const answersTo = (questions: readonly Question[]): z.ZodType<Answers> =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((typed, context) => {
    const answers: Record<string, string | readonly string[]> = {}
    for (const question of askedIn(questions, typed)) {
      const answer = read(question, typed)
      if (isWrong(answer)) context.addIssue({ code: 'custom', path: [question.name], message: answer.wrong })
      else if (answer !== undefined) answers[question.name] = answer
    }
    return answers
  })

/** Answers as they come out of the database. */
export const storedAnswers: z.ZodType<Answers> = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]),
)
