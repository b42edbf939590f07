import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { gatherAtOnce } from '../../subjectaccess/index.ts'
import type { RequestsMade } from '../asked.ts'
import type { World } from '../world.ts'

const withheldWhy = 'It is about somebody else, and would tell who they are'

/** Every passage of the request decided by whoever may read it; the first that names somebody else is withheld. */
const decide = (tx: WriteTx, requestId: string, { staff }: World) => sql`
  update access_passage p set decided_at = ${tx.now}::timestamptz,
    decided_by = case p.class when 'clinical' then ${staff['demo.nadia']}::uuid when 'safeguarding' then ${staff['demo.colin']}::uuid else ${staff['demo.tessa']}::uuid end,
    decision = case when p.id = o.first_other then 'withheld' else 'kept' end,
    reason = case when p.id = o.first_other then ${withheldWhy} end
  from (select (array_agg(id order by id))[1] as first_other from access_passage
    where request_id = ${requestId} and class not in ('clinical', 'safeguarding')) o
  where p.request_id = ${requestId}`

/** Each part left with whoever may read it. */
const release = (tx: WriteTx, requestId: string, { staff }: World) => sql`
  insert into access_release (id, request_id, person_id, recorded_under, classes, given_to, how, released_by, recorded_at)
  select uuidv7(), r.id, r.person_id, r.person_id, c.classes, 'Themself', 'in_hand', c.by, ${tx.now}::timestamptz
  from access_request r, (
    select case i.class when 'clinical' then ${staff['demo.nadia']}::uuid when 'safeguarding' then ${staff['demo.colin']}::uuid else ${staff['demo.tessa']}::uuid end as by,
      array_agg(distinct i.class) as classes
    from access_item i where i.request_id = ${requestId} group by 1) c
  where r.id = ${requestId}`

/** Gathers both requests; one waits for its reviewers, the other is gone through and released. Runs as the intake. */
export const answerRequests = async (
  tx: WriteTx,
  { inReview, answered }: RequestsMade,
  world: World,
): Promise<void> => {
  await gatherAtOnce(tx, inReview)
  await gatherAtOnce(tx, answered)
  await decide(tx, answered, world).execute(tx.db)
  await release(tx, answered, world).execute(tx.db)
  await tx.db.updateTable('access_request').set({ state: 'released' }).where('id', '=', answered).execute()
}
