import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ContactMode, ContactPurpose } from '../model.ts'
import { asMode, asPurpose } from '../model.ts'

export interface PlannedRow {
  readonly id: string
  readonly day: Temporal.PlainDate
  readonly startsAt: Temporal.Instant | null
  readonly place: string | null
  readonly purpose: ContactPurpose
  readonly mode: ContactMode
}

/** Contacts of a service with somebody that are still planned, up to a day: of those nobody has said what became. */
export const plannedWith = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  { service, until }: { readonly service: string; readonly until: Temporal.PlainDate },
): Promise<readonly PlannedRow[]> => {
  const found = await tx.db
    .selectFrom('contact')
    .select(['id', 'day', 'starts_at', 'place', 'purpose', 'mode'])
    .where('person_id', '=', personId)
    .where('service_id', '=', service)
    .where('outcome', '=', 'planned')
    .where('handover_id', 'is', null)
    .where('day', '<=', until)
    .orderBy('day', 'desc')
    .limit(3)
    .execute()
  return found.map(({ starts_at, purpose, mode, ...row }) => ({
    ...row,
    startsAt: starts_at,
    purpose: asPurpose(purpose),
    mode: asMode(mode),
  }))
}
