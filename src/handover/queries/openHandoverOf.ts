import type { ReadTx } from '../../platform/database/transaction.ts'

/** The hand-over of somebody that is not closed, opened since they last came into custody; undefined where none is. */
export const openHandoverOf = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
): Promise<string | undefined> => {
  const row = await tx.db
    .selectFrom('handover')
    .leftJoin('whereabouts', 'whereabouts.person_id', 'handover.person_id')
    .select('handover.id')
    .where('handover.person_id', '=', personId)
    .where('handover.state', '!=', 'closed')
    .where((where) =>
      where.or([
        where('whereabouts.admitted_on', 'is', null),
        where('handover.opened_on', '>=', where.ref('whereabouts.admitted_on')),
      ]),
    )
    .orderBy('handover.opened_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
