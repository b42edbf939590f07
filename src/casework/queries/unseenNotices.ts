import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Reader } from './team.ts'

export interface NoticeRow {
  readonly id: string
  readonly person_id: string
  readonly kind: string
  readonly words: string
  readonly recorded_at: Temporal.Instant
  /** What is to be answered, for an asking to be involved and for a request for records. */
  readonly subject_id: string | null
}

export interface UnseenNotice extends NoticeRow {
  /** Whom it is about; null where the reader may not see them any more. */
  readonly given_name: string | null
  readonly family_name: string | null
  readonly known_as: string | null
  /** The day by which it is to be answered, of a request for records. */
  readonly due_on: Temporal.PlainDate | null
}

const told = ({ services }: Reader) => sql`
  select n.id, n.person_id, n.kind, n.words, n.recorded_at, n.subject_id, null::date as due_on
  from notice n where n.service_id = any (${services}::uuid[]) and n.seen_at is null`

/** Requests for records with a part that the reader may read and that has not left: theirs to go through and release. */
const toReview = ({ services, prisons }: Reader) => sql`
  select r.id, r.person_id, 'access_waiting', 'A request for records waits for you to go through a part of it.', r.gathered_at, r.id, r.due_on
  from access_request r where r.state = 'in_review'
    and r.service_id = any (array(select s.id from service s where s.id = any (${services}::uuid[]) or s.establishment_code = any (${prisons}::text[])))
    and exists (select from access_item i where i.request_id = r.id
      and not exists (select from access_release e where e.request_id = r.id and i.class = any (e.classes)))`

/** What the reader's services were told privately and nobody has confirmed, and requests that wait for them; the newest first. */
export const unseenNotices = async (tx: ReadTx, reader: Reader): Promise<readonly UnseenNotice[]> =>
  (
    await sql<UnseenNotice>`
      select w.*, p.given_name, p.family_name, p.known_as from (${told(reader)} union all ${toReview(reader)}) w
        left join person p on p.id = w.person_id
      order by w.recorded_at desc limit 10`.execute(tx.db)
  ).rows
