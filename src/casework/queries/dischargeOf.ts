import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { exitTopWindow, settingNow } from '../../standards/index.ts'
import type { Nation } from '../../standards/model.ts'
import type { InterventionKind } from '../model.ts'

/** What a discharge has to go through. */
export interface DischargeSoFar {
  /** Interventions that still go on in the episode. */
  readonly going: readonly {
    readonly id: string
    readonly kind: InterventionKind
    readonly started: string
  }[]
  /** How far from the discharge an exit TOP may be, in days. */
  readonly topDays: number
  /** The exit TOP that near to today, or to the day the episode ended; null where there is none. */
  readonly exitTop: string | null
  /** What next was said already. */
  readonly told: boolean
  readonly nation: Nation
}

/** What goes on in an episode, what is known of its exit TOP, and whether what next was said: in one query. */
export const dischargeOf = async (tx: ReadTx, episodeId: string): Promise<DischargeSoFar> => {
  const topDays = await settingNow(tx, exitTopWindow)
  const found = await sql<Omit<DischargeSoFar, 'topDays'>>`
    select
      (select coalesce(json_agg(json_build_object('id', v.id, 'kind', v.kind, 'started', v.started_on) order by v.started_on, v.id), '[]')
        from intervention v where v.episode_id = e.id and v.ended_on is null) as going,
      (select max(f.day)::text from fact f where f.person_id = e.person_id and f.kind = 'top_recorded' and f.reading ->> 'stage' = 'exit'
        and abs(f.day - coalesce(e.end_date, ${tx.today}::date)) <= ${topDays}
        and not exists (select from fact later where later.amends = f.id)) as "exitTop",
      exists (select from fact f where f.episode_id = e.id and f.kind = 'discharge_told') as told,
      s.nation
    from episode e join service s on s.id = e.service_id where e.id = ${episodeId}`.execute(tx.db)
  return { ...(found.rows[0] ?? { going: [], exitTop: null, told: true, nation: 'england' }), topDays }
}
