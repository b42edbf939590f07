import { expect, test } from 'vitest'
import { deriveObligations } from '../derive.ts'
import { type Pack, standardsIn } from '../standard.ts'
import { aContext, aPerson, day } from '../testing.ts'
import { england } from './england.ts'
import { scotland } from './scotland.ts'

const only = (
  standards: Partial<Pack['standards']>,
  version: number,
  from: string | null,
  to: string | null,
): Pack => ({
  ...england,
  version,
  from: from === null ? null : day(from),
  to: to === null ? null : day(to),
  standards: { ...england.standards, ...standards },
})

const before = only({ contact: [] }, 1, null, '2026-03-31')
const after = only({}, 2, '2026-04-01', null)
const story = aPerson()
  .admitted('2026-03-02', 'LEI')
  .referred('2026-03-02')
  .triaged('2026-03-03')
  .seen('2026-03-20')
  .seen('2026-04-03')

test('a standard switched on later owes nothing for the past', () => {
  const owed = deriveObligations(story.facts, aContext(), [before, after])
  const contacts = owed.filter(({ standard }) => standard === 'agreed_contact')
  expect(contacts.map(({ opensOn }) => opensOn)).toEqual([day('2026-04-04')])
})

test('what a version opened keeps it', () => {
  const owed = deriveObligations(story.facts, aContext(), [before, after])
  const versions = owed.map(({ opensOn, packVersion }) => [opensOn < day('2026-04-01'), packVersion])
  expect(versions.every(([early, version]) => version === (early ? 1 : 2))).toBe(true)
})

test('no TOP or NDTMS standard opens in Scotland', () => {
  const told = standardsIn(scotland).map(({ id, words, source }) => `${id}: ${words} (${source})`)
  expect(told.filter((text) => /TOP|NDTMS/.test(text))).toEqual([])
})
