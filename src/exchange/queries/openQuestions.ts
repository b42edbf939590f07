import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** Something that waits for a decision. */
export interface QuestionRow {
  readonly id: string
  readonly kind: string
  readonly words: string
  readonly opened_at: Temporal.Instant
  readonly person_id: string | null
  readonly name: string | null
}

/** What the feed left to humans at these prisons or with these services, longest waiting first, at most 50. */
export const openQuestions = async (
  tx: ReadTx,
  prisons: readonly string[],
  services: readonly string[],
): Promise<readonly QuestionRow[]> => {
  const found = await sql<QuestionRow>`
    select q.id, q.kind, q.words, q.opened_at, q.person_id, coalesce(p.known_as, p.given_name) || ' ' || p.family_name as name
    from work_item q left join person p on p.id = q.person_id
    where q.closed_at is null and (q.establishment_code = any (${prisons}::text[]) or q.service_id = any (${services}::uuid[]))
    order by q.opened_at, q.id limit 50`.execute(tx.db)
  return found.rows
}
