import type { Day } from '../platform/day.ts'
import { type Calendar, calendarFor } from './calendar.ts'
import { type Case, caseOf } from './case.ts'
import { dueDay, openingDay } from './due.ts'
import type { Fact, Obligation, PersonFacts, StandardsContext } from './model.ts'
import type { OccasionKind, Occasions } from './occasions/occasion.ts'
import { type OccasionsByKind, occasionsOf } from './occasions/occasions.ts'
import { nationOf, ownerOn } from './owners.ts'
import { packs, packsOf } from './packs/packs.ts'
import { settingOn } from './settings.ts'
import { never } from './spells.ts'
import type { Pack, Standard } from './standard.ts'

/** What every step of one person's derivation needs. */
interface Derivation {
  readonly c: Case
  readonly context: StandardsContext
  readonly waivers: ReadonlyMap<string, Fact>
  readonly owed: Obligation[]
}

/** One promise to be judged: which, about what, and when it opens and is due. */
interface Promise<Kind extends OccasionKind> {
  readonly pack: Pack
  readonly standard: Standard<Kind>
  readonly occasion: Occasions[Kind]
  readonly key: string
  readonly opensOn: Day
  readonly dueOn: (opensOn: Day) => Day | null
}

type Closing = Pick<Obligation, 'state' | 'closedBy' | 'closedOn'>

const stillOwed: Closing = { state: 'owed', closedBy: null, closedOn: null }

const closing = (
  derivation: Derivation,
  key: string,
  met: Fact | null,
  over: { readonly day: Day; readonly by: string | null },
  lapsesOn: Day | null,
): Closing => {
  const waiver = derivation.waivers.get(key)
  if (waiver !== undefined && waiver.day <= Math.min(met?.day ?? never, over.day))
    return { state: 'waived', closedBy: waiver.id, closedOn: waiver.day }
  if (met !== null) return { state: 'met', closedBy: met.id, closedOn: met.day }
  if (over.day === never || (lapsesOn !== null && lapsesOn < over.day)) return stillOwed
  return { state: 'no_longer_applicable', closedBy: over.by, closedOn: over.day }
}

const isInForce = (pack: Pack, day: Day): boolean =>
  (pack.from === null || pack.from <= day) && (pack.to === null || day <= pack.to)

/** Judges one promise by the facts, and adds what is owed: nothing where it ended before it opened. */
const judge = <Kind extends OccasionKind>(derivation: Derivation, promise: Promise<Kind>): void => {
  const { c, context } = derivation
  const { standard, occasion, key, pack } = promise
  const over = c.death.day < occasion.until ? c.death : { day: occasion.until, by: occasion.endedBy }
  const since = standard.countsFrom === 'opening' || standard.lapses ? promise.opensOn : occasion.day
  const last = standard.lapses ? Math.min(over.day, promise.opensOn) : over.day
  const met = standard.metBy(c, occasion, since, last)
  const opensOn = met === null ? promise.opensOn : Math.min(met.day, promise.opensOn)
  const dueOn = promise.dueOn(opensOn)
  if (opensOn > over.day || dueOn === null || !isInForce(pack, opensOn)) return
  const lapsesOn = standard.lapses ? dueOn : null
  const closed = closing(derivation, key, met, over, lapsesOn)
  const asOf = Math.min(closed.closedOn ?? never, lapsesOn ?? never)
  const owner = ownerOn(context, standard.owner, occasion, asOf)
  derivation.owed.push({
    key,
    standard: standard.id,
    pack: pack.id,
    packVersion: pack.version,
    recordClass: standard.recordClass,
    opensOn,
    dueOn,
    lapsesOn,
    ownerService: owner.service,
    ownerRole: owner.role,
    openedBy: occasion.openedBy,
    state: closed.state,
    closedBy: closed.closedBy,
    closedOn: closed.closedOn,
    subjectId: occasion.subjectId,
  })
}

const once = <Kind extends OccasionKind>(
  derivation: Derivation,
  calendar: Calendar,
  pack: Pack,
  standard: Standard<Kind>,
  occasion: Occasions[Kind],
): void => {
  const opensOn = openingDay(derivation.context, standard.opens, occasion)
  if (opensOn === null) return
  const dueOn = (day: Day) => dueDay(derivation.context, calendar, standard.due, occasion, day)
  judge(derivation, { pack, standard, occasion, key: `${standard.id}:${occasion.id}`, opensOn, dueOn })
}

const repeatedly = <Kind extends OccasionKind>(
  derivation: Derivation,
  pack: Pack,
  standard: Standard<Kind>,
  occasion: Occasions[Kind],
  repeats: NonNullable<Standard['repeats']>,
): void => {
  const number = (span: typeof repeats.from) => settingOn(derivation.context, span, occasion.day)
  const every = Math.max(1, number(repeats.every))
  for (let days = number(repeats.from) + every; days <= number(repeats.until); days += every) {
    const key = `${standard.id}:${occasion.id}:${days}`
    const dueOn = () => occasion.day + days
    judge(derivation, { pack, standard, occasion, key, opensOn: occasion.day + days - every, dueOn })
  }
}

const apply = <Kind extends OccasionKind>(
  derivation: Derivation,
  standards: { readonly pack: Pack; readonly list: readonly Standard<Kind>[] },
  occasion: Occasions[Kind],
  calendar: Calendar,
): void => {
  const { pack, list } = standards
  for (const standard of list) {
    if (standard.when !== undefined && !standard.when(occasion, derivation.c)) continue
    if (standard.repeats !== undefined) repeatedly(derivation, pack, standard, occasion, standard.repeats)
    else once(derivation, calendar, pack, standard, occasion)
  }
}

const deriveKind = <Kind extends OccasionKind>(
  derivation: Derivation,
  kind: Kind,
  byKind: OccasionsByKind,
  inUse: readonly Pack[],
): void => {
  const occasions: readonly Occasions[Kind][] = byKind[kind]
  for (const occasion of occasions) {
    const nation = nationOf(derivation.context, occasion)
    const calendar = calendarFor(derivation.context.holidays, nation)
    for (const pack of packsOf(inUse, nation))
      apply(derivation, { pack, list: pack.standards[kind] }, occasion, calendar)
  }
}

const kindsOf = (byKind: OccasionsByKind): OccasionKind[] => {
  const isKind = (kind: string): kind is OccasionKind => kind in byKind
  return Object.keys(byKind).filter(isKind)
}

/**
 * What is owed for one person: a pure function of the facts, the standards, settings and holidays, in
 * whatever order they are given. It never reads the clock: see `statusOn`. Days are days since 1970-01-01.
 */
export const deriveObligations = (
  person: PersonFacts,
  context: StandardsContext,
  inUse: readonly Pack[] = packs,
): Obligation[] => {
  const c = caseOf(person)
  const waivers = new Map(c.facts.of('obligation_waived').map((fact) => [fact.obligationKey, fact]))
  const byKind = occasionsOf(c)
  const derivation: Derivation = { c, context, waivers, owed: [] }
  for (const kind of kindsOf(byKind)) deriveKind(derivation, kind, byKind, inUse)
  return derivation.owed
}
