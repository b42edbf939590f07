import type { DerivedPlace, RecordedMovement, ReleaseDateEntry } from '../custody/index.ts'
import { derivePlace } from '../custody/index.ts'
import { type Involvement, involvementsOf, type Stay, type Tie } from '../people/index.ts'
import { type Day, dayNumber, plainDate } from '../platform/day.ts'
import { type Case, caseOf } from './case.ts'
import { obligationsOf } from './derive.ts'
import type { Fact, Obligation, PersonFacts } from './model.ts'
import { holdsAtRelease } from './needs.ts'
import type { DerivationContext } from './queries/standardsContext.ts'
import { never } from './spells.ts'

/** A movement as `engine_facts` tells it: a fact of the engine with what custody needs beside. */
type ToldMovement = Extract<Fact, { kind: 'movement' }> & {
  readonly source: RecordedMovement['source']
  readonly reason: string
  readonly reasonCode: string | null
  readonly reasonKnown: boolean
  readonly timeKnown: boolean
}

type ToldFact = ToldMovement | Exclude<Fact, { kind: 'movement' }>

/** Everything known of one person, as the database hands it to derivation. Days since 1970-01-01, moments in epoch milliseconds. */
export interface ToldPerson {
  readonly person_id: string
  readonly facts: readonly ToldFact[]
  readonly dates: readonly {
    readonly id: string
    readonly type: ReleaseDateEntry['type']
    readonly day: Day | null
    readonly recordedAt: number
    readonly source: string
  }[]
  readonly ties: readonly Tie[]
  readonly seen: {
    readonly at: number
    readonly day: Day
    readonly direction: 'in' | 'out'
    readonly reason: string
    readonly establishment: string | null
  } | null
  readonly died_on: Day | null
  readonly digest: string | null
}

/** What follows from one person's facts. */
export interface Derived {
  readonly place: DerivedPlace
  readonly onwardNeed: boolean
  readonly inTreatmentSince: Day | null
  readonly involvements: readonly Involvement[]
  readonly obligations: readonly Obligation[]
}

/** Days for which the prison's team goes on holding somebody who left (day 84, product.md "still not in treatment"). */
const followUpDays = 84

const instantOf = (milliseconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds)

const isMovement = (fact: ToldFact): fact is ToldMovement => fact.kind === 'movement'

const movementOf = (told: ToldMovement): RecordedMovement => ({
  id: told.id,
  source: told.source,
  prisonNumber: '',
  type: told.movement,
  instant: instantOf(told.at),
  day: plainDate(told.day),
  timeKnown: told.timeKnown,
  establishment: told.establishment,
  reason: told.reason,
  reasonCode: told.reasonCode,
  reasonKnown: told.reasonKnown,
})

const placeOf = (told: ToldPerson, context: DerivationContext): DerivedPlace =>
  derivePlace({
    movements: told.facts.filter(isMovement).map(movementOf),
    dates: told.dates.map(({ id, type, day, recordedAt, source }) => ({
      id,
      type,
      date: day === null ? null : plainDate(day),
      recordedAt: instantOf(recordedAt),
      source,
    })),
    diedOn: told.died_on === null ? null : plainDate(told.died_on),
    seen:
      told.seen === null
        ? null
        : { ...told.seen, instant: instantOf(told.seen.at), day: plainDate(told.seen.day) },
    nationOf: (code) =>
      (code === null ? undefined : context.directory.establishments.get(code)?.nation) ?? 'england',
  })

const deathOf = (told: ToldPerson): readonly Fact[] =>
  told.died_on === null
    ? []
    : [
        {
          kind: 'movement',
          id: told.person_id,
          day: told.died_on,
          at: (told.died_on + 1) * 86_400_000 - 1,
          serviceId: null,
          movement: 'death',
          establishment: null,
          unplanned: false,
        },
      ]

/** The engine's facts: each movement once, releases marked where nobody could plan them by their date. */
const engineFacts = (told: ToldPerson, place: DerivedPlace): PersonFacts => {
  const kept = new Set(place.distinct.map(({ id }) => id))
  const facts = told.facts.flatMap((fact): Fact[] => {
    if (!isMovement(fact)) return [fact]
    if (!kept.has(fact.id)) return []
    return [{ ...fact, unplanned: fact.unplanned || place.unplanned.has(fact.id) }]
  })
  const { leaving } = place
  const factId = told.dates.find(({ type }) => type === leaving?.type)?.id
  return {
    personId: told.person_id,
    facts: [...facts, ...deathOf(told)],
    release:
      leaving === null || factId === undefined
        ? null
        : { factId, day: dayNumber(leaving.day), confirmed: leaving.confirmed },
    datesTold: place.told.map(({ from, day }) => ({
      from: dayNumber(from),
      day: day === null ? null : dayNumber(day),
    })),
  }
}

const staysOf = (c: Case): readonly Stay[] =>
  c.spells.flatMap((spell) =>
    spell.stays.flatMap((stay, position): Stay[] => {
      const next = spell.stays[position + 1]
      const to = next?.from ?? (spell.end === never ? null : spell.end)
      return stay.establishment === null ? [] : [{ establishment: stay.establishment, from: stay.from, to }]
    }),
  )

const needNow = (c: Case): boolean => {
  const last = c.spells.at(-1)
  if (last === undefined || c.death.day !== never) return false
  return c.needs.some(
    (need) =>
      need.spell === last && (need.until === never || (last.end !== never && holdsAtRelease(need, last.end))),
  )
}

const treatmentSince = (told: ToldPerson): Day | null => {
  const ended = new Set(told.facts.flatMap((fact) => (fact.kind === 'episode_ended' ? [fact.episodeId] : [])))
  const starts = told.facts.flatMap((fact) =>
    fact.kind === 'intervention_started' && !ended.has(fact.episodeId) ? [fact.day] : [],
  )
  return starts.length === 0 ? null : Math.min(...starts)
}

/** Derives everything that follows from one person's facts. Pure. */
export const derive = (told: ToldPerson, context: DerivationContext): Derived => {
  const place = placeOf(told, context)
  const facts = engineFacts(told, place)
  const c = caseOf(facts)
  const onwardNeed = needNow(c)
  const { release } = place
  const left = release === null ? null : dayNumber(release.movement.day)
  return {
    place,
    onwardNeed,
    inTreatmentSince: treatmentSince(told),
    involvements: involvementsOf({
      ties: told.ties,
      stays: staysOf(c),
      followUp:
        left === null || !onwardNeed
          ? null
          : {
              establishment: release?.movement.establishment ?? null,
              from: left,
              until: left + followUpDays,
            },
      servicesHere: (establishment) => context.servicesHere.get(establishment) ?? [],
      isCommunity: (serviceId) => context.directory.services.get(serviceId)?.setting === 'community',
    }),
    obligations: obligationsOf(c, context),
  }
}
