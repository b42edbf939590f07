import { expect, test } from 'vitest'
import { continuityFigures, countOutcome, emptyTally, figuresOf } from './figures.ts'
import type { Outcome } from './model.ts'
import { reasonOf } from './reason.ts'
import { aWindow } from './testing.ts'

const release = (outcome: Outcome, prison: string | null = 'MDI') => ({
  personId: 'p',
  releaseDay: 20_240,
  prison,
  outcome,
  decidedOn: 20_244,
})

const tallyOf = (...list: ReturnType<typeof release>[]) => {
  const tally = emptyTally()
  for (const one of list) countOutcome(tally, one)
  return tally
}

const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => release(outcome))

test('the dead and those still inside are not in the denominator, the unknown are', () => {
  const { all } = tallyOf(
    ...times(4, 'started_within_21_days'),
    ...times(7, 'not_known'),
    ...times(2, 'died'),
    release('still_inside_21_days'),
  )
  expect(figuresOf(all)).toMatchObject({ releases: 14, denominator: 11, rate: 36.4 })
})

test('there is no rate under a denominator of ten', () => {
  expect(figuresOf(tallyOf(...times(9, 'started_within_21_days')).all).rate).toBeNull()
  expect(figuresOf(tallyOf(...times(10, 'started_within_21_days')).all).rate).toBe(100)
})

test('a release that names no prison is in the whole alone, and prisons come by code', () => {
  const tally = tallyOf(release('died', 'WDI'), release('died', null), release('not_known', 'ACI'))
  const unmatched = { unmatched_episodes: { nobody: 0, ambiguous: 0 }, unknown_people_in_feed: 0 }
  const figures = continuityFigures(tally, aWindow('2025-06-01', '2025-06-30', '2025-07-31'), unmatched, true)
  expect(figures.releases).toBe(3)
  expect(Object.keys(figures.by_prison ?? {})).toEqual(['ACI', 'WDI'])
  expect([figures.from, figures.to, figures.as_of]).toEqual(['2025-06-01', '2025-06-30', '2025-07-31'])
})

test('a reason says what decided, and when', () => {
  expect(reasonOf(release('started_within_21_days'))).toBe(
    'Started community treatment on 5 June 2025, day 4 after release.',
  )
  expect(reasonOf({ ...release('not_started'), decidedOn: 20_239 })).toBe(
    'A community service closed the referral on 31 May 2025, before the release: declined, or did not come.',
  )
  expect(reasonOf({ ...release('not_known'), decidedOn: null })).toBe(
    'Nobody has told us whether treatment started.',
  )
})
