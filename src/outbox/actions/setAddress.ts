import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { whyNotCalled } from '../rules.ts'

interface NewAddress {
  readonly organisationId: string
  readonly staffId: string
  readonly url: string
  /** Sealed about this organisation. */
  readonly secret: string
  /** The only hosts that the service calls. */
  readonly hosts: readonly string[]
}

/** From now on an organisation is told at this address, with this secret. Refuses an address that the service may not call. */
export const setAddress = async (tx: WriteTx, address: NewAddress): Promise<Result<void>> => {
  const { organisationId, staffId, url, secret, hosts } = address
  const why = whyNotCalled(url, hosts)
  if (why !== null) return refused('invalid', why, 'url')
  await tx.db.deleteFrom('outside_address').where('organisation_id', '=', organisationId).execute()
  await tx.db
    .insertInto('outside_address')
    .values({ organisation_id: organisationId, url, secret, set_by: staffId, set_at: tx.now })
    .execute()
  return ok(undefined)
}
