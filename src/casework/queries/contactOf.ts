import type { ContactOutcome } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

export interface ContactRow {
  readonly service_id: string
  readonly staff_id: string | null
  readonly full_name: string | null
  readonly purpose: string
  readonly mode: string
  readonly day: Temporal.PlainDate
  readonly starts_at: Temporal.Instant | null
  readonly place: string | null
  readonly outcome: ContactOutcome
  readonly words: string | null
  readonly version: number
}

/** One contact of somebody with one of these services. */
export const contactOf = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  serviceIds: readonly string[],
  id: string,
): Promise<Result<ContactRow>> => {
  const found = await tx.db
    .selectFrom('contact')
    .leftJoin('staff', 'staff.id', 'contact.staff_id')
    .select([
      'contact.service_id',
      'contact.staff_id',
      'staff.full_name',
      'contact.purpose',
      'contact.mode',
      'contact.day',
      'contact.starts_at',
      'contact.place',
      'contact.outcome',
      'contact.words',
      'contact.version',
    ])
    .where('contact.id', '=', id)
    .where('contact.person_id', '=', personId)
    .where('contact.service_id', 'in', [...serviceIds])
    .executeTakeFirst()
  return found === undefined ? refused('not_found', 'There is no such contact.') : ok(found)
}
