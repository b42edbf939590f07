import { describe, expect, test } from 'vitest'
import {
  type ContinuityFiles,
  continuityExample,
  expectedFigures,
  measureFiles,
  windowOf,
} from '../../../test/support/continuity-pipeline.ts'
import { reasonOf } from './reason.ts'

const year = windowOf('2025-04-01', '2026-03-31', '2026-07-31')
const halfYear = windowOf('2026-01-01', '2026-06-30', '2026-06-20')

/** The same elements in another order, always the same one. */
const shuffled = <Element>(list: readonly Element[]): Element[] =>
  list
    .map((element, position) => ({ element, key: (position * 7919 + 104_729) % 65_537 }))
    .sort((one, other) => one.key - other.key)
    .map(({ element }) => element)

const files = continuityExample()

const variants: readonly (readonly [string, ContinuityFiles])[] = [
  ['as they are', files],
  ['backwards', { ...files, feed: files.feed.toReversed(), episodes: files.episodes.toReversed() }],
  ['shuffled', { ...files, feed: shuffled(files.feed), people: shuffled(files.people) }],
  [
    'twice over',
    {
      ...files,
      feed: [...files.feed, ...shuffled(files.feed)],
      episodes: [...files.episodes, ...files.episodes],
    },
  ],
]

describe.each(variants)('the example’s files %s', (_, given) => {
  test('give the expected year, by prison', () =>
    expect(measureFiles(given, year, true).figures).toEqual(expectedFigures('year')))
  test('give the expected half-year', () =>
    expect(measureFiles(given, halfYear, false).figures).toEqual(expectedFigures('half-year')))
})

test('every counted release can be explained', () => {
  const { figures, releases } = measureFiles(files, year, false)
  expect(releases).toHaveLength(figures.releases)
  expect(releases.map(reasonOf).every((reason) => /^[A-Z].*\.$/.test(reason))).toBe(true)
})
