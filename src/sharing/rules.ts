import type { StaffRole } from '../platform/database/schema.ts'
import type { Basis, Part, RegisterRow, Standing, StandingState } from './model.ts'

/** Where a row stands on a day: what was given holds up to its last day, that day included. */
export const stateOn = (
  { state, until }: Pick<RegisterRow, 'state' | 'until'>,
  today: Temporal.PlainDate,
): StandingState =>
  state === 'given' && until !== null && Temporal.PlainDate.compare(until, today) < 0 ? 'expired' : state

const streamOf = ({ recipient, purpose, basis }: RegisterRow): string =>
  JSON.stringify([recipient.serviceId, recipient.body?.toLowerCase(), purpose, basis])

/** What stands, of rows given newest first: the newest of each recipient, purpose and basis. */
export const standingOf = (rows: readonly RegisterRow[], today: Temporal.PlainDate): readonly Standing[] => {
  const newest = new Map<string, Standing>()
  for (const row of rows) {
    const stream = streamOf(row)
    if (!newest.has(stream)) newest.set(stream, { ...row, now: stateOn(row, today) })
  }
  return [...newest.values()]
}

/**
 * Why a part cannot go on this basis, or null (product.md, "Who may see what"): clinical records go with consent, for
 * direct care from one clinician to another, or to protect a life.
 */
export const faultOfClinical = (basis: Basis, role: StaffRole): string | null => {
  if (basis === 'consent' || basis === 'vital_interests') return null
  if (basis !== 'direct_care')
    return 'Medicines and clinical notes go with consent, for direct care, or to protect a life. Leave them out'
  return role === 'clinical'
    ? null
    : 'For direct care, medicines and clinical notes go from one clinician to another. Leave them out, or ask healthcare'
}

/** Which of these parts a basis that stands does not cover. */
export const notCovered = (wanted: readonly string[], standing: Pick<Standing, 'parts'>): readonly Part[] =>
  (['recovery', 'clinical'] as const).filter(
    (part) => wanted.includes(part) && !standing.parts.includes(part),
  )

/** Whether it ends within this many days: worth asking again before it does. */
export const endsSoon = (
  { now, until }: Pick<Standing, 'now' | 'until'>,
  today: Temporal.PlainDate,
  days = 14,
): boolean => now === 'given' && until !== null && today.until(until, { largestUnit: 'days' }).days <= days
