import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../platform/day.ts'
import {
  addWorkingDays,
  holidayDays,
  isBankHoliday,
  isWorkingDay,
  workingDayAfter,
  workingDayBefore,
} from './bank-holidays.ts'
import type { Nation } from './model.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const nations: Nation[] = ['england', 'wales', 'scotland', 'northern_ireland']

describe('bank holidays by nation', () => {
  test.each([
    ['2026-12-25', ['england', 'wales', 'scotland', 'northern_ireland']],
    ['2026-12-28', ['england', 'wales', 'scotland', 'northern_ireland']],
    ['2026-04-06', ['england', 'wales', 'northern_ireland']],
    ['2026-11-30', ['scotland']],
    ['2027-01-04', ['scotland']],
    ['2026-07-13', ['northern_ireland']],
    ['2023-05-08', ['england', 'wales', 'scotland', 'northern_ireland']],
    ['2026-06-15', ['scotland']],
    ['2026-12-24', []],
  ])('%s is one in %j', (text, closed) =>
    expect(nations.filter((nation) => isBankHoliday(day(text), nation))).toEqual(closed),
  )
})

describe('working days', () => {
  test('before Christmas Monday of 2026 is Christmas Eve', () =>
    expect(workingDayBefore(day('2026-12-29'), 'england').toString()).toBe('2026-12-24'))
  test('after New Year 2027 differ between nations', () => {
    expect(workingDayAfter(day('2026-12-31'), 'england').toString()).toBe('2027-01-04')
    expect(workingDayAfter(day('2026-12-31'), 'scotland').toString()).toBe('2027-01-05')
  })
  test('none on leave a day as it is', () =>
    expect(addWorkingDays(day('2026-11-22'), 0, 'england').toString()).toBe('2026-11-22'))

  const anyDay = fc.integer({ min: 18_262, max: 22_000 }).map(plainDate)
  test('there and back again returns to a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), fc.constantFrom(...nations), (start, count, nation) => {
        fc.pre(isWorkingDay(start, nation))
        const there = addWorkingDays(start, count, nation)
        expect(isWorkingDay(there, nation)).toBe(true)
        expect(addWorkingDays(there, -count, nation).toString()).toBe(start.toString())
      }),
    )
  })
})

test('the engine gets the same holidays as day numbers, within its bounds', () => {
  const days = holidayDays('england', day('2026-12-25'), day('2027-01-01'))
  expect([...days].map((number) => plainDate(number).toString())).toEqual([
    '2026-12-25',
    '2026-12-26',
    '2026-12-28',
    '2027-01-01',
  ])
})
