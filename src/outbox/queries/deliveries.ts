import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Delivery } from '../model.ts'

/** The last 50 messages of an organisation, the newest first. */
export const deliveries = async (tx: ReadTx, organisationId: string): Promise<readonly Delivery[]> =>
  (
    await sql<Delivery>`
      select o.id, o.topic, s.name as service, o.recorded_at, o.delivered_at, o.given_up_at, o.tries, o.came_of, o.status
      from outbox o left join service s on s.id = o.service_id
      where o.organisation_id = ${organisationId}
      order by o.recorded_at desc, o.id desc limit 50`.execute(tx.db)
  ).rows
