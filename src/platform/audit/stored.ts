import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../database/schema.ts'
import type { Leaf, Seal, SealedEvent } from './canonical.ts'
import { packLeaves, unpackLeaves } from './canonical.ts'

type Db = Transaction<DB> | Kysely<DB>

/** A seal as the database holds it. */
export interface StoredSeal {
  readonly seal: Seal
  readonly leaves: readonly Leaf[]
}

/** What the next seal is to cover; `from` and `to` are alike where there is nothing to seal. */
export interface SealRange {
  readonly number: number
  readonly from: string
  readonly to: string
  readonly previous: string
  /** The server counts its transactions from lower than the last seal's: it was made anew from a dump. */
  readonly behind: boolean
}

interface RangeRow {
  readonly number: number
  readonly from_xid: string
  readonly to_xid: string
  readonly previous: string
  readonly behind: boolean
}

/** The range of the next seal, with about `most` events; null where the log has lost its beginning. */
export const rangeToSeal = async (db: Db, most: number): Promise<SealRange | null> => {
  const found = await sql<RangeRow>`select * from audit_to_seal(${most})`.execute(db)
  const [row] = found.rows
  return row === undefined
    ? null
    : {
        number: row.number,
        from: row.from_xid,
        to: row.to_xid,
        previous: row.previous,
        behind: row.behind,
      }
}

const eventsAtOnce = 2_000
const nobody = '00000000-0000-0000-0000-000000000000'

/** Events whose transaction lies in [from, to), in the order in which they are sealed, as a stream. */
export async function* eventsBetween(
  db: Db,
  { from, to }: Pick<SealRange, 'from' | 'to'>,
): AsyncGenerator<SealedEvent> {
  let after = { written_in: '0', id: nobody }
  for (;;) {
    const found = await sql<SealedEvent>`select * from audit_events_between(${from}::xid8, ${to}::xid8,
      ${after.written_in}::xid8, ${after.id}::uuid, ${eventsAtOnce})`.execute(db)
    yield* found.rows
    const last = found.rows.at(-1)
    if (last === undefined || found.rows.length < eventsAtOnce) return
    after = last
  }
}

interface SealRow {
  readonly number: number
  readonly from_xid: string
  readonly to_xid: string
  readonly events: number
  readonly leaves: Buffer
  readonly previous: string
  readonly hash: string
  readonly sealed_at: Temporal.Instant
}

const sealsAtOnce = 5

/** Every seal after a number, in order, as a stream. */
export async function* sealsAfter(db: Db, number: number): AsyncGenerator<StoredSeal> {
  let after = number
  for (;;) {
    const found = await sql<SealRow>`select * from audit_seals_after(${after}, ${sealsAtOnce})`.execute(db)
    for (const row of found.rows)
      yield {
        seal: {
          number: row.number,
          from: row.from_xid,
          to: row.to_xid,
          events: row.events,
          previous: row.previous,
          hash: row.hash,
          sealedAt: row.sealed_at,
        },
        leaves: unpackLeaves(row.leaves),
      }
    const last = found.rows.at(-1)
    if (last === undefined) return
    after = last.number
  }
}

/** Stores a seal in the transaction that holds the sealers' turn. */
export const storeSeal = async (db: Db, seal: Seal, leaves: readonly Leaf[]): Promise<void> => {
  await sql`select store_seal(${seal.number}, ${seal.from}::xid8, ${seal.to}::xid8, ${seal.events}, ${packLeaves(leaves)},
    ${seal.previous}, ${seal.hash}, ${seal.sealedAt}::timestamptz)`.execute(db)
}

const sealersTurn = 7_425_014

/** Takes the sealers' turn until the transaction ends, where nobody has it; no writer ever asks for it. */
export const takeTurn = async (db: Db): Promise<boolean> => {
  const taken = await sql<{
    taken: boolean
  }>`select pg_try_advisory_xact_lock(${sealersTurn}) as taken`.execute(db)
  return taken.rows[0]?.taken === true
}

/** Waits for the sealers' turn: what is read then is not half written. */
export const awaitTurn = async (db: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${sealersTurn})`.execute(db)
}

/** How many events no seal covers yet. */
export const notYetSealed = async (db: Db): Promise<number> => {
  const counted = await sql<{ events: number }>`select audit_not_yet_sealed() as events`.execute(db)
  return counted.rows[0]?.events ?? 0
}
