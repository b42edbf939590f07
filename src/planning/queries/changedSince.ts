import { sql } from 'kysely'
import type { ContactOutcome } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** How often a contact went one way. */
export interface ContactCount {
  readonly outcome: Exclude<ContactOutcome, 'planned'>
  readonly count: number
}

/** A release date as it was said on a day; `date` null withdrew it. */
export interface ReleaseMove {
  readonly on: Temporal.PlainDate
  readonly type: string
  readonly date: Temporal.PlainDate | null
}

/** What happened between two reviews, as far as this reader may see it. */
export interface ChangedSince {
  readonly contacts: readonly ContactCount[]
  readonly moves: readonly ReleaseMove[]
}

/** Contacts by outcome and release dates told, from a day on. Two queries. */
export const changedSince = async (
  tx: ReadTx,
  personId: string,
  since: Temporal.PlainDate,
): Promise<ChangedSince> => {
  const contacts = await sql<ContactCount>`
    select c.outcome, count(*)::int as count from contact c
    where c.person_id = ${personId} and c.day >= ${since}::date and c.day <= ${tx.today}::date and c.outcome <> 'planned'
    group by 1 order by 2 desc, 1`.execute(tx.db)
  const moves = await sql<ReleaseMove>`
    select london_day(r.recorded_at) as on, r.type, r.date from release_date r
    where r.person_id = ${personId} and london_day(r.recorded_at) > ${since}::date
    order by r.recorded_at desc limit 10`.execute(tx.db)
  return { contacts: contacts.rows, moves: moves.rows }
}
