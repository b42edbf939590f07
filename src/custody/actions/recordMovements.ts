import { sql } from 'kysely'
import { type Holder, tellOfDeath } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { ToldMovement } from '../told.ts'

/** A movement that a stored message tells of, and whose it is. */
export interface MovementOfMessage {
  readonly messageId: string
  readonly told: ToldMovement
  readonly holder: Holder
}

const deaths = async (tx: WriteTx, given: readonly MovementOfMessage[]): Promise<void> => {
  const rows = given.flatMap(({ told, holder }) =>
    told.type === 'death' ? [{ id: holder.personId, date_of_death: told.day }] : [],
  )
  if (rows.length === 0) return
  const died = await sql<{ id: string }>`update person p set date_of_death = t.day, version = p.version + 1
    from (select id, min(date_of_death) as day from json_populate_recordset(null::person, ${JSON.stringify(rows)}::json) group by 1) t
    where p.id = t.id and p.date_of_death is null returning p.id`.execute(tx.db)
  await tellOfDeath(
    tx,
    died.rows.map(({ id }) => id),
  )
}

const row = (tx: WriteTx, { messageId, told, holder }: MovementOfMessage) => ({
  ...told,
  id: tx.ids.next(),
  message_id: messageId,
  person_id: holder.personId,
  recorded_under: holder.recordedUnder,
})

/**
 * Records movements of people who are locked. Answers with the messages whose movement another source had
 * told of already (same person, day, kind and establishment, as `dayKey` has it): both are kept, one counts.
 */
export const recordMovements = async (
  tx: WriteTx,
  given: readonly MovementOfMessage[],
): Promise<ReadonlySet<string>> => {
  if (given.length === 0) return new Set()
  const rows = JSON.stringify(given.map((one) => row(tx, one)))
  const repeats = await sql<{ message_id: string }>`
    with given as materialized (select * from json_populate_recordset(null::movement, ${rows}::json)),
    stored as (
      insert into movement (id, person_id, recorded_under, source, type, at, day, time_known, establishment_code, reason, reason_code,
        reason_known, message_id, recorded_at)
      select id, person_id, recorded_under, source, type, at, day, time_known, establishment_code, reason, reason_code,
        reason_known, message_id, ${tx.now.toString()}::timestamptz from given
      on conflict do nothing)
    select g.message_id from given g where exists (
      select from movement m where m.person_id = g.person_id and m.day = g.day and m.source <> g.source and not m.set_aside
        and m.establishment_code is not distinct from g.establishment_code and movement_kind(m.type) = movement_kind(g.type))`.execute(
    tx.db,
  )
  await deaths(tx, given)
  return new Set(repeats.rows.map((each) => each.message_id))
}
