import { expect, test } from 'vitest'
import { isoDay } from '../platform/day.ts'
import { calendarFor } from './calendar.ts'
import { aContext, day } from './testing.ts'

const england = calendarFor(aContext().holidays, 'england')

test.each([
  ['2026-03-02', 1, '2026-03-03'],
  ['2026-03-06', 1, '2026-03-09'],
  ['2026-03-07', 1, '2026-03-09'],
  ['2026-03-06', 5, '2026-03-13'],
  ['2026-04-02', 1, '2026-04-07'],
  ['2026-12-24', 2, '2026-12-30'],
  ['2026-03-07', 0, '2026-03-07'],
])('from %s, %i working days on is %s', (from, count, to) => {
  expect(isoDay(england.after(day(from), count))).toBe(to)
})

test.each([
  ['2026-03-03', '2026-03-02'],
  ['2026-03-09', '2026-03-06'],
  ['2026-03-08', '2026-03-06'],
  ['2026-04-07', '2026-04-02'],
])('the last working day before %s is %s', (of, before) => {
  expect(isoDay(england.before(day(of)))).toBe(before)
})

test('a nation without known holidays has its weekends', () => {
  const wales = calendarFor(aContext().holidays, 'wales')
  expect(isoDay(wales.after(day('2026-04-02'), 1))).toBe('2026-04-03')
})

test('days far outside the table are counted one by one', () => {
  expect(isoDay(england.after(day('2199-12-31'), 2))).toBe('2200-01-02')
  expect(isoDay(england.before(day('1931-05-04')))).toBe('1931-05-01')
})
