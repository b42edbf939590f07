import type { FactForm } from '../../model.ts'
import { injecting, medicines, mentalHealth, overdose, physicalHealth, riskNow } from './health.ts'
import { capital, family, housing, money, offending, wishes, work } from './life.ts'
import type { Section } from './section.ts'
import { dependence, recentUse, substanceHistory } from './substances.ts'

export type { KnownFrom, Section } from './section.ts'
export { substanceInWords } from './substances.ts'

/** The version of these questions: a change of words or answers is a new one, and the old stays for reading back. */
export const formVersion = 1

/** The sections of the comprehensive assessment, in the order of a talk. */
export const sections: readonly Section[] = [
  substanceHistory,
  recentUse,
  dependence,
  injecting,
  overdose,
  medicines,
  physicalHealth,
  mentalHealth,
  riskNow,
  offending,
  housing,
  family,
  money,
  work,
  capital,
  wishes,
]

export const sectionById = (id: string): Section | undefined => sections.find((section) => section.id === id)

/** The whole, as it reads back once it is completed. */
export const comprehensive: FactForm = {
  kind: 'assessment_completed',
  title: 'Comprehensive assessment',
  recordClass: 'recovery',
  questions: sections.flatMap(({ questions }) => questions),
}
