import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { purposesOfServices } from '../model.ts'

export type ServicePurpose = (typeof purposesOfServices)[number]

/** A service that something may be shared with for a purpose. */
export interface RecipientService {
  readonly id: string
  readonly name: string
  readonly town: string | null
  readonly purposes: readonly ServicePurpose[]
}

const most = 300

/** Services known here that are not the reader's own, with what each may be a recipient for. */
export const recipients = (
  tx: Pick<ReadTx, 'db'>,
  ownServices: readonly string[],
): Promise<readonly RecipientService[]> =>
  tx.db
    .selectFrom('service as s')
    .leftJoin('establishment as e', 'e.code', 's.establishment_code')
    .select([
      's.id',
      's.name',
      sql<string | null>`coalesce(s.town, e.name)`.as('town'),
      sql<readonly ServicePurpose[]>`to_json(array_remove(array[
        case when s.setting = 'community' and s.kind in ('recovery', 'clinical') then 'treatment' end,
        case when s.kind in ('probation', 'court', 'offender_management') or exists (select from membership m
          where m.service_id = s.id and m.role in ('probation', 'offender_manager', 'court_team')) then 'supervision' end,
        case when s.kind = 'key_work' then 'key_work' end], null))`.as('purposes'),
    ])
    .where('s.registered', '=', true)
    .where('s.id', 'not in', [...ownServices])
    .orderBy('s.name')
    .limit(most)
    .execute()
