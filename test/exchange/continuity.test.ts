import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { House } from '../../src/compose.ts'
import { continuityOfAll, type Window } from '../../src/insight/index.ts'
import { ok } from '../../src/platform/result.ts'
import { rebuildObligations } from '../../src/standards/index.ts'
import { expectedFigures, windowOf } from '../support/continuity-pipeline.ts'
import { countsOf, type FileName, scratchFolder } from '../support/files.ts'
import { openTestHouse } from '../support/house.ts'

const example = (name: string): string =>
  readFileSync(new URL(`../examples/continuity/${name}`, import.meta.url), 'utf8')

const year = windowOf('2025-04-01', '2026-03-31', '2026-07-31')
const halfYear = windowOf('2026-01-01', '2026-06-30', '2026-06-20')

const folder = scratchFolder()

/** The same lines in another order, always the same one. */
const shuffled = (lines: readonly string[]): string[] =>
  lines
    .map((line, position) => ({ line, key: (position * 7919 + 104_729) % 65_537 }))
    .sort((one, other) => one.key - other.key)
    .map(({ line }) => line)

const linesOf = (name: string): string[] => example(name).trimEnd().split('\n')

const rowsInAnotherOrder = (name: string, rows: (rows: string[]) => string[]): string => {
  const [header = '', ...rest] = linesOf(name)
  return [header, ...rows(rest), ''].join('\n')
}

const feed = linesOf('movements.ndjson')

const asTheyAre = {
  people: folder.write('people.csv', example('people.csv')),
  movements: folder.write('movements.ndjson', example('movements.ndjson')),
  episodes: folder.write('episodes.csv', example('episodes.csv')),
}

const otherwise = {
  people: folder.write('people-shuffled.csv', rowsInAnotherOrder('people.csv', shuffled)),
  movements: folder.write('movements-doubled.ndjson', [...shuffled(feed), ...feed.toReversed()].join('\r\n')),
  episodes: folder.write(
    'episodes-reversed.csv',
    `\ufeff${rowsInAnotherOrder('episodes.csv', (rows) => rows.toReversed())}`,
  ),
}

type Files = typeof asTheyAre

const measure = async ({ database }: House, window: Window, byPrison: boolean) => {
  const figures = await database.intake(async (tx) => ok(await continuityOfAll(tx, window, byPrison)))
  return figures.ok ? figures.value : figures.refusal
}

const expectAnswers = async (house: House): Promise<void> => {
  expect(await measure(house, year, true)).toEqual(expectedFigures('year'))
  expect(await measure(house, halfYear, false)).toEqual(expectedFigures('half-year'))
}

const imported = async (house: House, order: readonly (keyof Files)[], files: Files): Promise<void> => {
  for (const name of order) {
    const {
      read,
      applied,
      duplicates,
      held,
      rejected,
      ignored = 0,
    } = await countsOf(house, name, files[name])
    expect(applied + duplicates + held + rejected + ignored).toBe(read)
  }
}

const orders: readonly (readonly (keyof Files)[])[] = [
  ['people', 'movements', 'episodes'],
  ['people', 'episodes', 'movements'],
  ['movements', 'people', 'episodes'],
  ['movements', 'episodes', 'people'],
  ['episodes', 'people', 'movements'],
  ['episodes', 'movements', 'people'],
]

describe.each([
  ['as they are', asTheyAre],
  ['shuffled and doubled', otherwise],
] as const)('the example’s files %s', (_, files) => {
  test.each(orders)('give the expected answers: %s, %s, %s', async (...order) => {
    const { house } = await openTestHouse()
    try {
      await imported(house, order, files)
      await expectAnswers(house)
      const { people, changed } = await rebuildObligations(house.database, () => {})
      expect({ people: people > 390, changed }).toEqual({ people: true, changed: 0 })
    } finally {
      await house.close()
    }
  })
})

test('imported again, the files are all duplicates and change nothing', async () => {
  const { house } = await openTestHouse()
  try {
    const order: readonly FileName[] = ['people', 'movements', 'episodes']
    await imported(house, ['movements', 'episodes', 'people'], asTheyAre)
    for (const name of order) {
      const file = asTheyAre[name as keyof Files]
      const { read, duplicates } = await countsOf(house, name, file)
      expect({ name, duplicates }).toEqual({ name, duplicates: read })
    }
    await expectAnswers(house)
  } finally {
    await house.close()
  }
})
