import { expect, test } from 'vitest'
import { datesTold } from './dates-told.ts'
import type { Spell } from './model.ts'
import type { ReleaseDateEntry } from './release-date-list.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const told = (on: string, type: ReleaseDateEntry['type'], date: string | null): ReleaseDateEntry => ({
  type,
  date: date === null ? null : day(date),
  recordedAt: Temporal.Instant.from(on.includes('T') ? on : `${on}T09:00:00Z`),
  source: null,
})

const spell = (from: string, until: string | null): Spell => ({
  start: {
    day: day(from),
    instant: Temporal.Instant.from(`${from}T09:00:00Z`),
    establishment: 'LEI',
    recall: false,
  },
  end: until === null ? null : { how: 'release', day: day(until), establishment: 'LEI', from: 'in_custody' },
  transfers: [],
})

const inWords = (entries: readonly ReleaseDateEntry[], spells: readonly Spell[]): string[] =>
  datesTold(entries, spells, () => 'england').map(({ from, day }) => `${from}: ${day ?? 'none'}`)

const stay = spell('2026-01-05', null)

test('each day on which something was recorded, with the day of leaving as it then was', () => {
  const entries = [
    told('2026-01-20', 'CRD', '2026-12-02'),
    told('2026-03-02', 'CONF', '2026-11-11'),
    told('2026-04-01', 'CONF', null),
  ]
  const expected = ['2026-01-20: 2026-12-02', '2026-03-02: 2026-11-11', '2026-04-01: 2026-12-02']
  expect(inWords(entries, [stay])).toEqual(expected)
  expect(inWords(entries.toReversed(), [stay])).toEqual(expected)
})

test('of what was recorded on one day, the last stands; a day is one in London', () => {
  const entries = [
    told('2026-06-10T22:30:00Z', 'CONF', '2026-11-11'),
    told('2026-06-10T23:30:00Z', 'CONF', '2026-11-18'),
    told('2026-06-11T08:00:00Z', 'CONF', '2026-11-25'),
  ]
  expect(inWords(entries, [stay])).toEqual(['2026-06-10: 2026-11-11', '2026-06-11: 2026-11-25'])
})

test('what was recorded before the stay is known from its start, and only where it is for this stay', () => {
  const entries = [told('2025-12-01', 'CRD', '2026-12-02'), told('2025-11-01', 'CONF', '2025-12-10')]
  expect(inWords(entries, [stay])).toEqual(['2026-01-05: 2026-12-02'])
})

test('each stay has its own; what is recorded after its end says nothing of it', () => {
  const entries = [told('2025-03-03', 'CRD', '2025-09-03'), told('2026-02-02', 'CRD', '2026-12-02')]
  expect(inWords(entries, [spell('2025-01-06', '2025-09-03'), stay])).toEqual([
    '2025-03-03: 2025-09-03',
    '2026-01-05: none',
    '2026-02-02: 2026-12-02',
  ])
})

test('nothing recorded, nothing told', () => {
  expect(inWords([], [stay])).toEqual([])
})
