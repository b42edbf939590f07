import type { StaffRole } from '../platform/database/schema.ts'

/** Kinds of emergency that the glass may be broken for, in the words of the form. */
export const emergencies = {
  danger_to_life: 'Somebody’s life is in danger now',
  safeguarding: 'A child or an adult may come to serious harm',
  other_emergency: 'Another emergency',
} as const satisfies Readonly<Record<string, string>>

export type Emergency = keyof typeof emergencies

/** Most tries of one member of staff in an hour: a number and a date of birth are not to be guessed here. */
export const mostTriesAnHour = 5

/** The fewest words that say anything to whoever reviews it, in characters. */
export const shortestReason = 10

/** Who reviews: leaders of the team of whoever looked, and of the team that holds the person. */
export const rolesThatOversee = ['team_leader'] as const satisfies readonly StaffRole[]

/** The same, and administrators: of what no team leader beside whoever looked could review. */
export const rolesThatReview = [...rolesThatOversee, 'administrator'] as const satisfies readonly StaffRole[]

/** What is surfaced for review without anybody saying so, unless a service has set other numbers (settings). */
export const usualThresholds = { many_records: 30, many_records_minutes: 60 } as const

export type Threshold = keyof typeof usualThresholds

/** What can become of a review, in the words of the form. */
export const reviewOutcomes = {
  justified: 'It was right to look',
  talked: 'Talked about with them: nothing more is needed',
  taken_further: 'Taken further',
} as const satisfies Readonly<Record<string, string>>

export type ReviewOutcome = keyof typeof reviewOutcomes
