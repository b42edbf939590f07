import type { Day } from '../platform/day.ts'
import type { RecordClass } from '../standards/model.ts'

/** A reason, recorded somewhere, for which a service or a member of staff works with a person. */
export interface Tie {
  readonly ground: 'episode' | 'allocation' | 'handover' | 'offer'
  readonly serviceId: string
  readonly staffId: string | null
  readonly since: Day
  readonly until: Day | null
  /** Classes of record that go with an offer; null for other grounds. */
  readonly parts: readonly RecordClass[] | null
}

/** Time in one prison. */
export interface Stay {
  readonly establishment: string
  readonly from: Day
  /** Null while it lasts. */
  readonly to: Day | null
}

/** Who may see somebody, why, from when to when, and which classes of record (null: all that the role may). */
export interface Involvement {
  readonly ground: Tie['ground'] | 'here' | 'follow_up'
  readonly serviceId: string
  readonly staffId: string | null
  readonly since: Day
  readonly until: Day | null
  readonly classes: readonly RecordClass[] | null
}

export interface InvolvementFacts {
  readonly ties: readonly Tie[]
  readonly stays: readonly Stay[]
  /** Release into the community with an onward need: the prison's team holds them until the follow-up ends. */
  readonly followUp: { readonly establishment: string | null; readonly from: Day; readonly until: Day } | null
  readonly servicesHere: (establishment: string) => readonly string[]
  readonly isCommunity: (serviceId: string) => boolean
}

/** What a community service sees of somebody whom it works with, beside what it wrote itself (product.md, "Who may see what"). */
const communitySees: readonly RecordClass[] = ['identity', 'contact_details', 'safety', 'handover']

const classesOf = (tie: Tie, isCommunity: InvolvementFacts['isCommunity']): readonly RecordClass[] | null => {
  if (tie.ground === 'allocation' || !isCommunity(tie.serviceId)) return null
  return [...new Set([...communitySees, ...(tie.parts ?? [])])].sort()
}

const later = (one: Day | null, other: Day | null): Day | null =>
  one === null || other === null ? null : Math.max(one, other)

const keyOf = ({ serviceId, ground, staffId }: Involvement): string =>
  `${serviceId}|${ground}|${staffId ?? ''}`

/** Several ties of one kind are one involvement: from the first to the last, with every class of those that last. */
const join = (one: Involvement, other: Involvement): Involvement => {
  const lasting = [one, other].filter(({ until }) => until === null)
  const counted = lasting.length > 0 ? lasting : [one, other]
  const classes = counted.some((each) => each.classes === null)
    ? null
    : [...new Set(counted.flatMap((each) => each.classes ?? []))].sort()
  return { ...one, since: Math.min(one.since, other.since), until: later(one.until, other.until), classes }
}

const hereOf = ({ stays, servicesHere }: InvolvementFacts): Involvement[] =>
  stays.flatMap(({ establishment, from, to }) =>
    servicesHere(establishment).map(
      (serviceId): Involvement => ({
        ground: 'here',
        serviceId,
        staffId: null,
        since: from,
        until: to,
        classes: null,
      }),
    ),
  )

const followUpOf = ({ followUp, servicesHere }: InvolvementFacts): Involvement[] =>
  followUp === null || followUp.establishment === null
    ? []
    : servicesHere(followUp.establishment).map(
        (serviceId): Involvement => ({
          ground: 'follow_up',
          serviceId,
          staffId: null,
          since: followUp.from,
          until: followUp.until,
          classes: null,
        }),
      )

/** Who works with somebody: the prison that holds them, services with an episode or a hand-over, staff by name. */
export const involvementsOf = (facts: InvolvementFacts): readonly Involvement[] => {
  const tied = facts.ties.map(
    (tie): Involvement => ({
      ground: tie.ground,
      serviceId: tie.serviceId,
      staffId: tie.staffId,
      since: tie.since,
      until: tie.until,
      classes: classesOf(tie, facts.isCommunity),
    }),
  )
  const joined = new Map<string, Involvement>()
  for (const each of [...hereOf(facts), ...followUpOf(facts), ...tied]) {
    const known = joined.get(keyOf(each))
    joined.set(keyOf(each), known === undefined ? each : join(known, each))
  }
  return [...joined.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}
