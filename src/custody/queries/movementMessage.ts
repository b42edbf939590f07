import type { ReadTx, WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { MovementType } from '../model.ts'

/** A message that told of a movement, and whom it moved. */
export interface MovementMessage {
  readonly id: string
  readonly fingerprint: string
  readonly state: 'applied' | 'held' | 'set_aside'
  readonly personId: string
  readonly movementId: string
  readonly type: MovementType
  readonly day: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly establishment: string | null
  readonly setAside: {
    readonly at: Temporal.Instant
    readonly why: string
    readonly by: string | null
  } | null
}

/** Refuses `not_found` for what this reader may not see, and for messages that moved nobody. */
export const movementMessage = async (
  tx: Pick<ReadTx, 'db'> | Pick<WriteTx, 'db'>,
  messageId: string,
): Promise<Result<MovementMessage>> => {
  const row = await tx.db
    .selectFrom('feed_message as message')
    .innerJoin('movement', 'movement.message_id', 'message.id')
    .leftJoin('staff', 'staff.id', 'message.set_aside_by')
    .select([
      'message.id',
      'message.fingerprint',
      'message.state',
      'message.set_aside_at',
      'message.set_aside_why',
      'staff.full_name',
      'movement.id as movement_id',
      'movement.person_id',
      'movement.type',
      'movement.day',
      'movement.at',
      'movement.establishment_code',
    ])
    .where('message.id', '=', messageId)
    .executeTakeFirst()
  if (row === undefined) return refused('not_found', 'There is no such message.')
  const { set_aside_at: at, set_aside_why: why } = row
  return ok({
    id: row.id,
    fingerprint: row.fingerprint,
    state: row.state as MovementMessage['state'],
    personId: row.person_id,
    movementId: row.movement_id,
    type: row.type,
    day: row.day,
    at: row.at,
    establishment: row.establishment_code,
    setAside:
      at === null || why === null || row.state !== 'set_aside' ? null : { at, why, by: row.full_name },
  })
}
