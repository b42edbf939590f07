import type { Day } from '../platform/day.ts'
import type { Case } from './case.ts'
import { dueDay, openingDay, windowDay } from './due.ts'
import type { Ground } from './grounds.ts'
import type { Fact, Obligation, StandardsContext } from './model.ts'
import type { OccasionKind, Occasions } from './occasions/occasion.ts'
import { type LiveFrom, type Ownership, ownerOn, type PrisonOn } from './owners.ts'
import { settingOn } from './settings.ts'
import { never } from './spells.ts'
import type { Pack, Repeats, Standard } from './standard.ts'

/** One person's derivation under way. */
export interface Derivation {
  readonly c: Case
  readonly context: StandardsContext
  readonly prisonOn: PrisonOn
  readonly liveFrom: LiveFrom
  /** By the key of what was waived; null where nothing was, which is nearly everybody. */
  readonly waivers: ReadonlyMap<string, Fact> | null
  readonly owed: Obligation[]
}

type Closing = Pick<Obligation, 'state' | 'closedBy' | 'closedOn'>

const stillOwed: Closing = { state: 'owed', closedBy: null, closedOn: null }

/** Waived, met, no longer applicable or owed. What had lapsed before it ended was missed, and stays so. */
const closing = (
  { c, waivers }: Derivation,
  occasion: Occasions[OccasionKind],
  key: string,
  met: Fact | null,
  lapsesOn: Day | null,
): Closing => {
  const died = c.death.day < occasion.until
  const over = died ? c.death.day : occasion.until
  const waiver = waivers?.get(key)
  if (waiver !== undefined && waiver.day <= (met?.day ?? over))
    return { state: 'waived', closedBy: waiver.id, closedOn: waiver.day }
  if (met !== null) return { state: 'met', closedBy: met.id, closedOn: met.day }
  if (over === never || (lapsesOn !== null && lapsesOn < over)) return stillOwed
  return { state: 'no_longer_applicable', closedBy: died ? c.death.by : occasion.endedBy, closedOn: over }
}

const isInForce = (pack: Pack, day: Day): boolean =>
  (pack.from === null || pack.from <= day) && (pack.to === null || day <= pack.to)

/** When one promise opens; `window` is the day on which it would have, had everything been known. */
interface Moment {
  readonly key: string
  readonly opens: Day
  readonly window: Day
  readonly due: Day | null
}

/** The fact that keeps the promise: on the very day where it cannot be done late, else any day until it is over. */
const meeting = <Kind extends OccasionKind>(
  { c, context }: Derivation,
  standard: Standard<Kind>,
  occasion: Occasions[Kind],
  { opens, window }: Moment,
): Fact | null => {
  const over = Math.min(c.death.day, occasion.until)
  const since = standard.countsFrom === 'opening' ? window : occasion.day
  if (since > over) return null
  return standard.metBy(c, occasion, since, standard.lapses && opens < over ? opens : over, context)
}

/**
 * When it is due to a service that began to work with Throughcare on `live`, after it opened, or null where
 * nothing is owed: it was over by then, or its time was past and it is not one that goes on.
 */
const dueOnceLive = <Kind extends OccasionKind>(
  { context }: Derivation,
  ground: Ground,
  standard: Standard<Kind>,
  occasion: Occasions[Kind],
  { dueOn, closedOn }: Pick<Obligation, 'dueOn' | 'closedOn'>,
  live: Day,
): Day | null => {
  if (closedOn !== null && closedOn < live) return null
  if (dueOn >= live) return dueOn
  if (standard.dueBeforeLive === 'over') return null
  return dueDay(context, ground.calendar, standard.due, { ...occasion, day: live }, live)
}

/**
 * Who answers for what nobody owns: in a prison where no team works with Throughcare, the team with whom they have
 * an episode open. Nothing closes when somebody moves, and nobody between triage and discharge is without an owner.
 */
const inTheirPlace = (
  { c }: Derivation,
  { owner }: Pick<Standard, 'owner'>,
  nobody: Ownership,
  day: Day,
): Ownership => {
  if (owner.service === 'team there') return nobody
  const episode = c.inCustody.findLast(({ openedOn, endedOn }) => openedOn <= day && endedOn >= day)
  return { service: episode?.serviceId ?? null, role: nobody.role }
}

/** Judges one promise by the facts, and adds what is owed: nothing where it ended before it opened. */
const judgeOne = <Kind extends OccasionKind>(
  derivation: Derivation,
  ground: Ground,
  standard: Standard<Kind>,
  occasion: Occasions[Kind],
  moment: Moment,
): void => {
  const { c, context } = derivation
  const { key, opens } = moment
  const met = meeting(derivation, standard, occasion, moment)
  const opensOn = met === null ? opens : Math.min(met.day, opens)
  if (opensOn > c.death.day || opensOn > occasion.until || !isInForce(ground.pack, opensOn)) return
  const ruled = moment.due ?? dueDay(context, ground.calendar, standard.due, occasion, opensOn)
  if (ruled === null) return
  const lapsesOn = standard.lapses ? ruled : null
  const closed = closing(derivation, occasion, key, met, lapsesOn)
  const answersOn = closed.closedOn ?? lapsesOn ?? never
  const there = ownerOn(derivation.prisonOn, standard.owner, occasion, answersOn)
  const owner = there.service === null ? inTheirPlace(derivation, standard, there, answersOn) : there
  const { closedOn } = closed
  const live = derivation.liveFrom(owner.service)
  const dueOn =
    live === null || opensOn >= live
      ? ruled
      : dueOnceLive(derivation, ground, standard, occasion, { dueOn: ruled, closedOn }, live)
  if (dueOn === null) return
  derivation.owed.push({
    key,
    standard: standard.id,
    pack: ground.pack.id,
    packVersion: ground.pack.version,
    recordClass: standard.recordClass,
    opensOn,
    dueOn,
    lapsesOn,
    ownerService: owner.service,
    ownerRole: owner.role,
    openedBy: occasion.openedBy,
    state: closed.state,
    closedBy: closed.closedBy,
    closedOn,
    subjectId: occasion.subjectId,
  })
}

/** A promise made once about its occasion. */
export const judge = <Kind extends OccasionKind>(
  derivation: Derivation,
  ground: Ground,
  standard: Standard<Kind>,
  occasion: Occasions[Kind],
): void => {
  const opens = openingDay(derivation.context, standard.opens, occasion)
  if (opens === null) return
  judgeOne(derivation, ground, standard, occasion, {
    key: `${standard.id}:${occasion.id}`,
    opens,
    window: windowDay(derivation.context, standard.opens, occasion, opens),
    due: null,
  })
}

/** A promise made again and again: each opens on the day after the one before is due, so that what is done counts once. */
export const judgeRepeats = <Kind extends OccasionKind>(
  derivation: Derivation,
  ground: Ground,
  standard: Standard<Kind>,
  occasion: Occasions[Kind],
  repeats: Repeats,
): void => {
  const { day, id } = occasion
  const number = (span: Repeats['from']) => settingOn(derivation.context, span, day)
  const every = Math.max(1, number(repeats.every))
  for (let days = number(repeats.from) + every; days <= number(repeats.until); days += every) {
    const opens = day + days - every + 1
    judgeOne(derivation, ground, standard, occasion, {
      key: `${standard.id}:${id}:${days}`,
      opens,
      window: opens,
      due: day + days,
    })
  }
}
