import type { WriteTx } from '../database/transaction.ts'
import type { Result } from '../result.ts'

interface Outcome {
  readonly to: string
  readonly said: string
}

/**
 * Does `work` once for a form's key: a double click, a reload or two tabs answer with the first outcome.
 * The row is written first, so that a second sending waits for the first to commit.
 */
export const doOnce = async <Done extends Outcome>(
  tx: WriteTx,
  key: string,
  path: string,
  work: () => Promise<Result<Done>>,
): Promise<Result<Pick<Outcome, 'to'>>> => {
  const staff_id = tx.actor?.staffId ?? ''
  const first = await tx.db
    .insertInto('idempotency')
    .values({ key, staff_id, path, location: path, flash: null, done_at: tx.now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  if (first.numInsertedOrUpdatedRows === 0n) {
    const before = await tx.db
      .selectFrom('idempotency')
      .select('location')
      .where('key', '=', key)
      .executeTakeFirst()
    return { ok: true, value: { to: before?.location ?? '/' } }
  }
  const done = await work()
  if (done.ok)
    await tx.db
      .updateTable('idempotency')
      .set({ location: done.value.to, flash: done.value.said })
      .where('key', '=', key)
      .execute()
  return done
}
