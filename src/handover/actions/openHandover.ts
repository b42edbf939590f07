import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { HandoverKind, RecordedBy } from '../model.ts'
import { departure } from '../queries/departure.ts'

export interface NewHandover {
  readonly personId: string
  readonly by: RecordedBy
  readonly kind: HandoverKind
  /** Town or area where they will live, where it is known. */
  readonly destination: string | null
  /** The service to prepare for; null keeps it open until one is known. */
  readonly toServiceId: string | null
}

const standing = (tx: WriteTx, personId: string) =>
  tx.db
    .selectFrom('handover')
    .select(['id', 'opened_on'])
    .where('person_id', '=', personId)
    .where('state', '!=', 'closed')
    .execute()

const closeEarlier = async (tx: WriteTx, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await tx.db
    .updateTable('handover')
    .set((set) => ({
      state: 'closed' as const,
      closed_on: tx.today,
      closed_why: 'they came back into custody since, and another was opened',
      version: set('version', '+', 1),
    }))
    .where('id', 'in', [...ids])
    .execute()
}

const insert = async (tx: WriteTx, opened: NewHandover): Promise<string> => {
  const id = tx.ids.next()
  const recorded = {
    person_id: opened.personId,
    recorded_under: opened.personId,
    service_id: opened.by.serviceId,
    recorded_by: opened.by.staffId,
    recorded_at: tx.now,
  }
  await tx.db
    .insertInto('handover')
    .values({
      ...recorded,
      id,
      kind: opened.kind,
      opened_on: tx.today,
      destination: opened.destination,
      state: 'open',
    })
    .execute()
  await tx.db
    .insertInto('handover_draft')
    .values({ ...recorded, handover_id: id, to_service_id: opened.toServiceId })
    .execute()
  return id
}

/**
 * Opens a hand-over; answers with its id. One from before they last came into custody is closed by it.
 * Refuses a second one for the same release, and anybody who has died.
 */
export const openHandover = async (tx: WriteTx, opened: NewHandover): Promise<Result<string>> => {
  const locked = await tx.lock(opened.personId)
  if (!locked.ok) return locked
  const leaving = await departure(tx, opened.personId)
  if (leaving?.died) return refused('invalid', 'They have died. No hand-over is opened')
  const earlier = await standing(tx, opened.personId)
  const admitted = leaving?.admittedOn ?? null
  const stale = earlier.filter(
    ({ opened_on }) => admitted !== null && Temporal.PlainDate.compare(opened_on, admitted) < 0,
  )
  if (stale.length < earlier.length)
    return refused('invalid', 'They have an open hand-over already. Go on with that one')
  await closeEarlier(
    tx,
    stale.map(({ id }) => id),
  )
  return ok(await insert(tx, opened))
}
