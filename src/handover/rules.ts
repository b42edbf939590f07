import { addWorkingDays, workingDayBefore } from '../directory/index.ts'
import type { StaffRole } from '../platform/database/schema.ts'
import type { Basis } from '../sharing/model.ts'
import type { Nation, RecordClass } from '../standards/model.ts'
import { alwaysGoes, type ChosenPart, type DraftBasis } from './model.ts'

const before = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0

/** Days from release (day 0) to `day`; negative before it. */
export const daysOut = (released: Temporal.PlainDate, day: Temporal.PlainDate): number =>
  released.until(day, { largestUnit: 'days' }).days

/** The last day on which a start of treatment still counts as continuity (product.md: 21 days). */
export const lastDay = 21

/** The last day of follow-up, after which a team leader closes it (product.md: day 84). */
export const lastFollowUpDay = 84

/** Days after release on which somebody is rung; then every week to day 84. */
export const callDays: readonly number[] = [1, 3, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84]

/** Why this basis cannot carry a sending, in a sentence; null where it can. */
export const faultOfBasis = (
  basis: DraftBasis | null,
  reason: string | null,
  agreedAtTriage: boolean,
): string | null => {
  if (basis === null) return 'Say on what basis it is shared'
  if (basis === 'none')
    return 'There is no basis to share on, so nothing is sent. Tell them how to come themselves'
  if (basis === 'agreed_at_triage' && !agreedAtTriage)
    return 'They did not agree at triage. Ask them now, or choose another basis'
  const needsReason = basis === 'vital_interests' || basis === 'public_task' || basis === 'direct_care'
  return needsReason && (reason ?? '').trim() === '' ? 'Give the reason, in a sentence' : null
}

/**
 * Why a part cannot go on this basis, or null (product.md, "Who may see what"): recovery records with consent or a
 * basis; clinical ones with consent, for direct care between registered clinicians, or to protect a life.
 */
export const faultOfPart = (
  part: ChosenPart,
  basis: DraftBasis | Basis | null,
  role: StaffRole,
): string | null => {
  if (part === 'recovery' || basis === null || basis === 'none') return null
  if (basis === 'public_task')
    return 'Medicines and clinical notes do not go on a public task. Leave them out, or ask the person'
  if (basis === 'court_order' || basis === 'legal_duty' || basis === 'safeguarding')
    return 'Medicines and clinical notes do not go on this basis. Leave them out, or ask the person'
  return basis === 'direct_care' && role !== 'clinical'
    ? 'For direct care, medicines and clinical notes go from one clinician to another. Leave them out, or ask healthcare to send them'
    : null
}

/** Classes of record that go with a sending: those that always do, and those that were ticked. */
export const partsOf = (chosen: readonly ChosenPart[]): readonly RecordClass[] =>
  [...alwaysGoes, ...chosen].sort()

/**
 * The day by which the receiving service answers: its working days from today, or the last working day before
 * release where that is sooner; today, where that has passed.
 */
export const answerDue = (
  today: Temporal.PlainDate,
  workingDays: number,
  nation: Nation,
  release: Temporal.PlainDate | null,
): Temporal.PlainDate => {
  const byRule = addWorkingDays(today, workingDays, nation)
  if (release === null || !before(today, release)) return byRule
  const lastBefore = workingDayBefore(release, nation)
  const sooner = before(lastBefore, byRule) ? lastBefore : byRule
  return before(sooner, today) ? today : sooner
}

/** What is known of somebody before anybody rings them. */
export interface Reachable {
  readonly died: boolean
  /** They left for a reason that nobody knows and nobody has looked at yet. */
  readonly reasonUnknown: boolean
  readonly inCustody: boolean
  readonly safeToRing: 'person' | 'person_no_message' | 'someone_else' | 'nobody' | 'not_asked'
}

/** Why nobody is to ring, in a sentence; null where somebody may. */
export const faultOfRinging = ({ died, reasonUnknown, inCustody }: Reachable): string | null => {
  if (died) return 'They have died. Nobody is to ring, and nothing more is owed'
  if (reasonUnknown)
    return 'We do not know why they left. Nobody rings until somebody has looked at what the prison said'
  return inCustody ? 'They are in custody. See them there' : null
}

export const safeToRingWords: Readonly<Record<Reachable['safeToRing'], string>> = {
  person: 'Ring them themselves. A message may be left',
  person_no_message: 'Ring them themselves. Leave no message',
  someone_else: 'Ring somebody else for them',
  nobody: 'Ring nobody. Write, or wait for them to come',
  not_asked:
    'They were not asked whom it is safe to ring. Say only your first name until you know who answers',
}

/** Why an appointment cannot be on this day, or null. `release` is the day they leave or left. */
export const faultOfAppointment = (
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
  release: Temporal.PlainDate | null,
  reason: string | null,
): { readonly field: 'day' | 'reason'; readonly message: string } | null => {
  if (before(day, today)) return { field: 'day', message: 'This day has passed. Choose today or later' }
  if (release === null) return null
  if (before(day, release))
    return { field: 'day', message: 'They are still in custody then. Choose the day they leave or later' }
  return daysOut(release, day) > lastDay && reason === null
    ? {
        field: 'reason',
        message: 'This is after day 21. Choose an earlier day, or say why it cannot be sooner',
      }
    : null
}

/** What to think of before booking this day: day 1 to 3 is when most are lost. Null where it is day 3 or sooner. */
export const adviceOnAppointment = (
  day: Temporal.PlainDate,
  release: Temporal.PlainDate | null,
): string | null => {
  if (release === null) return null
  const out = daysOut(release, day)
  return out <= 3
    ? null
    : `This is day ${out} after release. The first days are the most dangerous: day 1 to 3 is better.`
}

/** What is known of the six things somebody should leave with; null: not needed for them. */
export interface PackFacts {
  readonly accepted: boolean
  readonly appointment: boolean
  readonly accommodation: boolean
  readonly overdoseAdvice: boolean
  /** Null where they are on no opioid substitution. */
  readonly medicinesBridge: boolean | null
  /** Null where naloxone is not indicated. */
  readonly naloxone: boolean | null
}

export interface ReleasePack {
  readonly done: number
  readonly of: number
  /** What is still missing, in words. */
  readonly missing: readonly string[]
}

const packWords: Readonly<Record<keyof PackFacts, string>> = {
  accepted: 'service',
  appointment: 'appointment',
  accommodation: 'first night',
  medicinesBridge: 'medicines',
  naloxone: 'naloxone',
  overdoseAdvice: 'advice',
}

const packOrder: readonly (keyof PackFacts)[] = [
  'accepted',
  'appointment',
  'accommodation',
  'medicinesBridge',
  'naloxone',
  'overdoseAdvice',
]

/** How much of the release pack is there: what is not needed for somebody does not count. */
export const releasePack = (facts: PackFacts): ReleasePack => {
  const needed = packOrder.filter((part) => facts[part] !== null)
  const missing = needed.filter((part) => facts[part] === false).map((part) => packWords[part])
  return { done: needed.length - missing.length, of: needed.length, missing }
}

/** "day 9 of 21"; past day 21 only the day: "day 30". */
export const dayCounter = (released: Temporal.PlainDate, today: Temporal.PlainDate): string => {
  const day = daysOut(released, today)
  if (day === 0) return 'left today'
  return day <= lastDay ? `day ${day} of ${lastDay}` : `day ${day}`
}

/** The day after release whose call is still to be made, where nobody tried on it or since; null where none is. */
export const callToMake = (day: number, tried: readonly number[]): number | null => {
  const last = callDays.findLast((call) => call <= day)
  return last === undefined || tried.some((each) => each >= last) ? null : last
}

/** Days without medicine between the last dose inside and the next one outside. */
export const gapDays = (lastDose: Temporal.PlainDate, nextDose: Temporal.PlainDate): number =>
  Math.max(0, daysOut(lastDose, nextDose) - 1)
