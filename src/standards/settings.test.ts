import { expect, test } from 'vitest'
import { isoDay } from '../platform/day.ts'
import { england } from './packs/england.ts'
import { scotland } from './packs/scotland.ts'
import { firstDayWithin, type Span, settingOn } from './settings.ts'
import { spansIn, standardById, standardsIn } from './standard.ts'
import { day } from './testing.ts'

const span: Span = { name: 'Days before release', standard: 84, unit: 'days' }
const period = (value: number, from: string, to: string | null) => ({
  name: span.name,
  value,
  from: day(from),
  to: to === null ? null : day(to),
})

test('a setting holds from its first to its last day; outside it the standard number does', () => {
  const settings = [period(28, '2026-03-01', '2026-03-31')]
  expect(settingOn({ settings }, span, day('2026-02-28'))).toBe(84)
  expect(settingOn({ settings }, span, day('2026-03-01'))).toBe(28)
  expect(settingOn({ settings }, span, day('2026-03-31'))).toBe(28)
  expect(settingOn({ settings }, span, day('2026-04-01'))).toBe(84)
})

test('of two that overlap the later one holds, in whatever order they are read', () => {
  const settings = [period(28, '2026-03-01', null), period(56, '2026-01-01', null)]
  expect(settingOn({ settings }, span, day('2026-04-01'))).toBe(28)
  expect(settingOn({ settings: settings.toReversed() }, span, day('2026-04-01'))).toBe(28)
})

const opens = (settings: ReturnType<typeof period>[], release: string, from: string) =>
  isoDay(firstDayWithin({ settings }, span, day(release), day(from)))

test('release within 84 days', () => {
  expect(opens([], '2026-06-30', '2026-01-01')).toBe('2026-04-07')
  expect(opens([], '2026-06-30', '2026-05-01')).toBe('2026-05-01')
})

test('a wider setting opens nothing before the day of the change', () => {
  expect(opens([period(112, '2026-03-20', null)], '2026-06-30', '2026-01-01')).toBe('2026-03-20')
})

test('a narrower setting leaves open what was open, and opens later what was not', () => {
  expect(opens([period(28, '2026-05-01', null)], '2026-06-30', '2026-01-01')).toBe('2026-04-07')
  expect(opens([period(28, '2026-03-01', null)], '2026-06-30', '2026-01-01')).toBe('2026-06-02')
})

test.each([england, scotland])('every standard of $id is told in full', (pack) => {
  const standards = standardsIn(pack)
  const ids = standards.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)])
  for (const { title, words, because, source } of standards)
    for (const text of [title, words, because, source]) expect(text.trim()).not.toBe('')
  expect(standardById(pack, 'triage')?.title).toBe('Triage')
  expect(standardById(pack, 'nothing')).toBeNull()
})

test('a number that two standards share is one setting', () => {
  const names = spansIn(england).map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
  expect(names).toContain('Days from release to treatment')
  expect(names).toContain('Last day of follow-up')
})
