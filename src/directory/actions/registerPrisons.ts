import type { WriteTx } from '../../platform/database/transaction.ts'
import { prisons } from '../prisons.ts'

/** Brings the table of prisons up to the reference data that ships with this version. Run again, it changes nothing. */
export const registerPrisons = async (tx: WriteTx): Promise<void> => {
  await tx.db
    .insertInto('establishment')
    .values(
      prisons.map((prison) => ({
        code: prison.code,
        name: prison.name,
        nation: prison.nation,
        for_women: prison.women,
        active: prison.active,
        source: `${prison.source}`,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((values) => ({
        name: values.ref('excluded.name'),
        nation: values.ref('excluded.nation'),
        for_women: values.ref('excluded.for_women'),
        active: values.ref('excluded.active'),
        source: values.ref('excluded.source'),
      })),
    )
    .execute()
}
