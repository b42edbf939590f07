import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'
import { newestOffer } from '../queries/handoverRow.ts'
import { lockHandover } from './lockHandover.ts'
import { type Received, receivePerson } from './receivePerson.ts'

export const startedKinds = [
  'opioid_substitution',
  'other_prescribing',
  'psychosocial',
  'group_programme',
  'detoxification',
  'residential',
  'recovery_support',
] as const

export interface TreatmentStart {
  readonly handoverId: string
  /** The service that accepted, and who says so. */
  readonly by: RecordedBy
  readonly kind: (typeof startedKinds)[number]
  readonly day: Temporal.PlainDate
}

const before = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0

const insert = async (tx: WriteTx, personId: string, episode: Received, started: TreatmentStart) => {
  await tx.db
    .insertInto('intervention')
    .values({
      id: tx.ids.next(),
      person_id: personId,
      recorded_under: personId,
      service_id: started.by.serviceId,
      episode_id: episode.id,
      kind: started.kind,
      started_on: started.day,
      recorded_by: started.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  if (episode.treatment_start === null || before(started.day, episode.treatment_start))
    await tx.db
      .updateTable('episode')
      .set((set) => ({ treatment_start: started.day, version: set('version', '+', 1) }))
      .where('id', '=', episode.id)
      .execute()
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
  if (before(tx.today, started.day))
    return refused('invalid', 'This day is still to come. Enter today or an earlier day', 'day')
  const episode = await receivePerson(tx, handover.value.person_id, started.by)
  if (before(started.day, episode.referral_date))
    return refused('invalid', 'Treatment cannot start before the referral. Check the day', 'day')
  await insert(tx, handover.value.person_id, episode, started)
  return ok(undefined)
}
