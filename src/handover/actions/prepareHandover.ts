import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { ChosenPart, DraftBasis, RecordedBy } from '../model.ts'
import { lockHandover } from './lockHandover.ts'

/** What one step of preparing says; what it does not name stays as it was. */
interface Prepared {
  readonly destination?: string | null
  readonly toServiceId?: string | null
  readonly ask?: string | null
  readonly parts?: readonly ChosenPart[]
  readonly basis?: DraftBasis
  readonly basisReason?: string | null
}

export interface Preparation {
  readonly handoverId: string
  readonly by: RecordedBy
  /** The version of the draft that the form was made from; null where nobody looked at it first. */
  readonly version: number | null
  readonly prepared: Prepared
}

const changes = ({ toServiceId, ask, parts, basis, basisReason }: Prepared) => ({
  ...(toServiceId === undefined ? {} : { to_service_id: toServiceId }),
  ...(ask === undefined ? {} : { ask }),
  ...(parts === undefined ? {} : { parts: [...parts] }),
  ...(basis === undefined ? {} : { basis }),
  ...(basisReason === undefined ? {} : { basis_reason: basisReason }),
})

const setDestination = async (tx: WriteTx, handoverId: string, destination: string | null) => {
  await tx.db
    .updateTable('handover')
    .set((set) => ({ destination, version: set('version', '+', 1) }))
    .where('id', '=', handoverId)
    .execute()
}

/** Refuses where it is with a service that has not answered, or has accepted: nothing is prepared meanwhile. */
const faultOfState = (state: string): string | null => {
  if (state === 'sent' || state === 'seen') return 'It has been sent. Withdraw it first to change it'
  if (state === 'accepted') return 'It has been accepted. Nothing more is prepared'
  return state === 'closed' ? 'It is closed. Open another hand-over' : null
}

/**
 * Keeps what one step of a hand-over says until it is sent. Who is chosen anew needs a basis anew: consent is given
 * for one recipient. Refuses `conflict` where a colleague changed it meanwhile.
 */
export const prepareHandover = async (tx: WriteTx, preparation: Preparation): Promise<Result<void>> => {
  const { handoverId, by, version, prepared } = preparation
  const handover = await lockHandover(tx, handoverId)
  if (!handover.ok) return handover
  const fault = faultOfState(handover.value.state)
  if (fault !== null) return refused('invalid', fault)
  const draft = await tx.db
    .selectFrom('handover_draft')
    .select(['version', 'to_service_id'])
    .where('handover_id', '=', handoverId)
    .executeTakeFirst()
  if (version !== null && version !== (draft?.version ?? 0))
    return refused('conflict', 'A colleague has changed this hand-over meanwhile.')
  if (prepared.destination !== undefined) await setDestination(tx, handoverId, prepared.destination)
  const another = prepared.toServiceId !== undefined && prepared.toServiceId !== draft?.to_service_id
  const now = {
    ...(another ? { basis: null, basis_reason: null } : {}),
    ...changes(prepared),
    service_id: by.serviceId,
    version: (draft?.version ?? 0) + 1,
    recorded_by: by.staffId,
    recorded_at: tx.now,
  }
  const personId = handover.value.person_id
  await tx.db
    .insertInto('handover_draft')
    .values({ handover_id: handoverId, person_id: personId, recorded_under: personId, ...now })
    .onConflict((conflict) => conflict.column('handover_id').doUpdateSet(now))
    .execute()
  return ok(undefined)
}
