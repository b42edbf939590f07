import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { momentAt, type Stage } from '../scene.ts'

/** Topic, day, time, tries, what came of the last, its status. */
const told = [
  ['connect', -1, '16:35', 1, 'taken', 204],
  ['handover_accepted', -2, '11:20', 3, 'taken', 204],
  ['glass', -3, '19:05', 14, 'not_taken', 503],
  ['handover_declined', -6, '14:10', 1, 'taken', 204],
] as const

/** Aire Recovery has a pager, at a host that nobody has allowed the demonstration to call, and was told of some things. */
export const tellOutside = async (tx: WriteTx, stage: Stage): Promise<void> => {
  const { ids, world } = stage
  await sql`insert into outside_address (organisation_id, url, secret, set_by, set_at)
    select organisation_id, 'https://pager.example.org/throughcare', '', ${world.staff['demo.ada']}, ${momentAt(stage, -40)}::timestamptz
    from service where id = ${world.services.running}`.execute(tx.db)
  for (const [topic, day, time, tries, cameOf, status] of told) {
    const at = momentAt(stage, day, time)
    const given = cameOf === 'taken' ? sql`null` : sql`${at.add({ hours: 28 })}::timestamptz`
    const taken = cameOf === 'taken' ? sql`${at.add({ minutes: tries - 1 })}::timestamptz` : sql`null`
    await sql`insert into outbox (id, topic, subject_id, service_id, organisation_id, recorded_at, tries, tried_at, came_of, status, delivered_at, given_up_at)
      select ${ids.next()}, ${topic}, ${ids.next()}, id, organisation_id, ${at}::timestamptz, ${tries}, ${at}::timestamptz, ${cameOf}, ${status}, ${taken}, ${given}
      from service where id = ${world.services.leeds}`.execute(tx.db)
  }
}
