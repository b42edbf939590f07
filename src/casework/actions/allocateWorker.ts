import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'
import { openEpisode } from '../queries/openEpisode.ts'

export interface NewAllocation {
  readonly personId: string
  readonly by: RecordedBy
  /** Who is to work with them: a member of the service today. */
  readonly worker: string
  readonly day: Temporal.PlainDate
  /** Why the worker until now ends; needed where there is one. */
  readonly why: string | null
}

const roleOf = async (tx: WriteTx, { worker, by, day }: NewAllocation): Promise<StaffRole | undefined> =>
  (
    await tx.db
      .selectFrom('membership')
      .innerJoin('staff', 'staff.id', 'membership.staff_id')
      .select('membership.role')
      .where('membership.staff_id', '=', worker)
      .where('membership.service_id', '=', by.serviceId)
      .where('membership.from_day', '<=', day)
      .where((where) =>
        where.or([where('membership.to_day', 'is', null), where('membership.to_day', '>=', day)]),
      )
      .where('staff.active', '=', true)
      .where('membership.role', 'not in', ['administrator', 'commissioner', 'peer_mentor'])
      .orderBy('membership.from_day')
      .executeTakeFirst()
  )?.role

/** Ends the allocations in the same role with this service that last; refuses where no reason is given. */
const endEarlier = async (tx: WriteTx, made: NewAllocation, role: StaffRole): Promise<Result<void>> => {
  const lasting = await tx.db
    .selectFrom('allocation')
    .select(['id', 'staff_id', 'from_day'])
    .where('person_id', '=', made.personId)
    .where('service_id', '=', made.by.serviceId)
    .where('as_role', '=', role)
    .where('to_day', 'is', null)
    .execute()
  if (lasting.length === 0) return ok(undefined)
  if (lasting.some(({ staff_id }) => staff_id === made.worker))
    return refused('invalid', 'They have this worker already. Choose somebody else', 'worker')
  if (made.why === null) return refused('invalid', 'Say why the worker until now ends', 'why')
  await tx.db
    .updateTable('allocation')
    .set({ to_day: made.day, ended_why: made.why })
    .where(
      'id',
      'in',
      lasting.map(({ id }) => id),
    )
    .execute()
  return ok(undefined)
}

/**
 * Names the worker of somebody in a service, for the episode that is open there, and ends the one until now
 * with a reason. Answers with the allocation's id.
 */
export const allocateWorker = async (tx: WriteTx, made: NewAllocation): Promise<Result<string>> => {
  const locked = await tx.lock(made.personId)
  if (!locked.ok) return locked
  const role = await roleOf(tx, made)
  if (role === undefined) return refused('invalid', 'Choose somebody who works in this service', 'worker')
  const ended = await endEarlier(tx, made, role)
  if (!ended.ok) return ended
  const episode = await openEpisode(tx, made.personId, [made.by.serviceId])
  const id = tx.ids.next()
  await tx.db
    .insertInto('allocation')
    .values({
      id,
      person_id: made.personId,
      recorded_under: made.personId,
      service_id: made.by.serviceId,
      episode_id: episode?.id ?? null,
      staff_id: made.worker,
      as_role: role,
      from_day: made.day,
      recorded_by: made.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return ok(id)
}
