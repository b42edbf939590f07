import type { ContactOutcome, RecordClass } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { asMode, asPurpose, type ContactMode, type ContactPurpose } from '../model.ts'

export interface ContactRow {
  readonly id: string
  readonly class: RecordClass
  readonly service_id: string
  readonly service: string
  readonly staff_id: string | null
  readonly full_name: string | null
  readonly purpose: ContactPurpose
  readonly mode: ContactMode
  readonly day: Temporal.PlainDate
  readonly starts_at: Temporal.Instant | null
  readonly minutes: number | null
  readonly also_there: string | null
  readonly place: string | null
  readonly outcome: ContactOutcome
  readonly words: string | null
  readonly version: number
}

/**
 * One contact of somebody, as far as this reader may see it; with `serviceIds`, only of one of these services,
 * who alone may change it.
 */
export const contactOf = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  serviceIds: readonly string[] | null,
  id: string,
): Promise<Result<ContactRow>> => {
  const found = await tx.db
    .selectFrom('contact')
    .innerJoin('service', 'service.id', 'contact.service_id')
    .leftJoin('staff', 'staff.id', 'contact.staff_id')
    .select([
      'contact.id',
      'contact.class',
      'contact.service_id',
      'service.name as service',
      'contact.staff_id',
      'staff.full_name',
      'contact.purpose',
      'contact.mode',
      'contact.day',
      'contact.starts_at',
      'contact.minutes',
      'contact.also_there',
      'contact.place',
      'contact.outcome',
      'contact.words',
      'contact.version',
    ])
    .where('contact.id', '=', id)
    .where('contact.person_id', '=', personId)
    .$if(serviceIds !== null, (query) => query.where('contact.service_id', 'in', [...(serviceIds ?? []), id]))
    .executeTakeFirst()
  return found === undefined
    ? refused('not_found', 'There is no such contact.')
    : ok({ ...found, purpose: asPurpose(found.purpose), mode: asMode(found.mode) })
}
