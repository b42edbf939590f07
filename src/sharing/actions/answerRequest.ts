import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Basis, Explained, How, Part } from '../model.ts'
import { type InvolvementRequest, requestOf } from '../queries/requestOf.ts'
import { recordBasis } from './recordBasis.ts'

/** They are involved on a recorded basis, or not, with the reason. */
export type RequestAnswer =
  | {
      readonly answer: 'involved'
      readonly basis: Basis
      readonly how: How | null
      readonly explained: readonly Explained[]
      readonly words: string | null
      readonly parts: readonly Part[]
      readonly until: Temporal.PlainDate | null
    }
  | { readonly answer: 'declined'; readonly words: string }

export interface AnsweredRequest {
  readonly requestId: string
  readonly by: { readonly serviceId: string; readonly staffId: string }
  readonly answer: RequestAnswer
}

const involve = (
  tx: WriteTx,
  request: InvolvementRequest,
  by: AnsweredRequest['by'],
  answer: Extract<RequestAnswer, { answer: 'involved' }>,
): Promise<Result<string>> =>
  recordBasis(tx, {
    personId: request.personId,
    by,
    purpose: 'treatment',
    to: { serviceId: request.fromServiceId },
    basis: answer.basis,
    state: 'given',
    parts: answer.parts,
    until: answer.until,
    how: answer.how,
    explained: answer.explained,
    explainedWords: null,
    words: answer.words,
    opens: true,
  })

const wordsTo = (answer: RequestAnswer): string =>
  answer.answer === 'involved'
    ? 'You are involved now, as you asked: you see what was agreed.'
    : `You asked to be involved, and were not: ${answer.words}`

/**
 * Answers a service that asks to be involved, and tells it. Involved, it sees from now on who the person is, how to reach
 * them, safety flags and the parts named. Refuses what was answered meanwhile, and a basis that does not carry it.
 */
export const answerRequest = async (
  tx: WriteTx,
  { requestId, by, answer }: AnsweredRequest,
): Promise<Result<InvolvementRequest>> => {
  const request = await requestOf(tx, requestId)
  if (!request.ok) return request
  const locked = await tx.lock(request.value.personId)
  if (!locked.ok) return locked
  const basis = answer.answer === 'involved' ? await involve(tx, request.value, by, answer) : ok(null)
  if (!basis.ok) return basis
  const done = await tx.db
    .updateTable('involvement_request')
    .set({
      answer: answer.answer,
      answered_at: tx.now,
      answered_by: by.staffId,
      answer_words: answer.words,
      basis_id: basis.value,
    })
    .where('id', '=', requestId)
    .where('answer', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return refused('conflict', 'A colleague has answered them meanwhile')
  await sql`select tell_asker(${tx.ids.next()}::uuid, ${requestId}::uuid, ${wordsTo(answer)}, ${tx.now.toString()}::timestamptz)`.execute(
    tx.db,
  )
  return request
}
