import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { How } from '../../sharing/index.ts'
import type { ChosenPart, DraftBasis, RecordedBy } from '../model.ts'
import { daysToAnswer } from '../queries/daysToAnswer.ts'
import { departure } from '../queries/departure.ts'
import { type HandoverRow, newestOffer } from '../queries/handoverRow.ts'
import { answerDue, partsOf } from '../rules.ts'
import { lockHandover, moveHandover } from './lockHandover.ts'
import { settleBasis } from './settleBasis.ts'

export interface Sending {
  readonly handoverId: string
  readonly by: RecordedBy
  /** The sender's role: for direct care, clinical records go from one clinician to another only. */
  readonly role: StaffRole
  readonly toServiceId: string
  readonly parts: readonly ChosenPart[]
  readonly basis: DraftBasis | null
  readonly basisReason: string | null
  /** How they agree now, where that is the basis and the register has not got it yet. */
  readonly agreedHow?: How
  readonly ask: string | null
}

export interface Sent {
  readonly offerId: string
  readonly toName: string
  readonly answerDue: Temporal.PlainDate
}

const standsInTheWay = async (tx: WriteTx, handover: HandoverRow): Promise<string | null> => {
  if (handover.state === 'closed') return 'This hand-over is closed. Open another'
  const newest = await newestOffer(tx, handover.id)
  if (newest === undefined || newest.answer === 'declined' || newest.answer === 'withdrawn') return null
  return newest.answer === 'accepted'
    ? 'A service has accepted already'
    : 'It is with a service that has not answered yet. Withdraw it first to send it elsewhere'
}

const receiver = (tx: WriteTx, serviceId: string) =>
  tx.db
    .selectFrom('service')
    .select(['id', 'name', 'nation', 'setting', 'registered'])
    .where('id', '=', serviceId)
    .executeTakeFirst()

const startAfresh = async (tx: WriteTx, { handoverId, by }: Sending): Promise<void> => {
  await tx.db
    .updateTable('handover_draft')
    .set((set) => ({
      service_id: by.serviceId,
      recorded_by: by.staffId,
      recorded_at: tx.now,
      to_service_id: null,
      basis: null,
      basis_reason: null,
      version: set('version', '+', 1),
    }))
    .where('handover_id', '=', handoverId)
    .execute()
}

/**
 * Sends a hand-over to one service: from now on that service sees the person, and what goes with it.
 * The basis stands in the register of sharing, or is written to it. Refuses without one, a part that it does not carry, while another service has not answered, and for
 * anybody who has died.
 */
export const sendHandover = async (tx: WriteTx, sending: Sending): Promise<Result<Sent>> => {
  const locked = await lockHandover(tx, sending.handoverId)
  if (!locked.ok) return locked
  const handover = locked.value
  const leaving = await departure(tx, handover.person_id)
  if (leaving?.died) return refused('invalid', 'They have died. Nothing is sent')
  const inTheWay = await standsInTheWay(tx, handover)
  if (inTheWay !== null) return refused('invalid', inTheWay)
  const to = await receiver(tx, sending.toServiceId)
  if (to === undefined || to.setting !== 'community' || !to.registered)
    return refused('invalid', 'Choose a community service that takes hand-overs here', 'service')
  const settled = await settleBasis(
    tx,
    { ...sending, personId: handover.person_id, agreedHow: sending.agreedHow ?? null },
    sending.role,
  )
  if (!settled.ok) return settled
  const due = answerDue(tx.today, await daysToAnswer(tx), to.nation, leaving?.release ?? null)
  const offerId = tx.ids.next()
  await tx.db
    .insertInto('handover_offer')
    .values({
      id: offerId,
      handover_id: handover.id,
      person_id: handover.person_id,
      recorded_under: handover.person_id,
      service_id: sending.by.serviceId,
      to_service_id: to.id,
      basis: settled.value.basis,
      basis_reason: settled.value.reason,
      parts: [...partsOf(sending.parts)],
      ask: sending.ask,
      sent_at: tx.now,
      sent_by: sending.by.staffId,
      answer_due: due,
    })
    .execute()
  await moveHandover(tx, handover, 'sent')
  await startAfresh(tx, sending)
  return ok({ offerId, toName: to.name, answerDue: due })
}
