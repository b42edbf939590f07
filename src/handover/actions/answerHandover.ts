import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { type DeclineReason, declineWords, type RecordedBy } from '../model.ts'
import { departure } from '../queries/departure.ts'
import type { OfferRow } from '../queries/handoverRow.ts'
import { offerTo } from '../queries/offerTo.ts'
import { giveNotice } from './giveNotice.ts'
import { lockHandover, moveHandover } from './lockHandover.ts'
import { receivePerson } from './receivePerson.ts'

type Answer =
  | { readonly answer: 'accepted'; readonly words: string | null }
  | {
      readonly answer: 'declined'
      readonly reason: DeclineReason
      readonly suggestedServiceId: string | null
      readonly words: string | null
    }

export interface Answered {
  readonly handoverId: string
  /** The receiving service and who answers for it. */
  readonly by: RecordedBy
  readonly answer: Answer
}

const store = async (tx: WriteTx, offer: OfferRow, { by, answer }: Answered): Promise<void> => {
  await tx.db
    .updateTable('handover_offer')
    .set({
      answer: answer.answer,
      answered_at: tx.now,
      answered_by: by.staffId,
      words: answer.words,
      ...(offer.seen_at === null ? { seen_at: tx.now, seen_by: by.staffId } : {}),
      ...(answer.answer === 'declined'
        ? { decline_reason: answer.reason, suggested_service_id: answer.suggestedServiceId }
        : {}),
    })
    .where('id', '=', offer.id)
    .execute()
}

const noticeOf = ({ answer }: Answered, name: string) =>
  answer.answer === 'accepted'
    ? { kind: 'handover_accepted' as const, words: `${name} accepted the hand-over.` }
    : {
        kind: 'handover_declined' as const,
        words: `${name} declined the hand-over: ${declineWords[answer.reason].toLowerCase()}. Choose another service.`,
      }

/**
 * The receiving service accepts (its episode opens with a referral of today) or declines with a reason (the hand-over
 * stays open for another). The sender is told. Refuses `conflict` where it was answered or taken back meanwhile.
 */
export const answerHandover = async (tx: WriteTx, answered: Answered): Promise<Result<void>> => {
  const { handoverId, by, answer } = answered
  const handover = await lockHandover(tx, handoverId)
  if (!handover.ok) return handover
  const offer = await offerTo(tx, handoverId, by.serviceId)
  if (!offer.ok) return offer
  const personId = handover.value.person_id
  if (answer.answer === 'accepted') {
    if ((await departure(tx, personId))?.died)
      return refused('invalid', 'They have died. There is nothing to accept')
    const received = await receivePerson(tx, personId, by)
    if (!received.ok) return received
  }
  await store(tx, offer.value, answered)
  await moveHandover(tx, handover.value, answer.answer)
  const { name } = await tx.db
    .selectFrom('service')
    .select('name')
    .where('id', '=', by.serviceId)
    .executeTakeFirstOrThrow()
  await giveNotice(tx, { personId, toServiceId: offer.value.service_id, ...noticeOf(answered, name) })
  return ok(undefined)
}
