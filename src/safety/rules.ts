import type { StaffRole } from '../platform/database/schema.ts'
import type { IncidentClass, IncidentKind, Setting } from '../standards/model.ts'

/** How long an overdose or self-harm is recent, in days: the four weeks that every form asks about. */
const recentDays = 28

const dangerous: readonly IncidentKind[] = ['overdose', 'self_harm']

/** Danger to life that asks what was done now (product.md, "immediate safety"). */
export const isDanger = (what: IncidentKind, day: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  dangerous.includes(what) && day.until(today, { largestUnit: 'days' }).days <= recentDays

/**
 * Which class an incident is of: a prison's is read by those named for the person; a community service's is its own
 * recovery work. Null where this role records none there.
 */
export const incidentClass = (role: StaffRole, setting: Setting): IncidentClass | null => {
  if (setting === 'custody') return 'incident'
  return role === 'clinical' ? null : 'recovery'
}
