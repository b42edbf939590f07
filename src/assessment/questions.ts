import type { Condition, Option, Question } from './model.ts'

/** Every value given for a question, whether it was sent once or several times. */
export const chosenIn = (answers: Readonly<Record<string, unknown>>, name: string): readonly string[] => {
  const given = answers[name]
  const all: readonly unknown[] = Array.isArray(given) ? given : [given]
  return all.filter((value): value is string => typeof value === 'string' && value !== '')
}

/** The one answer to a question, or null where it was left. */
export const answerTo = (answers: Readonly<Record<string, unknown>>, name: string): string | null =>
  chosenIn(answers, name)[0] ?? null

/** The answers to choose from; none where it is written or counted. */
export const optionsOf = (question: Question): readonly Option[] =>
  'options' in question ? question.options : []

/** Whether any answer is among those that the condition names. */
export const meets = (condition: Condition, answers: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(condition).some(([name, values]) =>
    chosenIn(answers, name).some((value) => values.includes(value)),
  )

/** The questions that these answers leave to be asked, in the order of the form: what follows an answer, only after it. */
export const askedIn = (
  questions: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
): readonly Question[] =>
  questions
    .filter(({ when }) => when === undefined || meets(when, answers))
    .flatMap((question) => [
      question,
      ...optionsOf(question)
        .filter(({ value }) => chosenIn(answers, question.name).includes(value))
        .flatMap(({ further = [] }) => askedIn(further, answers)),
    ])

/** The names that an answer must, may or must not be given under: `[question, …]` of the whole form. */
export const everyQuestion = (questions: readonly Question[]): readonly Question[] =>
  questions.flatMap((question) => [
    question,
    ...optionsOf(question).flatMap(({ further = [] }) => everyQuestion(further)),
  ])

/** The fields of a question about four weeks, the one longest ago first. */
export const weekNames = (name: string): readonly string[] => [4, 3, 2, 1].map((week) => `${name}-${week}`)

/** All the days of four weeks. */
export const daysIn = (weeks: readonly string[]): number => weeks.reduce((all, days) => all + Number(days), 0)

/** The words of one answer. */
export const optionText = (question: Question, value: string): string =>
  optionsOf(question).find((option) => option.value === value)?.text ?? value
