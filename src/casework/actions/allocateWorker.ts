import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { dayWords } from '../../platform/ui/dates.ts'
import { isPastLimit, pastLimitWords } from '../capacity.ts'
import type { ComplexityLevel } from '../complexity.ts'
import type { RecordedBy } from '../model.ts'
import { type CarriedBy, carriedBy } from '../queries/carriedBy.ts'
import { openEpisode } from '../queries/openEpisode.ts'
import { recordComplexity } from './recordComplexity.ts'

export interface NewAllocation {
  readonly personId: string
  readonly by: RecordedBy
  /** Who is to work with them: a member of the service today. */
  readonly worker: string
  readonly day: Temporal.PlainDate
  /** Why the worker until now ends; needed where there is one. */
  readonly why: string | null
  /** Whose time with them ends, also where that is another role than the new worker's. */
  readonly insteadOf?: string | null
  /** Why this worker, in words. */
  readonly because?: string | null
  /** How much work they are; where it is not said, they take one place. */
  readonly complexity?: {
    readonly level: ComplexityLevel
    readonly suggested: ComplexityLevel
    readonly why: string
  } | null
  /** Why they are given somebody past their limit; needed where they would be. */
  readonly overLimitWhy?: string | null
}

interface Lasting {
  readonly id: string
  readonly staff_id: string
}

const lastingIn = (tx: WriteTx, made: NewAllocation, role: StaffRole): Promise<readonly Lasting[]> =>
  tx.db
    .selectFrom('allocation')
    .select(['id', 'staff_id'])
    .where('person_id', '=', made.personId)
    .where('service_id', '=', made.by.serviceId)
    .where((where) =>
      where.or([
        where('as_role', '=', role),
        ...(made.insteadOf ? [where('staff_id', '=', made.insteadOf)] : []),
      ]),
    )
    .where('to_day', 'is', null)
    .execute()

const whyNot = (made: NewAllocation, worker: CarriedBy, lasting: readonly Lasting[]): Result<void> => {
  if (lasting.some(({ staff_id }) => staff_id === made.worker))
    return refused('invalid', 'They have this worker already. Choose somebody else', 'worker')
  if (worker.away_until !== null)
    return refused(
      'invalid',
      `${worker.full_name} is away until ${dayWords(worker.away_until, made.day)}. Choose somebody else`,
      'worker',
    )
  if (lasting.length > 0 && made.why === null)
    return refused('invalid', 'Say why the worker until now ends', 'why')
  const adding = made.complexity?.level ?? 1
  return isPastLimit(worker, adding) && (made.overLimitWhy ?? null) === null
    ? refused(
        'invalid',
        `${pastLimitWords(worker.full_name, worker, adding)}. Say why all the same, or choose somebody else`,
        'over',
      )
    : ok(undefined)
}

const end = async (tx: WriteTx, made: NewAllocation, lasting: readonly Lasting[]): Promise<void> => {
  if (lasting.length === 0) return
  await tx.db
    .updateTable('allocation')
    .set({ to_day: made.day, ended_why: made.why, ended_by: made.by.staffId })
    .where(
      'id',
      'in',
      lasting.map(({ id }) => id),
    )
    .execute()
}

const begin = async (tx: WriteTx, made: NewAllocation, worker: CarriedBy): Promise<string> => {
  const episode = await openEpisode(tx, made.personId, [made.by.serviceId])
  const id = tx.ids.next()
  const isPast = isPastLimit(worker, made.complexity?.level ?? 1)
  await tx.db
    .insertInto('allocation')
    .values({
      id,
      person_id: made.personId,
      recorded_under: made.personId,
      service_id: made.by.serviceId,
      episode_id: episode?.id ?? null,
      staff_id: made.worker,
      as_role: worker.role,
      from_day: made.day,
      why: made.because ?? null,
      over_limit_why: isPast ? (made.overLimitWhy ?? null) : null,
      recorded_by: made.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return id
}

/**
 * Names the worker of somebody in a service, for the episode that is open there, and ends the one until now
 * with a reason. Refuses a worker who is away, and one past their limit where no reason is given; then nothing has
 * been written. Answers with the allocation's id.
 */
export const allocateWorker = async (tx: WriteTx, made: NewAllocation): Promise<Result<string>> => {
  const locked = await tx.lock(made.personId)
  if (!locked.ok) return locked
  const worker = await carriedBy(tx, made.worker, made.by.serviceId, made.day)
  if (worker === undefined) return refused('invalid', 'Choose somebody who works in this service', 'worker')
  const lasting = await lastingIn(tx, made, worker.role)
  const may = whyNot(made, worker, lasting)
  if (!may.ok) return may
  await end(tx, made, lasting)
  const allocationId = await begin(tx, made, worker)
  if (made.complexity)
    await recordComplexity(tx, { personId: made.personId, by: made.by, allocationId, ...made.complexity })
  return ok(allocationId)
}
