import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days, everyKind, people, releaseDates, startDay } from '../../test/support/any-history.ts'
import { deriveObligations } from './derive.ts'
import type { Fact, Obligation, PersonFacts, StandardsContext } from './model.ts'
import { england } from './packs/england.ts'
import { spansIn } from './standard.ts'
import { statusOn } from './status.ts'
import { aContext } from './testing.ts'

const context = aContext()
const derive = (person: PersonFacts): Obligation[] => deriveObligations(person, context)
const upTo = (person: PersonFacts, day: number): PersonFacts => ({
  ...person,
  facts: person.facts.filter((fact) => fact.day <= day),
})
const holds = (property: fc.IRawProperty<unknown>) => fc.assert(property, { numRuns: 500 })

test('histories tell of every kind of fact', () => {
  const kinds = fc.sample(people, 500).flatMap(({ facts }) => facts.map(({ kind }) => kind))
  expect(new Set(kinds)).toEqual(new Set(Object.keys(everyKind)))
})

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
        for (const { opensOn, dueOn, closedOn, state } of derive(person)) {
          expect(dueOn).toBeGreaterThanOrEqual(opensOn)
          if (closedOn !== null && state !== 'waived') expect(closedOn).toBeGreaterThanOrEqual(opensOn)
        }
      }),
    )
  })
})

test('moving the release date keeps the keys, and leaves nothing of the old date', () => {
  const moved = fc.tuple(people, releaseDates)
  holds(
    fc.property(moved, ([person, release]) => {
      const moved = { ...person, release, datesTold: [] }
      const after = derive(moved)
      const fresh = derive(structuredClone(moved))
      expect(after).toEqual(fresh)
      const openedBefore = new Map(derive(person).map((one) => [one.key, one.openedBy]))
      for (const one of after) expect(openedBefore.get(one.key) ?? one.openedBy).toBe(one.openedBy)
    }),
  )
})

test('nothing is due before anybody said when they leave that would not be without a date', () => {
  const told = fc.tuple(people, days, releaseDates)
  holds(
    fc.property(told, ([person, day, release]) => {
      const from = startDay + day
      const late = { ...person, release, datesTold: [{ from, day: release?.day ?? null }] }
      const moved = person.facts.filter(({ kind }) => kind === 'movement').map((movement) => movement.day)
      if (release === null || Math.min(from, release.day) < Math.max(...moved)) return
      const undated = derive({ ...person, release: null, datesTold: [] })
      const usual = new Map(undated.map(({ key, dueOn }) => [key, dueOn]))
      for (const { key, standard, state, dueOn } of derive(late)) {
        const byRule = backFromRelease.has(standard) ? from : (usual.get(key) ?? from)
        if (state === 'owed') expect([key, dueOn]).toEqual([key, Math.max(dueOn, Math.min(from, byRule))])
      }
    }),
  )
})

test('a date told again changes nothing', () => {
  holds(
    fc.property(people, days, (person, day) => {
      const { datesTold } = person
      const at = datesTold.findLastIndex(({ from }) => from <= startDay + day)
      const standing = datesTold[at]
      if (standing === undefined || standing.from === startDay + day) return
      const again = datesTold.toSpliced(at + 1, 0, { from: startDay + day, day: standing.day })
      expect(derive({ ...person, datesTold: again })).toEqual(derive(person))
    }),
  )
})

/** Any number of the England pack set to another from a day on; days told on that day are told by the new number. */
const changes = fc.record({
  span: fc.constantFrom(...spansIn(england)),
  value: fc.integer({ min: 1, max: 120 }),
  day: days,
})

test('a changed setting changes only what opens from its date', () => {
  holds(
    fc.property(people, changes, (person, { span, value, day }) => {
      const from = startDay + day
      const settings = [{ name: span.name, value, from, to: null }]
      const known = { ...person, datesTold: [] }
      const earlier = (owed: readonly Obligation[]) => owed.filter(({ opensOn }) => opensOn < from)
      expect(earlier(deriveObligations(known, { ...context, settings }))).toEqual(earlier(derive(known)))
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

/** Counted back from the day of leaving. */
const backFromRelease = new Set([
  'handover_opened',
  'community_appointment',
  'first_night_accommodation',
  'medicines_bridge',
  'overdose_advice',
  'risk_review_release',
])

/** These are met by what is true now (an appointment not cancelled, a date not moved), not once for all. */
const byPresentState = new Set([
  'community_appointment',
  'medicines_bridge',
  'overdose_advice',
  'naloxone_in_hand',
])

/**
 * A readmission says that a release was not one: what followed from the release goes with it. A triage by a service
 * outside is told with the referral to it, never before anybody knows where the episode is.
 */
const putsRight = (fact: Fact): boolean =>
  (fact.kind === 'movement' && fact.movement === 'readmission') ||
  (fact.kind === 'triage' && fact.episodeId === 'c1')

/** Before they are first heard of in custody, nobody knows which nation's standards will hold. */
const firstHeard = (facts: readonly Fact[]): number =>
  Math.min(...facts.filter(({ kind }) => kind === 'movement').map((fact) => fact.day))

test('what was met stays met, by the same fact, whatever happens later', () => {
  holds(
    fc.property(people, days, (person, day) => {
      const facts = person.facts.filter((fact) => !putsRight(fact))
      const unplanned = { ...person, facts, release: null }
      const later = new Map(derive(unplanned).map((one) => [one.key, one]))
      for (const one of derive(upTo(unplanned, startDay + day))) {
        if (one.state !== 'met' || byPresentState.has(one.standard)) continue
        if (one.opensOn < firstHeard(facts)) continue
        expect(later.get(one.key)).toMatchObject({
          state: 'met',
          closedBy: one.closedBy,
          ownerService: one.ownerService,
        })
      }
    }),
  )
})

const tellsOfDeath = (fact: Fact): boolean =>
  (fact.kind === 'movement' && fact.movement === 'death') ||
  (fact.kind === 'episode_ended' && fact.reason === 'died')

/** Taken on in custody, alive and not discharged, told from the facts alone. */
const isInCare = (facts: readonly Fact[]): boolean => {
  if (facts.some(tellsOfDeath)) return false
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

/** Every service began to work with Throughcare that many days after the first fact. */
const begunOn = (began: number): StandardsContext =>
  aContext([], Object.fromEntries([...context.directory.services.keys()].map((id) => [id, startDay + began])))

test.each([
  ['always here', () => context],
  ['from the first day of their service', begunOn],
] as const)('between triage and discharge somebody always answers for them: %s', (_, contextBegun) => {
  let judged = 0
  holds(
    fc.property(people, days, (person, day) => {
      const asOf = upTo(person, startDay + day)
      if (!isInCare(asOf.facts)) return
      judged++
      const owed = deriveObligations(asOf, contextBegun(day)).filter((one) => one.state === 'owed')
      const toCome = owed.filter((one) => statusOn(one, startDay + day) !== 'missed')
      expect(toCome.filter((one) => one.ownerService !== null)).not.toEqual([])
    }),
  )
  expect(judged).toBeGreaterThan(50)
})

/** Moorland, where no team works, made Leeds. */
const whereTeamsWork = (fact: Fact): Fact =>
  fact.kind === 'movement' && fact.establishment === 'MDI' ? { ...fact, establishment: 'LEI' } : fact

test('everything owed where a team works has a service that answers for it', () => {
  holds(
    fc.property(people, (person) => {
      for (const one of derive({ ...person, facts: person.facts.map(whereTeamsWork) }))
        expect(one.ownerService).not.toBeNull()
    }),
  )
})
