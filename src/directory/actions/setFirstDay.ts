import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { enqueue } from '../../platform/jobs/task.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { keptTeam } from '../queries/keptTeams.ts'
import { whyNotFirstDay } from '../rules.ts'

interface FirstDay {
  readonly serviceId: string
  readonly staffId: string
  /** Null: it has always worked with Throughcare. */
  readonly day: Temporal.PlainDate | null
  /** How often it had been set when the form was opened. */
  readonly version: number | null
}

const isSame = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean =>
  one?.toString() === other?.toString()

/**
 * Sets the day on which a team began to work with Throughcare; a job works out again what is owed to its people.
 * Answers whether that changed anything. Refuses `conflict` where somebody else set it meanwhile.
 */
export const setFirstDay = async (
  tx: WriteTx,
  { serviceId, staffId, day, version }: FirstDay,
): Promise<Result<boolean>> => {
  const team = await keptTeam(tx, serviceId)
  if (!team.ok) return team
  const why = whyNotFirstDay(day, tx.today)
  if (why !== null) return refused('invalid', why, 'day')
  if (version !== null && version !== (team.value.changes ?? 0))
    return refused('conflict', 'Somebody set another day meanwhile.')
  if (isSame(day, team.value.live_from)) return ok(false)
  const id = tx.ids.next()
  await sql`select set_live_from(${serviceId}::uuid, ${day?.toString() ?? null}::date)`.execute(tx.db)
  await tx.db
    .insertInto('live_from_change')
    .values({ id, service_id: serviceId, live_from: day, set_by: staffId, set_at: tx.now })
    .execute()
  await enqueue(tx.db, 'derive_service', { changeId: id })
  return ok(true)
}
