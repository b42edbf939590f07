import type { Actor } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Cell } from '../continuity-links.ts'
import { releasesIn } from '../continuity-view.ts'
import type { Period } from '../period.ts'
import type { TeamRelease } from '../team-releases.ts'
import { peopleNames } from './peopleNames.ts'
import { scopeOf } from './teamFigures.ts'
import { teamRecords } from './teamRecords.ts'

/** A release behind a cell, of somebody whose record the reader may open. */
export interface ShownRelease extends TeamRelease {
  readonly name: string
}

export interface ReleasesShown {
  /** All that the cell counts. */
  readonly counted: number
  /** Those that may be shown, newest first. */
  readonly shown: readonly ShownRelease[]
}

const isIn =
  ({ outcome, prison, service }: Cell) =>
  (release: TeamRelease): boolean =>
    (outcome === undefined || release.outcome === outcome) &&
    (prison === undefined || (release.prison ?? 'none') === prison) &&
    (service === undefined || (release.serviceId ?? 'none') === service)

const readableEpisodes = async (tx: ReadTx, episodes: readonly string[]): Promise<ReadonlySet<string>> => {
  if (episodes.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('episode')
    .select('id')
    .where('id', 'in', [...episodes])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * The releases behind a cell, with names. Counted and not shown are: people whose record is closed to the reader,
 * outcomes decided by an episode that the reader may not read, and matches by initials that nobody has confirmed.
 */
export const releasesShown = async (
  tx: ReadTx,
  actor: Actor,
  period: Period,
  cell: Cell,
): Promise<ReleasesShown> => {
  const records = await teamRecords(tx, period.span)
  const counted = releasesIn(records, period.span, period.asOf, scopeOf(actor)).filter(isIn(cell))
  const confirmed = counted.filter((release) => release.confirmed)
  const names = await peopleNames(
    tx,
    confirmed.map(({ personId }) => personId),
  )
  const readable = await readableEpisodes(
    tx,
    confirmed.flatMap(({ decidedBy }) => (decidedBy === null ? [] : [decidedBy])),
  )
  const shown = confirmed.flatMap((release): ShownRelease[] => {
    const name = names.get(release.personId)
    const closed = release.decidedBy !== null && !readable.has(release.decidedBy)
    return name === undefined || closed ? [] : [{ ...release, name }]
  })
  return { counted: counted.length, shown: shown.sort((one, other) => other.releaseDay - one.releaseDay) }
}
