import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { ContactOutcome } from '../../standards/model.ts'
import { faultOfContactDay } from '../rules.ts'
import { contactToChange, keepEarlier, type WhichContact } from './keepEarlier.ts'

export interface ContactOutcomeRecorded extends WhichContact {
  readonly outcome: Exclude<ContactOutcome, 'planned'>
  /** Null leaves the words as they are. */
  readonly words: string | null
}

/**
 * Says what became of a contact, or corrects what was said; what it said before stays in `contact_change`.
 * Refuses `conflict` where somebody changed it meanwhile, and an outcome before its day.
 */
export const recordOutcome = async (tx: WriteTx, recorded: ContactOutcomeRecorded): Promise<Result<void>> => {
  const was = await contactToChange(tx, recorded)
  if (!was.ok) return was
  if (faultOfContactDay(was.value.day, recorded.outcome, tx.today) !== null)
    return refused('invalid', 'It is still to come. Until then it can only be called off', 'outcome')
  await keepEarlier(tx, recorded, was.value, { what: 'outcome', askedBy: null, why: null })
  await tx.db
    .updateTable('contact')
    .set({
      outcome: recorded.outcome,
      words: recorded.words ?? was.value.words,
      version: was.value.version + 1,
    })
    .where('id', '=', recorded.contactId)
    .execute()
  return ok(undefined)
}
