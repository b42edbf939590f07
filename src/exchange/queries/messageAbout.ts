import { type MovementMessage, movementMessage } from '../../custody/index.ts'
import { type PersonHeader, personHeader } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'

/** A message that moved somebody, and whom. */
export interface MessageAbout {
  readonly message: MovementMessage
  readonly person: PersonHeader
  readonly prison: string | null
}

/** Refuses `not_found` for what the reader may not see. */
export const messageAbout = async (tx: ReadTx, messageId: string): Promise<Result<MessageAbout>> => {
  const message = await movementMessage(tx, messageId)
  if (!message.ok) return message
  const person = await personHeader(tx, message.value.personId)
  if (!person.ok) return person
  const { establishment } = message.value
  const prison =
    establishment === null
      ? undefined
      : await tx.db
          .selectFrom('establishment')
          .select('name')
          .where('code', '=', establishment)
          .executeTakeFirst()
  return ok({ message: message.value, person: person.value, prison: prison?.name ?? establishment })
}
