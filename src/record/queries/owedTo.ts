import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { PackId } from '../../standards/index.ts'

/** One thing owed to a person, with who is to do it by name where somebody is allocated. */
export interface OwedRow {
  readonly key: string
  readonly standard: string
  readonly pack: PackId
  readonly opens_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
  readonly lapses_on: Temporal.PlainDate | null
  readonly service_id: string | null
  readonly service: string | null
  readonly establishment_code: string | null
  readonly owner_role: StaffRole
  readonly subject_id: string | null
  /** Whether this reader may record what meets it. */
  readonly may_write: boolean
  readonly worker: string | null
}

/** What is owed to somebody and can still be done, soonest first, as far as this reader may know. At most 60. */
export const owedTo = async (tx: ReadTx, personId: string): Promise<readonly OwedRow[]> => {
  const found = await sql<OwedRow>`
    select o.key, o.standard, o.pack, o.opens_on, o.due_on, o.lapses_on, o.service_id, s.name as service,
      s.establishment_code, o.owner_role, o.subject_id, o.class = any ((select actor_writes())::record_class[]) as may_write,
      (select t.full_name from allocation a join staff t on t.id = a.staff_id
        where a.person_id = o.person_id and a.service_id = o.service_id and a.as_role = o.owner_role and a.to_day is null
        order by a.from_day desc, a.id desc limit 1) as worker
    from obligation o left join service s on s.id = o.service_id
    where o.person_id = ${personId} and o.state = 'owed' and (o.lapses_on is null or o.lapses_on >= ${tx.today}::date)
    order by o.due_on, o.opens_on, o.key limit 60`.execute(tx.db)
  return found.rows
}
