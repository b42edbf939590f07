import { dayValues } from '../../platform/http/index.ts'
import type { FormValues } from '../../platform/ui/index.ts'
import type { Answers, Question } from '../model.ts'
import { chosenIn, everyQuestion, weekNames } from '../questions.ts'

/** What a form starts with, so that nothing known is typed again: answers as its controls take them. */
export const valuesOf = (questions: readonly Question[], answers: Answers): FormValues => {
  const days = everyQuestion(questions).filter(({ asks }) => asks === 'day')
  const parts = days.flatMap(({ name }) =>
    chosenIn(answers, name).flatMap((iso) => Object.entries(dayValues(name, Temporal.PlainDate.from(iso)))),
  )
  const weeks = everyQuestion(questions)
    .filter(({ asks }) => asks === 'weeks')
    .flatMap(({ name }) => {
      const given = chosenIn(answers, name)
      return weekNames(name).map((field, index) => [field, given[index] ?? ''] as const)
    })
  return { ...answers, ...Object.fromEntries([...parts, ...weeks]) }
}
