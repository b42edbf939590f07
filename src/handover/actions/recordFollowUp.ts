import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { KnownOutcome, RecordedBy } from '../model.ts'
import { departure } from '../queries/departure.ts'
import { faultOfRinging } from '../rules.ts'

export const followUpModes = ['phone', 'in_person', 'text', 'letter', 'video'] as const

export interface FollowUpAttempt {
  readonly personId: string
  readonly by: RecordedBy
  readonly purpose: 'follow_up' | 'call_sheet'
  readonly mode: (typeof followUpModes)[number]
  readonly outcome: KnownOutcome
  readonly words: string | null
}

/**
 * A call or another attempt today, to somebody who has left. Refuses for whoever has died, is in custody, or left for
 * a reason that nobody has looked at yet.
 */
export const recordFollowUp = async (tx: WriteTx, attempt: FollowUpAttempt): Promise<Result<string>> => {
  const locked = await tx.lock(attempt.personId)
  if (!locked.ok) return locked
  const left = await departure(tx, attempt.personId)
  if (left === undefined) return refused('not_found', 'There is no such person.')
  const fault = faultOfRinging({ ...left, safeToRing: 'not_asked' })
  if (fault !== null) return refused('invalid', fault)
  const id = tx.ids.next()
  await tx.db
    .insertInto('contact')
    .values({
      id,
      person_id: attempt.personId,
      recorded_under: attempt.personId,
      class: 'handover',
      service_id: attempt.by.serviceId,
      staff_id: attempt.by.staffId,
      purpose: attempt.purpose,
      mode: attempt.mode,
      day: tx.today,
      starts_at: tx.now,
      outcome: attempt.outcome,
      words: attempt.words,
      recorded_by: attempt.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return ok(id)
}
