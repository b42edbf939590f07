import { type Case, caseOf } from './case.ts'
import { type Ground, groundsIn } from './grounds.ts'
import { type Derivation, judge, judgeRepeats } from './judge.ts'
import type { Nation, Obligation, PersonFacts, StandardsContext } from './model.ts'
import type { OccasionKind, Occasions } from './occasions/occasion.ts'
import { type OccasionsByKind, occasionsOf } from './occasions/occasions.ts'
import { firstDaysIn, nationOf, prisonsIn } from './owners.ts'
import { packs } from './packs/packs.ts'
import type { Pack, Standard } from './standard.ts'

const apply = <Kind extends OccasionKind>(
  derivation: Derivation,
  ground: Ground,
  standards: readonly Standard<Kind>[],
  occasion: Occasions[Kind],
): void => {
  for (const standard of standards) {
    if (standard.when !== null && !standard.when(occasion, derivation.c)) continue
    if (standard.repeats === null) judge(derivation, ground, standard, occasion)
    else judgeRepeats(derivation, ground, standard, occasion, standard.repeats)
  }
}

const deriveKind = <Kind extends OccasionKind>(
  derivation: Derivation,
  groundsOf: (nation: Nation) => readonly Ground[],
  kind: Kind,
  byKind: OccasionsByKind,
): void => {
  const occasions: readonly Occasions[Kind][] = byKind[kind]
  const { directory } = derivation.context
  let nation: Nation | null = null
  let promised: readonly (readonly [Ground, readonly Standard<Kind>[]])[] = []
  for (const occasion of occasions) {
    const here = nationOf(directory, derivation.prisonOn, occasion)
    if (here !== nation) promised = groundsOf(here).map((ground) => [ground, ground.pack.standards[kind]])
    nation = here
    for (const [ground, standards] of promised) apply(derivation, ground, standards, occasion)
  }
}

const waiversIn = (c: Case): Derivation['waivers'] => {
  const waivers = c.facts.of('obligation_waived')
  return waivers.length === 0 ? null : new Map(waivers.map((fact) => [fact.obligationKey, fact]))
}

const kinds: readonly OccasionKind[] = [
  'arrival',
  'screen',
  'danger',
  'concern',
  'return',
  'allocation',
  'acceptance',
  'treatment',
  'topReview',
  'referral',
  'transfer',
  'contact',
  'naloxone',
  'need',
  'handover',
  'sending',
  'loss',
  'release',
  'treatmentEnd',
  'assessed',
  'plan',
  'risk',
]

/** As `deriveObligations`, for somebody whose case has been worked out already. */
export const obligationsOf = (
  c: Case,
  context: StandardsContext,
  inUse: readonly Pack[] = packs,
): Obligation[] => {
  const byKind = occasionsOf(c)
  const groundsOf = groundsIn(context, inUse)
  const derivation: Derivation = {
    c,
    context,
    prisonOn: prisonsIn(context.directory),
    liveFrom: firstDaysIn(context.directory),
    waivers: waiversIn(c),
    owed: [],
  }
  for (const kind of kinds) deriveKind(derivation, groundsOf, kind, byKind)
  return derivation.owed
}

/**
 * What is owed for one person: a pure function of the facts, the standards, settings and holidays, in
 * whatever order they are given. It never reads the clock: see `statusOn`. Days are days since 1970-01-01.
 */
export const deriveObligations = (
  person: PersonFacts,
  context: StandardsContext,
  inUse: readonly Pack[] = packs,
): Obligation[] => obligationsOf(caseOf(person), context, inUse)
