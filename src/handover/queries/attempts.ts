import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ContactOutcome } from '../../standards/index.ts'

export interface Attempt {
  readonly id: string
  readonly day: Temporal.PlainDate
  readonly outcome: ContactOutcome
  readonly mode: string
  readonly by: string | null
  readonly service: string
  readonly words: string | null
}

/** Calls and other attempts since somebody left, newest first. */
export const attemptsSince = (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  since: Temporal.PlainDate,
): Promise<readonly Attempt[]> =>
  tx.db
    .selectFrom('contact')
    .innerJoin('service', 'service.id', 'contact.service_id')
    .leftJoin('staff', 'staff.id', 'contact.recorded_by')
    .select([
      'contact.id',
      'contact.day',
      sql<ContactOutcome>`contact.outcome`.as('outcome'),
      'contact.mode',
      'staff.full_name as by',
      'service.name as service',
      'contact.words',
    ])
    .where('contact.person_id', '=', personId)
    .where('contact.purpose', 'in', ['follow_up', 'call_sheet', 'appointment'])
    .where('contact.outcome', '!=', 'planned')
    .where('contact.day', '>=', since)
    .orderBy('contact.day', 'desc')
    .orderBy('contact.id', 'desc')
    .limit(50)
    .execute()
