import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../directory/index.ts'
import { type ReleaseDateEntry, releaseDateHistory } from './release-date-list.ts'
import { type ReleaseDateType, releaseDateTypes } from './release-date-types.ts'
import {
  needsCheckToday,
  type ReleaseDateContext,
  releaseDateWords,
  type WorkingReleaseDate,
  workingReleaseDate,
} from './release-dates.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const entry = (
  type: ReleaseDateType,
  date: string | null,
  recordedAt = '2026-06-01T09:00:00Z',
): ReleaseDateEntry => ({
  type,
  date: date === null ? null : day(date),
  recordedAt: Temporal.Instant.from(recordedAt),
  source: null,
})

const stay: ReleaseDateContext = { since: day('2026-01-05'), recalled: false, nation: 'england' }

const shown = (date: WorkingReleaseDate | null) =>
  date === null ? null : { type: date.type, recorded: date.recorded.toString(), day: date.day.toString() }

const working = (entries: readonly ReleaseDateEntry[], context: Partial<ReleaseDateContext> = {}) =>
  workingReleaseDate(entries, { ...stay, ...context })

describe('which date', () => {
  const wednesday = '2026-12-02'
  test.each<[string, readonly ReleaseDateEntry[], ReleaseDateType | null]>([
    ['none', [], null],
    ['the confirmed one', [entry('CONF', wednesday), entry('APD', '2026-11-11')], 'CONF'],
    ['parole before curfew', [entry('APD', wednesday), entry('HDCAD', '2026-11-11')], 'APD'],
    ['curfew before the calculated', [entry('HDCAD', wednesday), entry('CRD', '2026-11-11')], 'HDCAD'],
    [
      'the latest calculated',
      [entry('CRD', '2026-11-11'), entry('ARD', wednesday), entry('NPD', '2026-10-06')],
      'ARD',
    ],
    ['the end of the sentence', [entry('SED', wednesday), entry('LED', '2026-11-11')], 'SED'],
    [
      'never an eligibility',
      (['PED', 'HDCED', 'ERSED', 'TERSED'] as const).map((type) => entry(type, wednesday)),
      null,
    ],
    ['none before this stay', [entry('CRD', '2026-01-04'), entry('SLED', wednesday)], 'SLED'],
    ['the day of admission itself', [entry('CONF', '2026-01-05')], 'CONF'],
  ])('%s', (_, entries, type) => expect(working(entries)?.type ?? null).toBe(type))

  test('after a recall the post-recall date alone', () => {
    const entries = [entry('CRD', '2026-12-09'), entry('PRRD', wednesday), entry('SED', '2027-06-02')]
    expect(working(entries, { recalled: true })?.type).toBe('PRRD')
    expect(working(entries.slice(0, 1), { recalled: true })).toBeNull()
  })
})

describe('of each type', () => {
  test('the entry recorded last stands', () => {
    const entries = [entry('CRD', '2026-12-09', '2026-07-01T09:00:00Z'), entry('CRD', '2026-12-16')]
    expect(shown(working(entries))?.day).toBe('2026-12-09')
    expect(releaseDateHistory(entries.toReversed()).map(({ stands }) => stands)).toEqual([true, false])
  })
  test('an empty date withdraws it', () =>
    expect(working([entry('CONF', '2026-12-09'), entry('CONF', null, '2026-07-01T09:00:00Z')])).toBeNull())
})

describe('a calculated date', () => {
  test.each([
    ['on a Wednesday stays', '2026-12-02', '2026-12-02'],
    ['on a Friday is the Thursday', '2026-12-04', '2026-12-03'],
    ['on a Saturday is the Thursday', '2026-12-05', '2026-12-03'],
    ['on a Sunday is the Thursday', '2026-12-06', '2026-12-03'],
    ['on Christmas Day is the Wednesday', '2026-12-25', '2026-12-23'],
    ['on the Monday after Boxing Day is the Wednesday', '2026-12-28', '2026-12-23'],
    ['on the day before Good Friday is the Wednesday', '2027-03-25', '2027-03-24'],
    ['on Easter Monday is two working days before', '2027-03-29', '2027-03-24'],
    ['on an ordinary Friday of January is the Thursday', '2027-01-08', '2027-01-07'],
  ])('%s', (_, recorded, expected) =>
    expect(shown(working([entry('CRD', recorded)]))).toEqual({ type: 'CRD', recorded, day: expected }),
  )

  test('tells each step and why', () =>
    expect(working([entry('CRD', '2026-12-05')])?.steps.map(({ because }) => because)).toEqual([
      'not_a_working_day',
      'friday_rule',
    ]))

  test('keeps its Friday where fewer than 28 days were served', () => {
    expect(shown(working([entry('PRRD', '2026-12-04')], { since: day('2026-11-07') }))?.day).toBe(
      '2026-12-04',
    )
    expect(shown(working([entry('PRRD', '2026-12-04')], { since: day('2026-11-06') }))?.day).toBe(
      '2026-12-03',
    )
  })

  test('keeps its Friday in Scotland, and still leaves no weekend', () => {
    const scotland = { nation: 'scotland' } as const
    expect(shown(working([entry('CRD', '2026-12-05')], scotland))?.day).toBe('2026-12-04')
    expect(shown(working([entry('CRD', '2026-11-30')], scotland))?.day).toBe('2026-11-27')
  })
})

describe('a date decided for the person', () => {
  test.each(['APD', 'HDCAD'] as const)(
    '%s moves off a weekend, and keeps its Friday with a warning',
    (type) => {
      const date = working([entry(type, '2026-12-05')])
      expect(shown(date)?.day).toBe('2026-12-04')
      expect(date?.warnings).toEqual([expect.stringMatching(/Friday.*community offender manager can ask/)])
    },
  )
  test('a confirmed one is taken as it is, and warned of', () => {
    const saturday = working([entry('CONF', '2026-12-05')])
    expect(shown(saturday)?.day).toBe('2026-12-05')
    expect(saturday?.warnings).toEqual([expect.stringMatching(/weekend or a bank holiday/)])
    expect(working([entry('CONF', '2026-12-24')])?.warnings).toEqual([
      expect.stringMatching(/day before a bank/),
    ])
    expect(working([entry('CONF', '2026-12-02')])?.warnings).toEqual([])
  })
})

test('a day that passed without a release is to be checked today', () => {
  const left = { day: day('2026-11-20') }
  expect(needsCheckToday(left, true, day('2026-11-21'))).toBe(true)
  expect(needsCheckToday(left, true, day('2026-11-20'))).toBe(false)
  expect(needsCheckToday(left, false, day('2026-11-21'))).toBe(false)
})

test('a type is said in words', () => expect(releaseDateWords('CRD')).toBe('CRD, conditional release date'))

const anyEntry = fc
  .record({
    type: fc.constantFrom(...(Object.keys(releaseDateTypes) as ReleaseDateType[])),
    offset: fc.option(fc.integer({ min: -400, max: 800 })),
    recorded: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ type, offset, recorded }) =>
    entry(
      type,
      offset === null ? null : day('2026-06-01').add({ days: offset }).toString(),
      `2026-06-0${recorded + 1}T09:00:00Z`,
    ),
  )

test('neither order nor repetition changes the working date; it never moves later, nor off a working day', () => {
  const lists = fc.array(anyEntry, { maxLength: 10 })
  fc.assert(
    fc.property(lists, fc.boolean(), fc.constantFrom('england', 'scotland'), (entries, recalled, nation) => {
      const context = { recalled, nation } as const
      const date = working(entries, context)
      expect(shown(working([...entries, ...entries].toReversed(), context))).toEqual(shown(date))
      if (date === null) return
      expect(Temporal.PlainDate.compare(date.day, date.recorded)).toBeLessThanOrEqual(0)
      if (!date.confirmed) expect(isWorkingDay(date.day, nation)).toBe(true)
    }),
  )
})
