import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { ContactOutcome } from '../../standards/model.ts'
import { askedBySide, mayBeCalledOff, whoseSide } from '../rules.ts'
import { contactToChange, keepEarlier, type WhichContact } from './keepEarlier.ts'

export interface CalledOff extends WhichContact {
  readonly outcome: Exclude<ContactOutcome, 'planned'>
  readonly why: string | null
}

/** Calls a planned contact off, with whose side it was and why; it stays readable as it was planned. */
export const callOffContact = async (tx: WriteTx, off: CalledOff): Promise<Result<void>> => {
  const was = await contactToChange(tx, off)
  if (!was.ok) return was
  if (was.value.outcome !== 'planned')
    return refused('invalid', 'It was already said what became of this contact', 'outcome')
  if (!mayBeCalledOff(off.outcome)) return refused('invalid', 'Say who called it off', 'outcome')
  const askedBy = askedBySide(whoseSide(off.outcome))
  await keepEarlier(tx, off, was.value, { what: 'called_off', askedBy, why: off.why })
  await tx.db
    .updateTable('contact')
    .set({ outcome: off.outcome, version: was.value.version + 1 })
    .where('id', '=', off.contactId)
    .execute()
  return ok(undefined)
}
