import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { isActedOn } from '../queries/isActedOn.ts'
import { type MovementMessage, movementMessage } from '../queries/movementMessage.ts'
import { putAside } from './putAside.ts'

export interface MessageToSetAside {
  readonly messageId: string
  readonly why: string
}

/** `asked`: somebody has acted on it since, so that nothing was changed and a question was opened instead. */
export interface SetAside {
  readonly message: MovementMessage
  readonly asked: boolean
}

const question = (why: string): string =>
  `Somebody asked to set this message aside: “${why}” Since it came, staff have recorded things that rest on it. Look at what was recorded, then decide whether the message stands.`

/** Opens the question, or opens it again where it had been answered before. */
const ask = async (tx: WriteTx, message: MovementMessage, why: string): Promise<void> => {
  const again = await tx.db
    .updateTable('work_item')
    .set({ closed_at: null, closed_by: null, decision: null })
    .where('message_id', '=', message.id)
    .where('kind', '=', 'set_aside_acted_on')
    .executeTakeFirst()
  if (again.numUpdatedRows > 0n) return
  await tx.db
    .insertInto('work_item')
    .values({
      id: tx.ids.next(),
      kind: 'set_aside_acted_on',
      person_id: message.personId,
      message_id: message.id,
      establishment_code: message.establishment,
      words: question(why),
      opened_at: tx.now,
    })
    .execute()
}

/**
 * Sets a message aside, with who, when and why: its movement no longer counts and everything is derived again.
 * Read again, it stays aside. Where people have acted on it since, it asks the team instead.
 * Refuses `conflict` where it is set aside already.
 */
export const setMessageAside = async (
  tx: WriteTx,
  { messageId, why }: MessageToSetAside,
): Promise<Result<SetAside>> => {
  const found = await movementMessage(tx, messageId)
  if (!found.ok) return found
  const message = found.value
  const locked = await tx.lock(message.personId)
  if (!locked.ok) return locked
  if (message.state !== 'applied') return refused('conflict', 'This message has been set aside already.')
  const asked = await isActedOn(tx, messageId)
  if (asked) await ask(tx, message, why)
  else await putAside(tx, message, why)
  return ok({ message, asked })
}
