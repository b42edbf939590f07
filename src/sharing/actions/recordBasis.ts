import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Basis, Explained, How, Part, Purpose } from '../model.ts'

/** What is said about sharing with one recipient for one purpose, from now on. */
export interface NewBasis {
  readonly personId: string
  readonly by: { readonly serviceId: string; readonly staffId: string | null }
  readonly purpose: Purpose
  readonly to: { readonly serviceId: string } | { readonly body: string }
  readonly basis: Basis
  readonly state: 'given' | 'refused' | 'withdrawn'
  readonly parts: readonly Part[]
  readonly until: Temporal.PlainDate | null
  readonly how: How | null
  readonly explained: readonly Explained[]
  readonly explainedWords: string | null
  readonly words: string | null
  /** The recipient is involved on it at once, without a hand-over. */
  readonly opens: boolean
}

const faultOf = (tx: WriteTx, given: NewBasis) => {
  if (given.state === 'given' && given.parts.length === 0)
    return { field: 'parts', message: 'Choose at least one part' }
  if (given.until !== null && Temporal.PlainDate.compare(given.until, tx.today) < 0)
    return { field: 'until', message: 'This day has passed. Choose today or later' }
  if (given.basis === 'consent' && given.state !== 'withdrawn' && given.how === null)
    return { field: 'how', message: 'Say how they said it' }
  return given.basis !== 'consent' && given.state === 'given' && (given.words ?? '') === ''
    ? { field: 'words', message: 'Give the reason, in a sentence' }
    : null
}

/**
 * Records what stands from now on; what stood before stays as history. Answers with its id.
 * Refuses consent without how it was said, another basis without its reason, and a last day that has passed.
 */
export const recordBasis = async (tx: WriteTx, given: NewBasis): Promise<Result<string>> => {
  const locked = await tx.lock(given.personId)
  if (!locked.ok) return locked
  const fault = faultOf(tx, given)
  if (fault !== null) return refused('invalid', fault.message, fault.field)
  const id = tx.ids.next()
  await tx.db
    .insertInto('sharing_basis')
    .values({
      id,
      person_id: given.personId,
      recorded_under: given.personId,
      service_id: given.by.serviceId,
      purpose: given.purpose,
      to_service_id: 'serviceId' in given.to ? given.to.serviceId : null,
      to_body: 'body' in given.to ? given.to.body : null,
      basis: given.basis,
      state: given.state,
      parts: [...given.parts],
      until_day: given.until,
      how: given.how,
      explained: [...given.explained],
      explained_words: given.explainedWords,
      words: given.words,
      opens: given.opens,
      day: tx.today,
      recorded_by: given.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return ok(id)
}
