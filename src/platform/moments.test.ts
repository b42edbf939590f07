import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from './clock.ts'
import { parseDay, parseMoment, startOfDay } from './moments.ts'

test.each([
  '2026-02-31',
  '2025-02-29',
  '2026-00-10',
  '2026-1-1',
  '01/02/2026',
  '1026-01-01',
  '9999-01-01',
  '2026-01-01T00:00',
  '',
])('%j is no day', (text) => expect(parseDay(text)).toBeNull())

test('the 29th of February exists in a leap year', () =>
  expect(parseDay('2024-02-29')?.toString()).toBe('2024-02-29'))

test.each([
  '2026-11-22',
  '2026-11-22T25:00',
  '2026-02-29T10:00',
  '2026-11-22T10:00+30:00',
  '2026-11-22T10:00[Asia/Tokyo]',
])('%j is no moment', (text) => expect(parseMoment(text)).toBeNull())

test('a local time stays on its own day, also where the clocks change', () => {
  const minutes = fc.integer({ min: 0, max: 1439 })
  const days = fc.constantFrom(
    '2026-03-28',
    '2026-03-29',
    '2026-03-30',
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
  )
  fc.assert(
    fc.property(days, minutes, (day, minute) => {
      const time = Temporal.PlainTime.from('00:00')
        .add({ minutes: minute })
        .toString({ smallestUnit: 'minute' })
      const instant = parseMoment(`${day}T${time}`)
      expect(instant === null ? null : dayOf(instant).toString()).toBe(day)
    }),
  )
})

test('a day starts at midnight in London, summer and winter', () => {
  expect(startOfDay(Temporal.PlainDate.from('2026-07-01')).toString()).toBe('2026-06-30T23:00:00Z')
  expect(startOfDay(Temporal.PlainDate.from('2026-12-01')).toString()).toBe('2026-12-01T00:00:00Z')
})
