import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EndReason } from '../../standards/model.ts'
import type { MeasuredEpisode, MeasuredMovement, MeasuredPerson } from './model.ts'
import { outcomesOfPerson } from './outcome.ts'
import { admitted, aPerson, aWindow, inCommunity, inCustody, released } from './testing.ts'

const window = aWindow('2025-04-01', '2026-03-31', '2026-07-31')

/** In since January, treated since February, out on 1 June 2025 (day 0); day 21 is 22 June. */
const stay: readonly MeasuredMovement[] = [admitted('2025-01-10'), released('2025-06-01')]
const treated = inCustody({ start: '2025-02-01' })

const outcomes = (person: MeasuredPerson, given = window) =>
  outcomesOfPerson(person, given).map(({ outcome }) => outcome)

const withCommunity = (...episodes: MeasuredEpisode[]) => outcomes(aPerson(stay, [treated, ...episodes]))

describe('a release counts', () => {
  const custody = (...episodes: MeasuredEpisode[]) => outcomes(aPerson(stay, episodes)).length

  test.each<[string, string | undefined, EndReason | undefined, number]>([
    ['still open', undefined, undefined, 1],
    ['ending after the release', '2025-06-02', 'completed_drug_free', 1],
    ['transferred on the day', '2025-06-01', 'transferred_not_in_custody', 1],
    ['transferred 14 days before', '2025-05-18', 'transferred_not_in_custody', 1],
    ['transferred 15 days before', '2025-05-17', 'transferred_not_in_custody', 0],
    ['cut off on the day', '2025-06-01', 'dropped_out', 1],
    ['withdrawn on the day', '2025-06-01', 'withdrawn_by_provider', 1],
    ['cut off the day before', '2025-05-31', 'dropped_out', 0],
    ['completed on the day', '2025-06-01', 'completed_alcohol_free', 0],
    ['declined on the day', '2025-06-01', 'declined', 0],
    ['ended by death on the day', '2025-06-01', 'died', 0],
  ])('with treatment in custody %s', (_, end, reason, count) => {
    const dates = {
      start: '2025-02-01',
      ...(end === undefined ? {} : { end }),
      ...(reason === undefined ? {} : { reason }),
    }
    expect(custody(inCustody(dates))).toBe(count)
  })

  test('where treatment started in this stay, up to the day itself', () => {
    expect(custody(inCustody({ start: '2025-01-10' }))).toBe(1)
    expect(custody(inCustody({ start: '2025-06-01' }))).toBe(1)
    expect(custody(inCustody({ start: '2025-01-09' }))).toBe(0)
    expect(custody(inCustody({ start: '2025-06-02' }))).toBe(0)
    expect(custody(inCustody({}))).toBe(0)
    expect(custody(inCommunity({ start: '2025-02-01' }))).toBe(0)
  })

  test('once, whatever number of episodes it ends', () => expect(custody(treated, treated)).toBe(1))

  test('only where the stay has an admission', () =>
    expect(outcomes(aPerson([released('2025-06-01')], [treated]))).toEqual([]))

  test('by the admission last before its moment', () => {
    const recalled = [...stay, admitted('2025-07-01'), released('2025-08-01')]
    expect(outcomes(aPerson(recalled, [treated]))).toHaveLength(1)
    const sameDay = [
      admitted('2025-01-10'),
      released('2025-06-01', 'MDI', 9),
      admitted('2025-06-01', 'MDI', 15),
    ]
    expect(outcomes(aPerson(sameDay, [treated]))).toEqual(['returned_to_custody'])
  })

  test('on one day once, by its last release', () => {
    const twice = [
      admitted('2025-01-10'),
      released('2025-06-01', 'LEI', 9),
      released('2025-06-01', 'MDI', 10),
    ]
    expect(outcomesOfPerson(aPerson(twice, [treated]), window)).toMatchObject([{ prison: 'MDI' }])
  })

  test('in the window and by the day of the report alone', () => {
    expect(
      outcomes(aPerson(stay, [treated]), aWindow('2025-06-01', '2025-06-01', '2025-06-01')),
    ).toHaveLength(1)
    expect(outcomes(aPerson(stay, [treated]), aWindow('2025-06-02', '2025-07-01', '2025-08-01'))).toEqual([])
    expect(outcomes(aPerson(stay, [treated]), aWindow('2025-05-01', '2025-07-01', '2025-05-31'))).toEqual([])
  })

  test('not of somebody who had died before it', () => {
    expect(outcomes(aPerson(stay, [treated], '2025-05-31'))).toEqual([])
    expect(outcomes(aPerson(stay, [treated], '2025-06-01'))).toEqual(['died'])
  })
})

describe('it lands in', () => {
  test.each([
    ['2025-06-01', 'started_within_21_days'],
    ['2025-06-22', 'started_within_21_days'],
    ['2025-06-23', 'started_later'],
    ['2025-05-31', 'not_known'],
    ['2026-08-01', 'not_known'],
  ])('a community start on %s: %s', (start, outcome) =>
    expect(withCommunity(inCommunity({ start }))).toEqual([outcome]),
  )

  test.each([
    ['2025-06-22', ['died']],
    ['2025-06-23', ['not_known']],
  ])('death on %s: %j', (diedOn, expected) =>
    expect(outcomes(aPerson(stay, [treated], diedOn))).toEqual(expected),
  )

  test('died, though treatment had started', () =>
    expect(outcomes(aPerson(stay, [treated, inCommunity({ start: '2025-06-03' })], '2025-06-10'))).toEqual([
      'died',
    ]))

  test.each([
    ['2025-06-22', 'returned_to_custody'],
    ['2025-06-23', 'not_known'],
  ])('an admission on %s: %s', (date, outcome) =>
    expect(outcomes(aPerson([...stay, admitted(date)], [treated]))).toEqual([outcome]),
  )

  test('started, before a return that came as well', () => {
    const start = inCommunity({ start: '2025-06-10' })
    expect(outcomes(aPerson([...stay, admitted('2025-06-05')], [treated, start]))).toEqual([
      'started_within_21_days',
    ])
  })

  test.each([
    ['2025-06-22', 'still_inside_21_days'],
    ['2025-06-23', 'not_known'],
  ])('nothing known by %s: %s', (asOf, outcome) =>
    expect(outcomes(aPerson(stay, [treated]), aWindow('2025-06-01', '2025-06-30', asOf))).toEqual([outcome]),
  )

  test('started later only before the day of the next release, counted or not', () => {
    const again = [...stay, admitted('2025-08-01'), released('2025-09-01')]
    const startOn = (start: string) => outcomes(aPerson(again, [treated, inCommunity({ start })]))
    expect(startOn('2025-08-31')).toEqual(['started_later'])
    expect(startOn('2025-09-01')).toEqual(['not_known'])
  })

  test('two releases, for a start within 21 days of both', () => {
    const again = [...stay, admitted('2025-06-03'), released('2025-06-08')]
    const both = [treated, inCustody({ start: '2025-06-04' }), inCommunity({ start: '2025-06-10' })]
    expect(outcomes(aPerson(again, both))).toEqual(['started_within_21_days', 'started_within_21_days'])
  })

  test.each([
    ['2025-03-09', 'declined', 'not_started'],
    ['2025-03-08', 'declined', 'not_known'],
    ['2025-06-22', 'dropped_out', 'not_started'],
    ['2025-06-23', 'dropped_out', 'not_known'],
    ['2025-06-01', 'withdrawn_by_provider', 'not_known'],
  ] as const)('a referral of %s ended %s: %s', (referral, reason, outcome) =>
    expect(withCommunity(inCommunity({ referral, end: '2025-07-15', reason }))).toEqual([outcome]),
  )
})

describe('facts dated after the day of the report', () => {
  const early = aWindow('2025-06-01', '2025-06-30', '2025-06-30')
  const asOfJune = (...episodes: MeasuredEpisode[]) => outcomes(aPerson(stay, episodes), early)

  test('an end makes the episode open, its start stands', () =>
    expect(
      asOfJune(inCustody({ start: '2025-02-01', end: '2025-07-10', reason: 'completed_drug_free' })),
    ).toHaveLength(1))
  test('a refusal said later is not known yet', () =>
    expect(
      asOfJune(treated, inCommunity({ referral: '2025-06-02', end: '2025-07-01', reason: 'declined' })),
    ).toEqual(['not_known']))
  test('a start told for later leaves the refusal of a referral without a start', () => {
    const odd = inCommunity({
      referral: '2025-06-02',
      start: '2025-07-02',
      end: '2025-06-20',
      reason: 'declined',
    })
    expect(asOfJune(treated, odd)).toEqual(['not_started'])
  })
  test('a referral written for later leaves the start as it is', () =>
    expect(asOfJune(treated, inCommunity({ referral: '2025-07-02', start: '2025-06-05' }))).toEqual([
      'started_within_21_days',
    ]))
})

const date = fc
  .integer({ min: 0, max: 120 })
  .map((offset) => Temporal.PlainDate.from('2025-05-01').add({ days: offset }).toString())
const reasons = fc.constantFrom<EndReason>(
  'declined',
  'dropped_out',
  'transferred_not_in_custody',
  'completed_drug_free',
)
const anyEpisode = fc
  .tuple(fc.boolean(), date, fc.option(date), fc.option(fc.tuple(date, reasons)))
  .map(([custody, referral, start, ended]) =>
    (custody ? inCustody : inCommunity)({
      referral,
      ...(start === null ? {} : { start }),
      ...(ended === null ? {} : { end: ended[0], reason: ended[1] }),
    }),
  )
const anyMovement = fc.tuple(fc.boolean(), date).map(([isIn, on]) => (isIn ? admitted(on) : released(on)))
const anyPerson = fc
  .tuple(
    fc.uniqueArray(anyMovement, { maxLength: 8, selector: ({ at }) => at }),
    fc.array(anyEpisode, { maxLength: 6 }),
  )
  .map(([movements, episodes]) => aPerson(movements, episodes))
const middle = aWindow('2025-05-01', '2025-08-29', '2025-07-15')

test('neither the order of movements nor that of episodes changes where a release lands', () => {
  fc.assert(
    fc.property(anyPerson, (person) => {
      const turned = {
        ...person,
        movements: person.movements.toReversed(),
        episodes: person.episodes.toReversed(),
      }
      expect(outcomesOfPerson(turned, middle)).toEqual(outcomesOfPerson(person, middle))
    }),
  )
})

test('nothing that happens after the day of the report changes the report', () => {
  const later = fc
    .integer({ min: 76, max: 120 })
    .map((offset) => Temporal.PlainDate.from('2025-05-01').add({ days: offset }).toString())
  fc.assert(
    fc.property(anyPerson, later, later, (person, one, other) => {
      const more = {
        ...person,
        movements: [...person.movements, admitted(one), released(other)],
        episodes: [...person.episodes, inCommunity({ start: one }), inCustody({ start: other })],
      }
      expect(outcomesOfPerson(more, middle)).toEqual(outcomesOfPerson(person, middle))
    }),
  )
})

test('windows side by side add up to the window of both', () => {
  fc.assert(
    fc.property(anyPerson, fc.integer({ min: 0, max: 119 }), (person, cut) => {
      const first = { ...middle, to: middle.from + cut }
      const second = { ...middle, from: middle.from + cut + 1 }
      expect([...outcomesOfPerson(person, first), ...outcomesOfPerson(person, second)]).toEqual(
        outcomesOfPerson(person, middle),
      )
    }),
  )
})
