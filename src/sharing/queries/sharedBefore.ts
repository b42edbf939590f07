import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Basis } from '../model.ts'

/** Something of a record that went, or was opened, to a recipient. */
export interface SharedRow {
  readonly toServiceId: string
  readonly toName: string
  readonly at: Temporal.Instant
  readonly by: string | null
  /** Classes of record, or parts of the register. */
  readonly parts: readonly string[]
  readonly basis: Basis
  readonly basisWords: string | null
  /** How: a hand-over that was sent, or involved by name. */
  readonly kind: 'handover' | 'involved'
  readonly answer: string | null
  readonly handoverId: string | null
}

const most = 100

const sent = (tx: Pick<ReadTx, 'db'>, personId: string) =>
  tx.db
    .selectFrom('handover_offer as o')
    .innerJoin('service as to', 'to.id', 'o.to_service_id')
    .leftJoin('staff', 'staff.id', 'o.sent_by')
    .select([
      'o.to_service_id as toServiceId',
      'to.name as toName',
      'o.sent_at as at',
      'staff.full_name as by',
      sql<readonly string[]>`to_json(o.parts)`.as('parts'),
      sql<Basis>`o.basis`.as('basis'),
      'o.basis_reason as basisWords',
      sql<'handover'>`'handover'`.as('kind'),
      'o.answer',
      'o.handover_id as handoverId',
    ])
    .where('o.person_id', '=', personId)
    .orderBy('o.sent_at', 'desc')
    .limit(most)
    .execute()

const involved = (tx: Pick<ReadTx, 'db'>, personId: string) =>
  tx.db
    .selectFrom('sharing_basis as b')
    .innerJoin('service as to', 'to.id', 'b.to_service_id')
    .leftJoin('staff', 'staff.id', 'b.recorded_by')
    .select([
      sql<string>`b.to_service_id`.as('toServiceId'),
      'to.name as toName',
      'b.recorded_at as at',
      'staff.full_name as by',
      sql<readonly string[]>`to_json(b.parts)`.as('parts'),
      sql<Basis>`b.basis`.as('basis'),
      'b.words as basisWords',
      sql<'involved'>`'involved'`.as('kind'),
      sql<null>`null::text`.as('answer'),
      sql<null>`null::uuid`.as('handoverId'),
    ])
    .where('b.person_id', '=', personId)
    .where('b.opens', '=', true)
    .orderBy('b.recorded_at', 'desc')
    .limit(most)
    .execute()

/** What was shared of somebody: to whom, when, which parts, on what basis; the newest first. */
export const sharedBefore = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
): Promise<readonly SharedRow[]> => {
  const rows: readonly SharedRow[] = [...(await sent(tx, personId)), ...(await involved(tx, personId))]
  return [...rows].sort((one, other) => Temporal.Instant.compare(other.at, one.at))
}
