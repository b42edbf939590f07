import { type InterventionKind, startIntervention } from '../../casework/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'
import { newestOffer } from '../queries/handoverRow.ts'
import { lockHandover } from './lockHandover.ts'

export interface TreatmentStart {
  readonly handoverId: string
  /** The service that accepted, and who says so. */
  readonly by: RecordedBy
  readonly kind: InterventionKind
  readonly day: Temporal.PlainDate
}

/**
 * Treatment started with the service that accepted: somebody's answer, never taken from a kept appointment.
 * Refuses before that service has accepted, a day to come, and a day before its referral.
 */
export const recordTreatmentStart = async (tx: WriteTx, started: TreatmentStart): Promise<Result<void>> => {
  const handover = await lockHandover(tx, started.handoverId)
  if (!handover.ok) return handover
  const offer = await newestOffer(tx, started.handoverId)
  if (offer?.answer !== 'accepted' || offer.to_service_id !== started.by.serviceId)
    return refused('invalid', 'Only the service that accepted can say that treatment started')
  const { by, kind, day } = started
  const personId = handover.value.person_id
  const done = await startIntervention(tx, { personId, by, kind, day, source: 'another_service' })
  return done.ok ? ok(undefined) : done
}
