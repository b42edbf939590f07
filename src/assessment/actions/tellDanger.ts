import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import { dangerTold } from '../forms/danger-told.ts'
import { recordFact } from './recordFact.ts'

interface Danger {
  readonly personId: string
  readonly serviceId: string
  /** Names of the questions whose answers told of it; none: nothing is recorded. */
  readonly questions: readonly string[]
}

/**
 * Puts down at once that a danger to life was told of, before the form it was told in is finished: what was done about it
 * is owed from now on. Answers whether there was any. The person is locked already.
 */
export const tellDanger = async (
  tx: WriteTx,
  { personId, serviceId, questions }: Danger,
): Promise<Result<boolean>> => {
  if (questions.length === 0) return ok(false)
  const told = await recordFact(tx, {
    personId,
    kind: dangerTold.kind,
    recordClass: dangerTold.recordClass,
    serviceId,
    day: tx.today,
    at: tx.now,
    answers: { danger: questions },
    reading: { safetyConcern: true },
  })
  return told.ok ? ok(true) : told
}
