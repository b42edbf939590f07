import type { ReadTx } from '../../platform/database/transaction.ts'
import type { FormValues } from '../../platform/ui/index.ts'
import type { Draft } from '../model.ts'

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

const asTyped = (stored: unknown): FormValues =>
  Object.fromEntries(
    Object.entries(Object(stored)).flatMap(([name, value]) =>
      typeof value === 'string' || isList(value) ? [[name, value]] : [],
    ),
  )

/** What the actor had typed into the form at `path` and not sent; null where there is nothing. */
export const draftOf = async (tx: Pick<ReadTx, 'db'>, path: string): Promise<Draft | null> => {
  const found = await tx.db
    .selectFrom('draft')
    .select(['id', 'answers', 'saved_at'])
    .where('path', '=', path)
    .orderBy('saved_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found === undefined
    ? null
    : { id: found.id, answers: asTyped(found.answers), savedAt: found.saved_at }
}
