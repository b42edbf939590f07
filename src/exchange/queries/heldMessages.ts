import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** A number that nobody here has, and the messages that wait for somebody with it. */
export interface HeldNumber {
  readonly prison_number: string
  readonly messages: number
  readonly newest: Temporal.Instant
  readonly held_because: string
}

/** The numbers whose messages wait at these prisons, newest first, at most 50. */
export const heldMessages = async (
  tx: ReadTx,
  prisons: readonly string[],
): Promise<readonly HeldNumber[]> => {
  const found = await sql<HeldNumber>`
    select prison_number, count(*) as messages, max(occurred_at) as newest, min(held_because) as held_because
    from feed_message where state = 'held' and raw <> '' and establishment_code = any (${prisons}::text[])
    group by prison_number order by max(occurred_at) desc, prison_number limit 50`.execute(tx.db)
  return found.rows
}
