import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { distinctMovements, type Movement, readFeedLine } from '../../src/custody/index.ts'
import { type EpisodeRow, readEpisodeRow } from '../../src/exchange/rows/episodes.ts'
import type { RowResult } from '../../src/exchange/rows/model.ts'
import { type PeopleRow, readPeopleRow } from '../../src/exchange/rows/people.ts'
import {
  type ContinuityFigures,
  continuityFigures,
  countOutcome,
  type EpisodeIdentity,
  emptyTally,
  type Identities,
  identitiesOf,
  type MeasuredMovement,
  type MeasuredPerson,
  type MergedNumbers,
  matchEpisode,
  outcomesOfPerson,
  type ReleaseOutcome,
  type Window,
} from '../../src/insight/continuity/index.ts'
import { dayNumber } from '../../src/platform/day.ts'

const folder = new URL('../examples/continuity/', import.meta.url)

const example = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

export interface ContinuityFiles {
  readonly feed: readonly string[]
  readonly people: readonly Record<string, string>[]
  readonly episodes: readonly Record<string, string>[]
}

/** The example's files, as lines and records. */
export const continuityExample = (): ContinuityFiles => ({
  feed: example('movements.ndjson')
    .split('\n')
    .filter((line) => line !== ''),
  people: parse(example('people.csv'), { columns: true }),
  episodes: parse(example('episodes.csv'), { columns: true }),
})

export const expectedFigures = (name: 'year' | 'half-year'): ContinuityFigures =>
  JSON.parse(example(`expected-${name}.json`))

const taken = <Row>(result: RowResult<Row>): Row[] => (result.ok ? [result.row] : [])

const today = Temporal.PlainDate.from('2026-11-22')

const day = (date: Temporal.PlainDate | null): number | null => (date === null ? null : dayNumber(date))

const knownPerson = (row: PeopleRow) => ({
  prisonNumber: row.prison_number,
  nhsNumber: row.nhs_number,
  givenInitial: row.given_name,
  familyInitial: row.family_name,
  dateOfBirth: row.date_of_birth.toString(),
  sex: row.sex,
})

const identityOf = (row: EpisodeRow): EpisodeIdentity => ({
  prisonNumber: row.prison_number,
  nhsNumber: row.nhs_number,
  givenInitial: row.given_initial,
  familyInitial: row.family_initial,
  dateOfBirth: row.date_of_birth?.toString() ?? null,
  sex: row.sex,
})

const measured = (movements: readonly Movement[]): readonly MeasuredMovement[] =>
  distinctMovements(movements).flatMap(({ type, instant, day: on, establishment }) =>
    type === 'admission' || type === 'release'
      ? [{ type, day: dayNumber(on), at: instant.epochMilliseconds, establishment }]
      : [],
  )

const readFeed = (lines: readonly string[]) => {
  const movements: Movement[] = []
  const merges: MergedNumbers[] = []
  const numbers = new Set<string>()
  for (const line of lines) {
    const read = readFeedLine(line)
    if (read.kind === 'movement') movements.push(read.movement)
    if (read.kind === 'merged') merges.push(read.merge)
    if (read.kind === 'movement') numbers.add(read.movement.prisonNumber)
    if (read.kind === 'whereabouts') numbers.add(read.sighting.prisonNumber)
    if (read.kind === 'merged') numbers.add(read.merge.survivor).add(read.merge.removed)
  }
  return { movements, merges, numbers }
}

/** Each episode once: the pair of service and local id that a later row updates. */
const episodesOf = (records: ContinuityFiles['episodes']): readonly EpisodeRow[] => {
  const rows = records.flatMap((record) => taken(readEpisodeRow(record, today)))
  return [...new Map(rows.map((row) => [`${row.service_code}|${row.local_id}`, row])).values()]
}

const gather = (
  identities: Identities,
  people: readonly PeopleRow[],
  movements: readonly Movement[],
  episodes: readonly EpisodeRow[],
) => {
  const unmatched = { nobody: 0, ambiguous: 0 }
  const movementsOf = Map.groupBy(movements, ({ prisonNumber }) => identities.personOf(prisonNumber))
  const matched = new Map<string, EpisodeRow[]>()
  for (const row of episodes) {
    const match = matchEpisode(identityOf(row), identities)
    if (match.kind !== 'person') unmatched[match.kind] += 1
    else matched.set(match.personId, [...(matched.get(match.personId) ?? []), row])
  }
  const histories = Map.groupBy(people, ({ prison_number }) => identities.personOf(prison_number))
  const persons = [...histories].flatMap(([personId, rows]): MeasuredPerson[] => {
    if (personId === undefined) return []
    const deaths = rows.flatMap(({ date_of_death }) =>
      date_of_death === null ? [] : [dayNumber(date_of_death)],
    )
    return [
      {
        personId,
        diedOn: deaths.length === 0 ? null : Math.min(...deaths),
        movements: measured(movementsOf.get(personId) ?? []),
        episodes: (matched.get(personId) ?? []).map((row) => ({
          setting: row.setting,
          referral: dayNumber(row.referral_date),
          start: day(row.treatment_start),
          end: day(row.end_date),
          endReason: row.end_reason,
        })),
      },
    ]
  })
  return { persons, unmatched }
}

export const windowOf = (from: string, to: string, asOf: string): Window => {
  const number = (text: string) => dayNumber(Temporal.PlainDate.from(text))
  return { from: number(from), to: number(to), asOf: number(asOf) }
}

/** The whole way from the files to the answer, in memory: parse, tell apart, merge, match, measure. */
export const measureFiles = (files: ContinuityFiles, window: Window, byPrison: boolean) => {
  const people = files.people.flatMap((record) => taken(readPeopleRow(record, today)))
  const { movements, merges, numbers } = readFeed(files.feed)
  const identities = identitiesOf(people.map(knownPerson), merges)
  const { persons, unmatched } = gather(identities, people, movements, episodesOf(files.episodes))
  const tally = emptyTally()
  const releases: ReleaseOutcome[] = persons.flatMap((person) => outcomesOfPerson(person, window))
  for (const release of releases) countOutcome(tally, release)
  const unknown = [...numbers].filter((number) => identities.personOf(number) === undefined)
  const figures = continuityFigures(
    tally,
    window,
    { unmatched_episodes: unmatched, unknown_people_in_feed: unknown.length },
    byPrison,
  )
  return { figures, releases }
}
