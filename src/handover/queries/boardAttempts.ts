import { sql } from 'kysely'
import type { ContactOutcome } from '../../standards/index.ts'

/** How often somebody was rung since they left, and what became of the last call. */
export interface BoardAttempts {
  readonly attempts: number
  readonly last_attempt_on: Temporal.PlainDate | null
  readonly last_attempt: ContactOutcome | null
}

/** Attempts to reach each `w` (person_id, day) since they left. */
export const attemptsSince = sql`lateral (
  select count(*)::integer as attempts, max(c.day) as last_attempt_on,
    (array_agg(c.outcome order by c.day desc, c.id desc))[1] as last_attempt
  from contact c where c.person_id = w.person_id and c.day >= w.day
    and c.purpose in ('follow_up', 'call_sheet') and c.outcome <> 'planned')`
