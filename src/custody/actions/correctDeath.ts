import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { fullDate } from '../../platform/ui/dates.ts'
import type { MovementMessage } from '../queries/movementMessage.ts'

const nameOf = async (tx: WriteTx, personId: string): Promise<string> => {
  const row = await tx.db
    .selectFrom('person')
    .select(['given_name', 'family_name'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return `${row.given_name} ${row.family_name}`
}

/** Tells everybody who was told of a death what is known now. */
const tellThem = async (tx: WriteTx, personId: string, what: (name: string) => string): Promise<void> => {
  const told = await sql<{ id: string }>`select told_of_death(${personId}) as id`.execute(tx.db)
  if (told.rows.length === 0) return
  const words = what(await nameOf(tx, personId))
  for (const { id: service } of told.rows)
    await sql`select give_notice(${tx.ids.next()}, ${personId}, ${service}, 'death', ${words}, ${tx.now.toString()}::timestamptz)`.execute(
      tx.db,
    )
}

/** Takes back the death that a message told of, where no other message tells of one; tells those who were told. */
export const takeBackDeath = async (tx: WriteTx, { personId, day, type }: MovementMessage): Promise<void> => {
  if (type !== 'death') return
  const cleared = await tx.db
    .updateTable('person')
    .set((set) => ({ date_of_death: null, version: set('version', '+', 1) }))
    .where('id', '=', personId)
    .where('date_of_death', '=', day)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('movement')
            .select('movement.id')
            .where('movement.person_id', '=', personId)
            .where('movement.type', '=', 'death')
            .where('movement.set_aside', '=', false),
        ),
      ),
    )
    .executeTakeFirst()
  if (cleared.numUpdatedRows > 0n)
    await tellThem(
      tx,
      personId,
      (name) =>
        `What was said of ${name}, that they died on ${fullDate(day)}, was wrong. Their record is open again, and what is owed was worked out again.`,
    )
}

/** Records again the death that a message tells of, which had been set aside. */
export const restoreDeath = async (tx: WriteTx, { personId, day, type }: MovementMessage): Promise<void> => {
  if (type !== 'death') return
  const set = await tx.db
    .updateTable('person')
    .set((row) => ({ date_of_death: day, version: row('version', '+', 1) }))
    .where('id', '=', personId)
    .where('date_of_death', 'is', null)
    .executeTakeFirst()
  if (set.numUpdatedRows > 0n)
    await tellThem(
      tx,
      personId,
      (name) => `${name} died on ${fullDate(day)}. Letters, reminders and calls have stopped.`,
    )
}
