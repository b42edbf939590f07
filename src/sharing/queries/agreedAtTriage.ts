import type { ReadTx } from '../../platform/database/transaction.ts'

/** The day on which somebody last said at triage that their name may be passed on; null where they did not. */
export const agreedAtTriage = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
): Promise<Temporal.PlainDate | null> => {
  const row = await tx.db
    .selectFrom('fact')
    .select(['day', 'reading'])
    .where('person_id', '=', personId)
    .where('kind', '=', 'triage')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('fact as later').select('later.id').whereRef('later.amends', '=', 'fact.id'))),
    )
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const reading: { readonly agreesToPassOn?: unknown } = Object(row?.reading)
  return row !== undefined && reading.agreesToPassOn === true ? row.day : null
}
