import { createHash } from 'node:crypto'
import type { Place } from '../custody/index.ts'
import { type Day, isoDay } from '../platform/day.ts'
import type { Derived } from './derivation.ts'

/** One person's derivation as the rows that hold it. */
export interface StoredRows {
  readonly digest: string
  readonly place: Readonly<Record<string, unknown>>
  readonly ties: readonly Readonly<Record<string, unknown>>[]
  readonly owed: readonly Readonly<Record<string, unknown>>[]
}

const day = (value: Day | null): string | null => (value === null ? null : isoDay(value))
const date = (value: Temporal.PlainDate | null | undefined): string | null => value?.toString() ?? null

const establishmentOf = (place: Place): string | null => {
  if (place.kind === 'in_transit') return place.from
  return 'establishment' in place ? place.establishment : null
}

const placeRow = (
  person_id: string,
  { place: found, onwardNeed, inTreatmentSince }: Derived,
): Record<string, unknown> => {
  const { place, spell, arrival, release, leaving } = found
  const over = place.kind === 'in_community' || place.kind === 'removed' || place.kind === 'died'
  return {
    person_id,
    class: 'identity',
    status: place.kind,
    establishment_code: over ? (spell?.end?.establishment ?? null) : establishmentOf(place),
    since: 'since' in place ? date(place.since) : null,
    admitted_on: date(spell?.start?.day),
    arrived_on: date(arrival?.movement.day),
    arrived_at: arrival?.movement.instant.toString() ?? null,
    arrived_by: arrival?.by ?? null,
    arrived_from: arrival?.from ?? null,
    released_on: date(release?.movement.day),
    released_from: release?.movement.establishment ?? null,
    release_unplanned: release?.unplanned ?? null,
    release_reason_known: release?.movement.reasonKnown ?? null,
    release_id: release?.movement.id ?? null,
    working_release_date: date(leaving?.day),
    calculated_release_date: date(leaving?.recorded),
    release_date_type: leaving?.type ?? null,
    release_date_warning:
      leaving === null || leaving.warnings.length === 0 ? null : leaving.warnings.join(' '),
    onward_need: onwardNeed,
    in_treatment_since: day(inTreatmentSince),
  }
}

/** The rows of `whereabouts`, `involvement` and `obligation` for one person, and a digest of them all. */
export const storedRows = (person_id: string, derived: Derived): StoredRows => {
  const place = placeRow(person_id, derived)
  const ties = derived.involvements.map((each) => ({
    person_id,
    ground: each.ground,
    service_id: each.serviceId,
    staff_id: each.staffId,
    since: day(each.since),
    until: day(each.until),
    until_at: each.untilAt === null ? null : Temporal.Instant.fromEpochMilliseconds(each.untilAt).toString(),
    classes: each.classes,
    lapses_on: day(each.lapsesOn),
  }))
  const owed = derived.obligations.map((each) => ({
    person_id,
    key: each.key,
    standard: each.standard,
    pack: each.pack,
    pack_version: each.packVersion,
    class: each.recordClass,
    opens_on: day(each.opensOn),
    due_on: day(each.dueOn),
    lapses_on: day(each.lapsesOn),
    service_id: each.ownerService,
    owner_role: each.ownerRole,
    opened_by: each.openedBy,
    state: each.state,
    closed_by: each.closedBy,
    closed_on: day(each.closedOn),
    subject_id: each.subjectId,
  }))
  const digest = createHash('sha1')
    .update(JSON.stringify([place, ties, owed]))
    .digest('base64')
  return { digest, place: { ...place, digest }, ties, owed }
}
