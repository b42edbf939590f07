import { sql } from 'kysely'
import { type Holder, holdersOf } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { LegalStatus } from '../legal-status.ts'
import type { Taken } from './takeMessages.ts'

/** Where a prison's roll has somebody, and why they may be held, as of a moment; null says nothing of it. */
export interface ToldOnRoll {
  readonly establishment: string
  readonly as_of: Temporal.Instant | string
  readonly prison_number: string
  readonly wing: string | null
  readonly cell: string | null
  readonly legal_status: LegalStatus | null
}

const fingerprint = ({ establishment, as_of, prison_number, wing, cell, legal_status }: ToldOnRoll): string =>
  ['roll', prison_number, establishment, as_of, wing ?? '', cell ?? '', legal_status ?? ''].join('|')

const hold = async (tx: WriteTx, rows: readonly ToldOnRoll[]): Promise<number> => {
  if (rows.length === 0) return 0
  const held = rows.map((row) => ({
    id: tx.ids.next(),
    kind: 'roll',
    prison_number: row.prison_number,
    fingerprint: fingerprint(row),
    told: row,
    received_at: tx.now,
  }))
  const stored =
    await sql`insert into held_row select * from json_populate_recordset(null::held_row, ${JSON.stringify(held)}::json)
    on conflict (fingerprint) do nothing returning id`.execute(tx.db)
  return stored.rows.length
}

type Known = ToldOnRoll & {
  readonly place: number
  readonly person_id: string
  readonly recorded_under: string
}

const given = (rows: readonly Known[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json)
  as t (place integer, person_id uuid, recorded_under uuid, establishment text, as_of timestamptz, wing text, cell text, legal_status text)`

/** Moves people whose newest row says so: an older roll never does, and of two of one moment always the same. */
const house = async (tx: WriteTx, rows: readonly Known[]): Promise<readonly string[]> => {
  const housed = await sql<{ person_id: string }>`
    insert into location as held (person_id, establishment_code, wing, cell, recorded_at)
    select distinct on (t.person_id) t.person_id, t.establishment, t.wing, t.cell, t.as_of from ${given(rows)} where t.wing is not null
    order by t.person_id, t.as_of desc, t.wing desc, coalesce(t.cell, '') desc
    on conflict (person_id) do update set (establishment_code, wing, cell, recorded_at) =
      (excluded.establishment_code, excluded.wing, excluded.cell, excluded.recorded_at)
    where held.recorded_at is null or (excluded.recorded_at, excluded.wing, coalesce(excluded.cell, ''))
      > (held.recorded_at, coalesce(held.wing, ''), coalesce(held.cell, ''))
    returning person_id`.execute(tx.db)
  return housed.rows.map(({ person_id }) => person_id)
}

/** Adds what a roll says anew of why somebody may be held; the same as the roll before said is nothing new. */
const keepStatus = async (tx: WriteTx, rows: readonly Known[]): Promise<readonly string[]> => {
  const ids = new Map(rows.map(({ place }) => [place, tx.ids.next()]))
  const told = rows.map((row) => ({ ...row, id: ids.get(row.place) }))
  const kept = await sql<{ id: string }>`
    insert into legal_status (id, person_id, recorded_under, status, as_of, establishment_code, source, recorded_at)
    select t.id, t.person_id, t.recorded_under, t.legal_status, t.as_of, t.establishment, 'roll', ${tx.now.toString()}::timestamptz
    from json_to_recordset(${JSON.stringify(told)}::json) as t (id uuid, person_id uuid, recorded_under uuid, establishment text, as_of timestamptz, legal_status text)
    where t.legal_status is not null and t.legal_status is distinct from (
      select s.status from legal_status s where s.person_id = t.person_id and s.as_of <= t.as_of order by s.as_of desc, s.id desc limit 1)
    on conflict do nothing returning id`.execute(tx.db)
  const stored = new Set(kept.rows.map(({ id }) => id))
  return rows.flatMap(({ place, person_id }) => (stored.has(ids.get(place) ?? '') ? [person_id] : []))
}

const known = (rows: readonly ToldOnRoll[], holders: ReadonlyMap<string, Holder>): readonly Known[] =>
  rows.flatMap((row, place) => {
    const holder = holders.get(row.prison_number)
    return holder === undefined
      ? []
      : [{ ...row, place, person_id: holder.personId, recorded_under: holder.recordedUnder }]
  })

/**
 * Takes rows of a prison's roll: the newest wing and cell of each person stand, and what is new of why they are held is
 * added to a list that is never thrown away. Rows about numbers that nobody has are held until somebody does. Runs as
 * the intake. `applied` counts people for whom something changed.
 */
export const takeRoll = async (tx: WriteTx, rows: readonly ToldOnRoll[]): Promise<Result<Taken>> => {
  const distinct = [...new Map(rows.map((row) => [fingerprint(row), row])).values()]
  const holders = await holdersOf(tx.db, [...new Set(distinct.map(({ prison_number }) => prison_number))])
  const held = await hold(
    tx,
    distinct.filter(({ prison_number }) => !holders.has(prison_number)),
  )
  const ours = known(distinct, holders)
  const changed = ours.length === 0 ? [] : [...(await house(tx, ours)), ...(await keepStatus(tx, ours))]
  const applied = new Set(changed).size
  return ok({ applied, held, duplicates: rows.length - applied - held })
}
