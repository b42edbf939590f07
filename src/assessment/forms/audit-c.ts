import { auditC } from '../instruments/audit.ts'
import { questionsOf } from '../instruments/instrument.ts'
import type { Answers, Question } from '../model.ts'
import { chosenIn } from '../questions.ts'

const required: Readonly<Record<string, string>> = {
  audit_1: 'Say how often they drink alcohol',
  audit_2: 'Say how many units on a typical day',
  audit_3: 'Say how often that much on a single occasion',
}

/** AUDIT-C inside the arrival screen: its three questions, the second and third of those who drink, all to be answered. */
export const auditCQuestions: readonly Question[] = questionsOf(auditC).map((question) => ({
  ...question,
  required: required[question.name] ?? 'Answer this question',
  ...(question.name === 'audit_1' ? { hint: 'In the year before they came into prison.' } : {}),
}))

/** The version whose questions the arrival screen asks: its answers are read and scored by this one for ever. */
const askedVersion = '1'

/** AUDIT-C as an arrival screen answered it; nothing where it did not. */
export const auditCOfScreen = (screen: Answers): Answers => {
  const given = questionsOf(auditC).flatMap(({ name }) => {
    const [value] = chosenIn(screen, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  if (given.length === 0) return {}
  return {
    ...Object.fromEntries(given),
    instrument: auditC.id,
    version: askedVersion,
    window: auditC.window.custody,
    where: 'custody',
  }
}
