import type { Day } from '../platform/day.ts'
import type { RecordClass } from '../standards/model.ts'

interface Tied {
  readonly serviceId: string
  readonly staffId: string | null
  readonly since: Day
  readonly until: Day | null
}

/** What the register of sharing says today of the basis that something rests on (src/sharing). */
interface Standing {
  readonly parts: readonly string[]
  /** Last day on which it holds; null: until it is withdrawn. */
  readonly lapsesOn: Day | null
  /** The recipient is involved on it alone, without a hand-over. */
  readonly opens: boolean
}

/** A hand-over was sent to a service; it ends when they decline it, the sender takes it back, or it is closed. */
interface Offered extends Tied {
  readonly ground: 'offer'
  readonly basis: string
  /** Null: the basis was withdrawn, refused or never recorded. Then nothing is theirs to read. */
  readonly standing: Standing | null
  /** The moment of a refusal or withdrawal, epoch milliseconds: nothing recorded after it is theirs to read. */
  readonly untilAt: number | null
  /** Classes of record that go with it. */
  readonly parts: readonly RecordClass[]
  readonly accepted: boolean
}

/** A service was involved on a recorded basis, without a hand-over. */
interface Shared extends Tied {
  readonly ground: 'shared'
  readonly standing: Standing | null
}

/**
 * A reason, recorded somewhere, for which a service works with a person, or a member of staff by name:
 * `named` is an allocation in a role that sees only its own people (a key worker, a probation practitioner).
 * `cover` is the same for a colleague while they are away: which days count is the clock's to say, when somebody looks.
 * `set_aside`: a message found wrong since said that their prison held the person; they may look at it and take that back.
 */
export type Tie =
  | Offered
  | Shared
  | (Tied & { readonly ground: 'episode' | 'allocation' | 'named' | 'cover' | 'handover' | 'set_aside' })

/** Time in one prison. */
export interface Stay {
  readonly establishment: string
  readonly from: Day
  /** Null while it lasts. */
  readonly to: Day | null
}

/** Who may see somebody, why, from when to when, and which classes of record (null: all that the role may). */
export interface Involvement {
  readonly ground: Tie['ground'] | 'here' | 'follow_up' | 'direct_care'
  readonly serviceId: string
  readonly staffId: string | null
  readonly since: Day
  readonly until: Day | null
  /** The moment it ended, epoch milliseconds, where that is known; else all of the last day counts. */
  readonly untilAt: number | null
  readonly classes: readonly RecordClass[] | null
  /** Last day on which the basis behind it holds, by the clock; null: it rests on none that ends on a day. */
  readonly lapsesOn: Day | null
}

export interface InvolvementFacts {
  readonly ties: readonly Tie[]
  readonly stays: readonly Stay[]
  /** Release into the community with an onward need: the prison's team holds them until the follow-up ends. */
  readonly followUp: { readonly establishment: string | null; readonly from: Day; readonly until: Day } | null
  readonly servicesHere: (establishment: string) => readonly string[]
  readonly isCommunity: (serviceId: string) => boolean
}

/** What a community service sees of its own people, beside what it wrote itself (product.md, "Who may see what"). */
const ofTheirOwn: readonly RecordClass[] = ['identity', 'safety']

/** What always goes with a hand-over, beside the parts that were chosen. */
const withHandover: readonly RecordClass[] = ['identity', 'contact_details', 'safety', 'handover']

/** What a service needs that is involved without one. */
const withSharing: readonly RecordClass[] = ['identity', 'contact_details', 'safety']

const sorted = (classes: readonly RecordClass[]): readonly RecordClass[] => [...new Set(classes)].sort()

const choosable: readonly RecordClass[] = ['recovery', 'clinical']

const covered = (standing: Standing | null): readonly RecordClass[] =>
  choosable.filter((part) => standing?.parts.includes(part))

/** Direct care carries medicines and no clinical note: a policy of its own lets them be read (product.md). */
const groundOf = (tie: Tie): Involvement['ground'] =>
  tie.ground === 'offer' &&
  tie.basis === 'direct_care' &&
  tie.parts.includes('clinical') &&
  covered(tie.standing).includes('clinical')
    ? 'direct_care'
    : tie.ground

const classesOfOffer = (tie: Offered): readonly RecordClass[] => {
  const agreed = covered(tie.standing)
  const chosen = tie.parts.filter((part) => !choosable.includes(part) || agreed.includes(part))
  return sorted([...withHandover, ...chosen]).filter(
    (part) => groundOf(tie) !== 'direct_care' || part !== 'clinical',
  )
}

const classesOf = (tie: Tie, isCommunity: InvolvementFacts['isCommunity']): readonly RecordClass[] | null => {
  if (tie.ground === 'set_aside') return ['identity']
  if (tie.ground === 'shared') return sorted([...withSharing, ...covered(tie.standing)])
  if (tie.ground === 'named' || tie.ground === 'cover' || !isCommunity(tie.serviceId)) return null
  return tie.ground === 'offer' ? classesOfOffer(tie) : ofTheirOwn
}

/** Nothing is seen on a basis that does not stand: withdrawal ends it at once, also for reading back. */
const stands = (tie: Tie): boolean => {
  if (tie.ground === 'offer') return tie.standing !== null
  return tie.ground !== 'shared' || tie.standing?.opens === true
}

const later = (one: Day | null, other: Day | null): Day | null =>
  one === null || other === null ? null : Math.max(one, other)

/** What was shared with a service that accepted stays shared while its own episode of the person lasts. */
const untilOf = (tie: Tie, ties: readonly Tie[]): Day | null =>
  tie.ground !== 'offer' || !tie.accepted
    ? tie.until
    : ties
        .filter(({ ground, serviceId }) => ground === 'episode' && serviceId === tie.serviceId)
        .reduce((until, episode) => later(until, episode.until), tie.until)

const keyOf = ({ serviceId, ground, staffId, lapsesOn }: Involvement): string =>
  `${serviceId}|${ground}|${staffId ?? ''}|${lapsesOn ?? ''}`

const joinClasses = (all: readonly Involvement[]): Involvement['classes'] =>
  all.some(({ classes }) => classes === null)
    ? null
    : [...new Set(all.flatMap(({ classes }) => classes ?? []))].sort()

/** Several ties of one kind are one involvement: from the first to the last, as those that end last (or not) have it. */
const join = (one: Involvement, other: Involvement): Involvement => {
  const until = later(one.until, other.until)
  const last = [one, other].filter((each) => each.until === until)
  const moments = last.map(({ untilAt }) => untilAt)
  return {
    ...one,
    since: Math.min(one.since, other.since),
    until,
    untilAt: moments.reduce(later, moments[0] ?? null),
    classes: joinClasses(last),
  }
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
        untilAt: null,
        classes: null,
        lapsesOn: null,
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
          untilAt: null,
          classes: null,
          lapsesOn: null,
        }),
      )

/** Who works with somebody: the prison that holds them, services with an episode or a hand-over, staff by name. */
export const involvementsOf = (facts: InvolvementFacts): readonly Involvement[] => {
  const tied = facts.ties.filter(stands).map(
    (tie): Involvement => ({
      ground: groundOf(tie),
      serviceId: tie.serviceId,
      staffId: tie.staffId,
      since: tie.since,
      until: untilOf(tie, facts.ties),
      untilAt: tie.ground === 'offer' ? tie.untilAt : null,
      classes: classesOf(tie, facts.isCommunity),
      lapsesOn: tie.ground === 'offer' || tie.ground === 'shared' ? (tie.standing?.lapsesOn ?? null) : null,
    }),
  )
  const joined = new Map<string, Involvement>()
  for (const each of [...hereOf(facts), ...followUpOf(facts), ...tied]) {
    const known = joined.get(keyOf(each))
    joined.set(keyOf(each), known === undefined ? each : join(known, each))
  }
  return [...joined.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}
