import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Basis, Explained, How, Part, Purpose, Recipient, RegisterRow } from '../model.ts'

const most = 200

const rows = (tx: Pick<ReadTx, 'db'>, personId: string) =>
  tx.db
    .selectFrom('sharing_basis as b')
    .leftJoin('service as to', 'to.id', 'b.to_service_id')
    .innerJoin('service as by', 'by.id', 'b.service_id')
    .leftJoin('staff', 'staff.id', 'b.recorded_by')
    .select([
      'b.id',
      sql<Purpose>`b.purpose`.as('purpose'),
      'b.to_service_id',
      'b.to_body',
      'to.name as to_name',
      sql<Basis>`b.basis`.as('basis'),
      sql<RegisterRow['state']>`b.state`.as('state'),
      sql<readonly Part[]>`to_json(b.parts)`.as('parts'),
      'b.until_day as until',
      sql<How | null>`b.how`.as('how'),
      sql<readonly Explained[]>`to_json(b.explained)`.as('explained'),
      'b.explained_words as explainedWords',
      'b.words',
      'b.opens',
      'b.day',
      'staff.full_name as recordedBy',
      'by.name as recordedByService',
      'b.recorded_at as recordedAt',
    ])
    .where('b.person_id', '=', personId)
    .orderBy('b.recorded_at', 'desc')
    .orderBy('b.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const recipientOf = ({ to_service_id: serviceId, to_body: body, to_name: name }: Row): Recipient =>
  serviceId === null
    ? { serviceId, body: body ?? '', name: body ?? '' }
    : { serviceId, body: null, name: name ?? '' }

const rowOf = (row: Row): RegisterRow => {
  const { to_service_id: _, to_body: __, to_name: ___, ...rest } = row
  return { ...rest, recipient: recipientOf(row) }
}

/** The register of one person, newest first, as far as the reader may see it; history included. */
export const register = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<readonly RegisterRow[]> =>
  (await rows(tx, personId).limit(most).execute()).map(rowOf)

/** The rows that decide about one recipient and purpose, newest first. */
export const registerFor = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  recipient: { readonly serviceId: string; readonly purpose: Purpose },
): Promise<readonly RegisterRow[]> =>
  (
    await rows(tx, personId)
      .where('b.to_service_id', '=', recipient.serviceId)
      .where('b.purpose', '=', recipient.purpose)
      .limit(most)
      .execute()
  ).map(rowOf)
