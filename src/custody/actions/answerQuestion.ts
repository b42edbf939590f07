import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { type Answer, answersTo } from '../answers.ts'
import { type MovementMessage, movementMessage } from '../queries/movementMessage.ts'
import { type OpenQuestion, questionOf } from '../queries/questionOf.ts'
import { putAside } from './putAside.ts'

export interface QuestionToAnswer {
  readonly itemId: string
  /** The value of one of `answersTo` the question's kind. */
  readonly answer: string
  /** How they know, or what was done. */
  readonly why: string
  /** The reader's own services, by prison: in whose name something is told instead. */
  readonly serviceAt: (establishment: string | null) => string | null
}

const confirm = (tx: WriteTx, messageId: string) =>
  tx.db.updateTable('movement').set({ reason_known: true }).where('message_id', '=', messageId).execute()

const tellInstead = async (
  tx: WriteTx,
  message: MovementMessage,
  type: string,
  given: QuestionToAnswer,
): Promise<Result<void>> => {
  const service = given.serviceAt(message.establishment)
  if (service === null)
    return refused('invalid', 'Only a team of the prison that the message names can say this.', 'answer')
  await sql`select tell_instead(${message.id}, ${tx.ids.next()}, ${tx.ids.next()}, ${service}, ${type}::movement_type, ${tx.now.toString()}::timestamptz)`.execute(
    tx.db,
  )
  await putAside(tx, message, given.why)
  return ok(undefined)
}

const actOn = async (
  tx: WriteTx,
  { messageId }: OpenQuestion,
  { effect }: Answer,
  given: QuestionToAnswer,
): Promise<Result<void>> => {
  if (effect.does === 'close') return ok(undefined)
  const found = await movementMessage(tx, messageId ?? '')
  if (!found.ok) return found
  if (found.value.state !== 'applied')
    return refused('conflict', 'The message behind this question has been set aside meanwhile.')
  if (effect.does === 'tell_instead') return tellInstead(tx, found.value, effect.type, given)
  if (effect.does === 'set_aside') await putAside(tx, found.value, given.why)
  else await confirm(tx, found.value.id)
  return ok(undefined)
}

/** Closes a question with what was decided, and does what the decision implies; everything is derived again. */
export const answerQuestion = async (
  tx: WriteTx,
  given: QuestionToAnswer,
): Promise<Result<{ readonly question: OpenQuestion; readonly answer: Answer }>> => {
  const found = await questionOf(tx, given.itemId)
  if (!found.ok) return found
  const question = found.value
  if (question.closed !== null) return refused('conflict', 'This has been decided already.')
  const answer = answersTo(question.kind).find(({ value }) => value === given.answer)
  if (answer === undefined) return refused('invalid', 'Choose what it was', 'answer')
  if (question.personId !== null) {
    const locked = await tx.lock(question.personId)
    if (!locked.ok) return locked
  }
  const acted = await actOn(tx, question, answer, given)
  if (!acted.ok) return acted
  await tx.db
    .updateTable('work_item')
    .set({
      closed_at: tx.now,
      closed_by: tx.actor?.staffId ?? null,
      decision: `${answer.text}. ${given.why}`,
    })
    .where('id', '=', question.id)
    .execute()
  return ok({ question, answer })
}
