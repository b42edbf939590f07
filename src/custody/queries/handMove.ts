import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { MovementType } from '../model.ts'

/** A movement that staff recorded, with the message that it stands in. */
export interface HandMove {
  readonly id: string
  readonly person_id: string
  readonly message_id: string | null
  readonly type: MovementType
  readonly day: Temporal.PlainDate
  readonly set_aside: boolean
}

/** One movement recorded by hand about this person. Refuses `not_found` for any other. */
export const handMove = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  movementId: string,
): Promise<Result<HandMove>> => {
  const found = await sql<HandMove>`
    select id, person_id, message_id, type, day, set_aside from movement
    where id = ${movementId} and person_id = ${personId} and source = 'hand'`.execute(tx.db)
  const [row] = found.rows
  return row === undefined ? refused('not_found', 'There is no such movement.') : ok(row)
}
