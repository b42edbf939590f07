import type { EndReason } from '../../standards/model.ts'
import type { RowProblem } from './model.ts'

type Day = Temporal.PlainDate

interface EpisodeDates {
  readonly referral_date: Day
  readonly triage_date: Day | null
  readonly treatment_start: Day | null
  readonly end_date: Day | null
  readonly end_reason: EndReason | null
}

const isBefore = (day: Day | null, other: Day | null): boolean =>
  day !== null && other !== null && Temporal.PlainDate.compare(day, other) < 0

/** An end has a reason and a reason has an end. */
export const sameEnd = (dates: EpisodeDates): RowProblem | undefined => {
  if (dates.end_date !== null && dates.end_reason === null)
    return { field: 'end_reason', reason: 'An episode with an end date needs the reason' }
  if (dates.end_date === null && dates.end_reason !== null)
    return { field: 'end_date', reason: 'An episode with an end reason needs the end date' }
  return undefined
}

/** Nothing ends before it began. */
export const tooEarlyEnd = (dates: EpisodeDates): RowProblem | undefined => {
  if (isBefore(dates.end_date, dates.treatment_start))
    return { field: 'end_date', reason: 'This is before the treatment start' }
  return isBefore(dates.end_date, dates.referral_date)
    ? { field: 'end_date', reason: 'This is before the referral' }
    : undefined
}

const inUsualOrder = ['referral_date', 'triage_date', 'treatment_start', 'end_date'] as const

const names: Readonly<Record<(typeof inUsualOrder)[number], string>> = {
  referral_date: 'referral',
  triage_date: 'triage',
  treatment_start: 'treatment start',
  end_date: 'end',
}

/** Dates that are kept and pointed out: each that lies before one that usually comes first, or after today. */
export const oddDates = (dates: EpisodeDates, today: Day): readonly RowProblem[] =>
  inUsualOrder.flatMap((field, position) => {
    const earlier = inUsualOrder.slice(0, position).filter((other) => isBefore(dates[field], dates[other]))
    const order = earlier.map((other) => ({ field, reason: `This is before the ${names[other]}` }))
    return isBefore(today, dates[field]) ? [...order, { field, reason: 'This day is in the future' }] : order
  })
