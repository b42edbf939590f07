import { z } from 'zod'
import { optionalDayField } from '../platform/http/index.ts'
import { datePartNames, type FormValues, typedValue } from '../platform/ui/index.ts'
import type { Answers, Question } from './model.ts'
import { askedIn, chosenIn, weekNames } from './questions.ts'

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
  const [day, month, year] = [names.day, names.month, names.year].map((name) =>
    typedValue(typed, name).trim(),
  )
  const parsed = optionalDayField().safeParse({ day, month, year })
  if (!parsed.success) return { wrong: parsed.error.issues[0]?.message ?? '' }
  return parsed.data?.toString() ?? missing(question)
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
  if (question.asks === 'weeks') return readWeeks(question, typed)
  if (question.asks === 'number') return readNumber(question, typed)
  return readText(question, longest[question.asks], typed)
}

const readNumber = (question: Extract<Question, { asks: 'number' }>, typed: FormValues): Answer | Wrong => {
  const text = typedValue(typed, question.name).trim()
  if (text === '') return missing(question)
  const { least, most, label } = question
  return /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most
    ? String(Number(text))
    : { wrong: `“${label}”: enter a whole number from ${least} to ${most}` }
}

const readWeeks = (question: Question, typed: FormValues): Answer | Wrong => {
  const weeks = weekNames(question.name).map((name) => typedValue(typed, name).trim())
  if (weeks.every((days) => days === '')) return missing(question)
  return weeks.every((days) => /^[0-7]$/.test(days))
    ? weeks
    : { wrong: `“${question.label}”: enter the days of each week, from 0 to 7` }
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

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)

/** Answers as they come out of the database, whichever capability's form put them there. */
export const storedAnswers: z.ZodType<Answers> = z
  .record(z.string(), z.union([scalar, z.array(scalar), z.null()]))
  .transform((stored) => {
    const answers: Record<string, string | readonly string[]> = {}
    for (const [name, answer] of Object.entries(stored)) if (answer !== null) answers[name] = answer
    return answers
  })
