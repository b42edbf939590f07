import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPastLimit, pastLimitWords } from './capacity.ts'
import { type ComplexitySigns, suggestComplexity } from './complexity.ts'
import { type Candidate, carryingMore, recommend, shareOut } from './recommend.ts'

const none: ComplexitySigns = {
  acctOpen: false,
  overdoseRisk: false,
  detoxification: false,
  opioidSubstitution: false,
  seeWithAnother: false,
  interpreter: false,
  leavesSoon: false,
}

describe('a complexity is suggested, with why', () => {
  it.each([
    [{}, 1, 'nothing recorded that makes more work'],
    [{ opioidSubstitution: true }, 2, 'opioid substitution'],
    [{ acctOpen: true }, 2, 'ACCT open'],
    [{ opioidSubstitution: true, leavesSoon: true }, 2, 'opioid substitution, leaves within 28 days'],
    [{ acctOpen: true, interpreter: true }, 3, 'ACCT open, needs an interpreter'],
    [{ overdoseRisk: true, detoxification: true }, 3, 'overdose risk, detoxification'],
  ])('%o is %i', (signs, level, why) => {
    expect(suggestComplexity({ ...none, ...signs })).toEqual({ level, why })
  })

  it('never grows less for one sign more', () => {
    const signs = fc.record(Object.fromEntries(Object.keys(none).map((name) => [name, fc.boolean()])))
    fc.assert(
      fc.property(
        signs,
        fc.constantFrom(...(Object.keys(none) as (keyof ComplexitySigns)[])),
        (some, sign) => {
          const given = { ...none, ...some }
          return (
            suggestComplexity({ ...given, [sign]: true }).level >=
            suggestComplexity({ ...given, [sign]: false }).level
          )
        },
      ),
    )
  })
})

const worker = (name: string, told: Partial<Candidate> = {}): Candidate => ({
  staff_id: name,
  full_name: name,
  places: 0,
  most: 10,
  covering: 0,
  isWorker: true,
  away: false,
  ...told,
})
const day = (text: string) => Temporal.PlainDate.from(text)

describe('a worker is recommended', () => {
  it('who knew them, before one with more room; the latest first', () => {
    const team = [worker('Ann'), worker('Bob', { places: 8 }), worker('Cat', { places: 9 })]
    const earlier = [
      { staff_id: 'Cat', until: day('2026-01-01') },
      { staff_id: 'Bob', until: day('2026-05-01') },
    ]
    expect(recommend(team, earlier, 1)).toMatchObject({ staffId: 'Bob', because: 'worked_with_them' })
    expect(recommend(team, earlier, 3)).toMatchObject({ staffId: 'Ann', because: 'most_room' })
  })

  it('never one who is away, has no room, or gave them back', () => {
    const team = [worker('Ann', { away: true }), worker('Bob', { places: 10 }), worker('Cat')]
    expect(recommend(team, [{ staff_id: 'Ann', until: day('2026-05-01') }], 1)?.staffId).toBe('Cat')
    expect(recommend(team, [], 1, ['Cat'])).toBeNull()
  })

  it('who is a worker, before a coordinator or leader with more room', () => {
    const team = [worker('Lea', { isWorker: false }), worker('Wil', { places: 9 })]
    expect(recommend(team, [], 1)?.staffId).toBe('Wil')
    expect(recommend(team, [], 2)?.staffId).toBe('Lea')
  })

  const team = fc.uniqueArray(
    fc.record({
      staff_id: fc.string({ minLength: 1 }),
      places: fc.nat(40),
      most: fc.option(fc.nat(40)),
      covering: fc.nat(9),
      isWorker: fc.boolean(),
      away: fc.boolean(),
    }),
    { selector: ({ staff_id }) => staff_id, maxLength: 8 },
  )

  it('so that nobody is ever past their limit, and every place given is carried by somebody', () => {
    fc.assert(
      fc.property(team, fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 60 }), (staff, levels) => {
        const begun: readonly Candidate[] = staff.map((each) => ({ ...each, full_name: each.staff_id }))
        let now = begun
        let given = 0
        for (const level of levels) {
          const chosen = recommend(now, [], level)
          if (chosen === null) {
            expect(now.every((each) => each.away || isPastLimit(each, level))).toBe(true)
            continue
          }
          given += level
          now = carryingMore(now, chosen.staffId, level)
        }
        const sum = (all: readonly Candidate[]) => all.reduce((total, { places }) => total + places, 0)
        expect(sum(now) - sum(begun)).toBe(given)
        for (const [place, each] of now.entries()) {
          const before = begun[place]?.places ?? 0
          expect(each.places === before || each.most === null || each.places <= each.most).toBe(true)
        }
      }),
    )
  })
})

describe('people are shared out among colleagues', () => {
  it('each to exactly one of them, evenly from where each stands', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 6 }), (people, many) => {
        const staff = Array.from({ length: many }, (_, place) => ({ staff_id: `s${place}`, places: 0 }))
        const shared = shareOut(people, staff)
        expect(shared.map(([person]) => person)).toEqual(people)
        const counts = staff.map(({ staff_id }) => shared.filter(([, to]) => to === staff_id).length)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('and nobody is given to nobody', () => {
    expect(shareOut(['Lee'], [])).toEqual([])
  })
})

it('says how far past the limit somebody would be', () => {
  expect(pastLimitWords('Ann', { places: 9, most: 10 }, 3)).toBe(
    'Ann would carry 12 places, and the limit is 10',
  )
  expect(isPastLimit({ places: 9, most: 10 }, 1)).toBe(false)
  expect(isPastLimit({ places: 99, most: null }, 1)).toBe(false)
})
