import { datePartNames, type FormValues } from '../../platform/ui/index.ts'
import type { Answers, Question } from '../model.ts'
import { chosenIn, everyQuestion } from '../questions.ts'

const dayParts = (name: string, iso: string): FormValues => {
  const names = datePartNames(name)
  const day = Temporal.PlainDate.from(iso)
  return { [names.day]: String(day.day), [names.month]: String(day.month), [names.year]: String(day.year) }
}

/** What a form starts with, so that nothing known is typed again: answers as its controls take them. */
export const valuesOf = (questions: readonly Question[], answers: Answers): FormValues => {
  const days = everyQuestion(questions).filter(({ asks }) => asks === 'day')
  const parts = days.flatMap(({ name }) =>
    chosenIn(answers, name).flatMap((iso) => Object.entries(dayParts(name, iso))),
  )
  return { ...answers, ...Object.fromEntries(parts) }
}
