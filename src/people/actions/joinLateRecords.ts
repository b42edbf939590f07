import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { mergePeople } from './mergePeople.ts'

/** A new record of a number that had been known from a merge alone. */
export interface LateRecord {
  readonly id: string
  readonly number: string
  readonly holderId: string
  /** The record for which things told under the number were recorded until now. */
  readonly recordedUnder: string
  readonly alias: boolean
}

const messageBehind = async (tx: WriteTx, number: string): Promise<{ messageId?: string }> => {
  const found = await tx.db
    .selectFrom('feed_message')
    .select('id')
    .where('event_type', '=', 'merged')
    .where('state', '=', 'applied')
    .where((where) => where.or([where('prison_number', '=', number), where('other_number', '=', number)]))
    .orderBy('occurred_at')
    .executeTakeFirst()
  return found === undefined ? {} : { messageId: found.id }
}

const join = async (
  tx: WriteTx,
  { id, number, holderId, recordedUnder, alias }: LateRecord,
): Promise<void> => {
  await sql`update movement m set recorded_under = ${id} from feed_message f
    where f.id = m.message_id and f.prison_number = ${number} and m.recorded_under = ${recordedUnder}`.execute(
    tx.db,
  )
  const [survivorId, mergedId] = alias ? [holderId, id] : [id, holderId]
  if (!alias)
    await sql`update identifier set person_id = ${id} where type = 'prison_number' and value = ${number}`.execute(
      tx.db,
    )
  const merged = await mergePeople(tx, { survivorId, mergedId, ...(await messageBehind(tx, number)) })
  if (!merged.ok) throw new Error(merged.refusal.message)
}

/** Joins records that turned up after the merge that names them, as that merge says. */
export const joinLateRecords = async (tx: WriteTx, late: readonly LateRecord[]): Promise<void> => {
  for (const record of late) await join(tx, record)
}
