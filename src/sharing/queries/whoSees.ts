import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { RecordClass } from '../../standards/model.ts'

/** A service, or a member of staff by name, who can see somebody's record today. */
export interface Seer {
  readonly service: string
  readonly kind: string
  readonly setting: 'custody' | 'community'
  readonly ground: string
  readonly role: StaffRole | null
  readonly name: string | null
  /** To which classes their involvement is limited. Null: all that their roles may read. */
  readonly classes: readonly RecordClass[] | null
  /** What they read of others: by the access table (`class_right`), for the role or for whoever works in the service today. */
  readonly reads: readonly RecordClass[]
  readonly until: Temporal.PlainDate | null
}

/** Who can see somebody's record today, for the person to be told; empty for whoever does not keep the register. */
export const whoSees = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<readonly Seer[]> => {
  const found = await sql<Seer>`
    select w.service, w.kind, w.setting, w.ground, w.role, w.name, to_json(w.classes) as classes, w.until,
      coalesce(to_json(w.classes), (select json_agg(distinct r.class) from class_right r where r.may_read and case
        when w.ground in ('named', 'cover') then r.role = w.role
        else r.role in (select m.role from membership m join service s on s.id = m.service_id join role_scope o on o.role = m.role
          where s.name = w.service and o.scope = 'team' and m.from_day <= today() and (m.to_day is null or m.to_day >= today())) end), '[]') as reads
    from who_sees(${personId}::uuid) w`.execute(tx.db)
  return found.rows
}
