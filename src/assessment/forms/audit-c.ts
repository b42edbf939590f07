import { auditC } from '../instruments/audit.ts'
import { questionsOf } from '../instruments/instrument.ts'
import type { Question } from '../model.ts'

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
