import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { SafeToRing } from '../model.ts'

/** How to reach somebody, as it was recorded last. */
export interface ContactDetails {
  readonly phone: string | null
  readonly safe_to_ring: SafeToRing
  readonly safe_to_ring_note: string | null
  readonly address: string | null
  readonly town: string | null
  readonly postcode: string | null
}

/** What stands now (null: nothing), and how often it was recorded: the version that a form carries. */
export interface StandingDetails {
  readonly details: ContactDetails | null
  readonly version: number
}

interface Row extends ContactDetails {
  readonly version: number
}

export const contactDetailsOf = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
): Promise<StandingDetails> => {
  const found = await sql<Row>`
    select phone, safe_to_ring, safe_to_ring_note, address, town, postcode, count(*) over () as version
    from contact_details where person_id = ${personId} order by recorded_at desc, id desc limit 1`.execute(
    tx.db,
  )
  const [row] = found.rows
  return row === undefined ? { details: null, version: 0 } : { details: row, version: row.version }
}
