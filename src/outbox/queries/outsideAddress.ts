import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { OutsideAddress } from '../model.ts'

/** What the organisation of a member of staff has set, where they are an administrator of it. */
export const outsideAddress = async (
  tx: Pick<ReadTx, 'db'>,
  staffId: string,
): Promise<Result<OutsideAddress>> => {
  const found = await tx.db
    .selectFrom('staff as me')
    .innerJoin('organisation', 'organisation.id', 'me.organisation_id')
    .leftJoin('outside_address as set', 'set.organisation_id', 'organisation.id')
    .leftJoin('staff as setter', 'setter.id', 'set.set_by')
    .select([
      'organisation.id as organisationId',
      'organisation.name as organisation',
      'set.url',
      'set.set_at',
      'setter.full_name as set_by',
    ])
    .where('me.id', '=', staffId)
    .where(({ fn, ref }) => fn<boolean>('administers', [ref('organisation.id')]))
    .executeTakeFirst()
  return found === undefined ? refused('not_found', 'There is no such organisation.') : ok(found)
}

/** The same, where an address is set. */
export const addressThatIsSet = async (
  tx: Pick<ReadTx, 'db'>,
  staffId: string,
): Promise<Result<OutsideAddress & { readonly url: string }>> => {
  const found = await outsideAddress(tx, staffId)
  if (!found.ok) return found
  const { url } = found.value
  return url === null ? refused('not_found', 'No address is set.') : ok({ ...found.value, url })
}
