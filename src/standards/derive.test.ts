import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveObligations } from './derive.ts'
import type { Fact, Obligation, PersonFacts } from './model.ts'
import { statusOn } from './status.ts'
import { aContext, type Telling } from './testing.ts'

const context = aContext()
const startDay = 20_500
const length = 240

const days = fc.integer({ min: 0, max: length })
const prisons = fc.constantFrom('LEI', 'ISI', 'BLI')
const episodes = fc.constantFrom('e1', 'e2', 'c1')
const custodyEpisodes = fc.constantFrom('e1', 'e2')
const handovers = fc.constantFrom('h1', 'h2')
const services = fc.constantFrom('bradford', 'glasgow')
const settingOf = (episodeId: string) => (episodeId === 'c1' ? 'community' : 'custody')

const movements = fc.record({
  kind: fc.constant('movement' as const),
  movement: fc.constantFrom(
    'admission' as const,
    'admission' as const,
    'transfer_in' as const,
    'transfer_out' as const,
    'to_court' as const,
    'from_court' as const,
    'to_hospital' as const,
    'temporary_return' as const,
    'readmission' as const,
    'release' as const,
    'release' as const,
    'removal' as const,
    'unknown' as const,
  ),
  establishment: prisons,
  unplanned: fc.boolean(),
})
const screens = fc.record({
  kind: fc.constant('arrival_screen' as const),
  positive: fc.boolean(),
  dependence: fc.constant([]),
  prescribedTreatment: fc.boolean(),
  opioidSubstitution: fc.boolean(),
  naloxoneIndicated: fc.boolean(),
  safetyConcern: fc.boolean(),
})
const care = fc.oneof(
  episodes.map(
    (episodeId) => ({ kind: 'referral' as const, episodeId, setting: settingOf(episodeId) }) as const,
  ),
  fc.record({
    kind: fc.constant('triage' as const),
    episodeId: fc.option(custodyEpisodes),
    accepted: fc.boolean(),
    agreesToPassOn: fc.boolean(),
  }),
  fc.tuple(episodes, fc.boolean()).map(
    ([episodeId, opioidSubstitution]) =>
      ({
        kind: 'intervention_started',
        episodeId,
        setting: settingOf(episodeId),
        opioidSubstitution,
      }) as const,
  ),
  episodes.map((episodeId) => ({ kind: 'intervention_ended' as const, episodeId })),
  fc
    .tuple(
      episodes,
      fc.constantFrom(
        'completed_drug_free' as const,
        'transferred_not_in_custody' as const,
        'transferred_in_custody' as const,
        'dropped_out' as const,
        'declined' as const,
      ),
    )
    .map(
      ([episodeId, reason]) =>
        ({ kind: 'episode_ended', episodeId, setting: settingOf(episodeId), reason }) as const,
    ),
  custodyEpisodes.map((episodeId) => ({ kind: 'worker_allocated' as const, episodeId })),
  custodyEpisodes.map((episodeId) => ({ kind: 'allocation_ended' as const, episodeId })),
)
const contacts = fc.record({
  kind: fc.constant('contact' as const),
  outcome: fc.constantFrom('kept' as const, 'no_answer' as const, 'prison_did_not_unlock' as const),
  purpose: fc.constantFrom('one_to_one' as const, 'follow_up' as const, 'call_sheet' as const),
})
const gate = fc.oneof(
  handovers.map((handoverId) => ({ kind: 'handover_opened' as const, handoverId })),
  fc.record({
    kind: fc.constantFrom(
      'handover_sent' as const,
      'handover_accepted' as const,
      'handover_declined' as const,
    ),
    handoverId: handovers,
    to: services,
  }),
  handovers.map((handoverId) => ({ kind: 'handover_closed' as const, handoverId })),
  fc.constant({ kind: 'follow_up_closed' as const }),
  fc.constant({ kind: 'naloxone_issued' as const, accepted: true }),
)
const tellings: fc.Arbitrary<Telling> = fc.oneof(
  { weight: 4, arbitrary: movements },
  { weight: 1, arbitrary: screens },
  { weight: 4, arbitrary: care },
  { weight: 3, arbitrary: contacts },
  { weight: 2, arbitrary: gate },
)

const takenOn: Telling[] = [
  { kind: 'movement', movement: 'admission', establishment: 'LEI', unplanned: false },
  { kind: 'referral', episodeId: 'e1', setting: 'custody' },
  { kind: 'triage', episodeId: 'e1', accepted: true, agreesToPassOn: true },
]
const anything = fc.record({ telling: tellings, day: days, minutes: fc.constantFrom(0, 0, 600, 900) })

/** Any history at all, sensible or not, half of it known only to the day; half begin with somebody taken on. */
const histories: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(fc.boolean(), fc.array(anything, { maxLength: 40 }))
  .map(([inCare, told]) => [
    ...(inCare ? takenOn : []).map((telling, day) => ({ telling, day, minutes: 0 })),
    ...told,
  ])
  .map((told) =>
    told.map(
      ({ telling, day, minutes }, index): Fact => ({
        ...telling,
        id: `f${index}`,
        day: startDay + day,
        at: (startDay + day) * 86_400_000 + minutes * 60_000,
        serviceId: 'leeds team',
      }),
    ),
  )

const releaseDates = fc.option(days.map((day) => ({ factId: 'date', day: startDay + day, confirmed: true })))
const people: fc.Arbitrary<PersonFacts> = fc.record({
  personId: fc.constant('p1'),
  facts: histories,
  release: releaseDates,
})

const derive = (person: PersonFacts): Obligation[] => deriveObligations(person, context)
const upTo = (person: PersonFacts, day: number): PersonFacts => ({
  ...person,
  facts: person.facts.filter((fact) => fact.day <= day),
})
const holds = (property: fc.IRawProperty<unknown>) => fc.assert(property, { numRuns: 500 })

describe('whatever happened', () => {
  test('facts in any order owe the same', () => {
    const shuffled = people.chain((person) =>
      fc.tuple(
        fc.constant(person),
        fc.shuffledSubarray([...person.facts], { minLength: person.facts.length }),
      ),
    )
    holds(
      fc.property(shuffled, ([person, facts]) => {
        expect(derive({ ...person, facts })).toEqual(derive(person))
      }),
    )
  })

  test('deriving changes nothing, and twice gives the same', () => {
    holds(
      fc.property(people, (person) => {
        const before = structuredClone(person)
        expect(derive(person)).toEqual(derive(before))
        expect(person).toEqual(before)
      }),
    )
  })

  test('a key names one obligation', () => {
    holds(
      fc.property(people, (person) => {
        const keys = derive(person).map(({ key }) => key)
        expect(keys).toEqual([...new Set(keys)])
      }),
    )
  })

  test('nothing is due or closed before it opens', () => {
    holds(
      fc.property(people, (person) => {
        for (const { opensOn, dueOn, closedOn } of derive(person)) {
          expect(dueOn).toBeGreaterThanOrEqual(opensOn)
          if (closedOn !== null) expect(closedOn).toBeGreaterThanOrEqual(opensOn)
        }
      }),
    )
  })
})

test('moving the release date keeps the keys, and leaves nothing of the old date', () => {
  const moved = fc.tuple(people, releaseDates)
  holds(
    fc.property(moved, ([person, release]) => {
      const after = derive({ ...person, release })
      const fresh = derive({ ...structuredClone(person), release })
      expect(after).toEqual(fresh)
      const openedBefore = new Map(derive(person).map((one) => [one.key, one.openedBy]))
      for (const one of after) expect(openedBefore.get(one.key) ?? one.openedBy).toBe(one.openedBy)
    }),
  )
})

test('after a death nothing is owed, and nothing opens', () => {
  holds(
    fc.property(people, days, (person, day) => {
      const on = startDay + day
      const death: Fact = {
        kind: 'movement',
        movement: 'death',
        establishment: null,
        unplanned: false,
        id: 'death',
        day: on,
        at: on * 86_400_000,
        serviceId: null,
      }
      for (const one of derive({ ...person, facts: [...person.facts, death] })) {
        expect(one.opensOn).toBeLessThanOrEqual(on)
        if (one.state === 'owed') expect(statusOn(one, on)).toBe('missed')
      }
    }),
  )
})

/** These are met by what is true now (an appointment not cancelled, a date not moved), not once for all. */
const byPresentState = new Set([
  'community_appointment',
  'medicines_bridge',
  'overdose_advice',
  'naloxone_in_hand',
])

/** A readmission says that a release was not one: what followed from the release goes with it. */
const corrects = new Set(['readmission'])

test('what was met stays met, by the same fact, whatever happens later', () => {
  holds(
    fc.property(people, days, (person, day) => {
      const facts = person.facts.filter((fact) => fact.kind !== 'movement' || !corrects.has(fact.movement))
      const unplanned = { ...person, facts, release: null }
      const later = new Map(derive(unplanned).map((one) => [one.key, one]))
      for (const one of derive(upTo(unplanned, startDay + day))) {
        if (one.state !== 'met' || byPresentState.has(one.standard)) continue
        expect(later.get(one.key)).toMatchObject({
          state: 'met',
          closedBy: one.closedBy,
          ownerService: one.ownerService,
        })
      }
    }),
  )
})

/** Taken on in custody and not discharged, told from the facts alone. */
const isInCare = (facts: readonly Fact[]): boolean => {
  const open = new Map<string, Fact>()
  const closed = new Map<string, Fact>()
  const sorted = facts.toSorted((a, b) => a.day - b.day || a.at - b.at || (a.id < b.id ? -1 : 1))
  for (const fact of sorted) {
    if (!('episodeId' in fact) || fact.episodeId === null || fact.episodeId === 'c1') continue
    const accepts = (fact.kind === 'triage' && fact.accepted) || fact.kind === 'intervention_started'
    const end = closed.get(fact.episodeId)
    if (accepts && (end === undefined || end.day < fact.day)) open.set(fact.episodeId, fact)
    if (fact.kind === 'episode_ended') {
      open.delete(fact.episodeId)
      closed.set(fact.episodeId, fact)
    }
  }
  return open.size > 0
}

test('between triage and discharge somebody always answers for them', () => {
  let judged = 0
  holds(
    fc.property(people, days, (person, day) => {
      const asOf = upTo(person, startDay + day)
      if (!isInCare(asOf.facts)) return
      judged++
      const owed = derive(asOf).filter((one) => one.state === 'owed')
      const toCome = owed.filter((one) => statusOn(one, startDay + day) !== 'missed')
      expect(toCome.filter((one) => one.ownerService !== null)).not.toEqual([])
    }),
  )
  expect(judged).toBeGreaterThan(50)
})

test('everything owed has a service that answers for it', () => {
  holds(
    fc.property(people, (person) => {
      for (const one of derive(person)) expect(one.ownerService).not.toBeNull()
    }),
  )
})
