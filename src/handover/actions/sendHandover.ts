import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { fullDate } from '../../platform/ui/dates.ts'
import type { Basis, ChosenPart, DraftBasis, RecordedBy } from '../model.ts'
import { agreedAtTriage } from '../queries/agreedAtTriage.ts'
import { daysToAnswer } from '../queries/daysToAnswer.ts'
import { departure } from '../queries/departure.ts'
import { type HandoverRow, newestOffer } from '../queries/handoverRow.ts'
import { answerDue, faultOfBasis, faultOfPart, partsOf } from '../rules.ts'
import { lockHandover, moveHandover } from './lockHandover.ts'

export interface Sending {
  readonly handoverId: string
  readonly by: RecordedBy
  /** The sender's role: for direct care, clinical records go from one clinician to another only. */
  readonly role: StaffRole
  readonly toServiceId: string
  readonly parts: readonly ChosenPart[]
  readonly basis: DraftBasis | null
  readonly basisReason: string | null
  readonly ask: string | null
}

export interface Sent {
  readonly offerId: string
  readonly toName: string
  readonly answerDue: Temporal.PlainDate
}

const faultOf = (sending: Sending, agreedOn: Temporal.PlainDate | null) => {
  const { basis, basisReason, role } = sending
  const fault = faultOfBasis(basis, basisReason, agreedOn !== null)
  if (fault !== null) return { field: 'basis', message: fault }
  for (const part of sending.parts) {
    const wrong = faultOfPart(part, basis, role)
    if (wrong !== null) return { field: 'parts', message: wrong }
  }
  return null
}

const storedBasis = (sending: Sending, agreedOn: Temporal.PlainDate | null, today: Temporal.PlainDate) => {
  const { basis, basisReason } = sending
  if (basis === 'agreed_at_triage' && agreedOn !== null)
    return { basis: 'consent' as const, basis_reason: `Agreed at triage on ${fullDate(agreedOn)}` }
  if (basis === 'agreed_now')
    return {
      basis: 'consent' as const,
      basis_reason: [`Agreed on ${fullDate(today)}`, basisReason].filter(Boolean).join(': '),
    }
  return { basis: basis as Basis, basis_reason: basisReason }
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
 * Refuses without a basis, a part that the basis does not carry, while another service has not answered, and for
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
  const agreedOn = await agreedAtTriage(tx, handover.person_id)
  const fault = faultOf(sending, agreedOn)
  if (fault !== null) return refused('invalid', fault.message, fault.field)
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
      ...storedBasis(sending, agreedOn, tx.today),
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
