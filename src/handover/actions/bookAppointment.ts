import { timeZone } from '../../platform/clock.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Appointment, RecordedBy } from '../model.ts'
import { appointments } from '../queries/appointments.ts'
import { departure } from '../queries/departure.ts'
import { type HandoverRow, newestOffer } from '../queries/handoverRow.ts'
import { faultOfAppointment } from '../rules.ts'
import { keepEarlierContact } from './keepEarlierContact.ts'
import { lockHandover } from './lockHandover.ts'

export interface Booking {
  readonly handoverId: string
  readonly by: RecordedBy
  readonly day: Temporal.PlainDate
  readonly time: Temporal.PlainTime | null
  readonly place: string | null
  /** Why it cannot be sooner, where it is after day 21. */
  readonly reason: string | null
}

const startOf = ({ day, time }: Booking): Temporal.Instant | null =>
  time === null ? null : day.toZonedDateTime({ timeZone, plainTime: time }).toInstant()

const move = async (tx: WriteTx, handover: HandoverRow, was: Appointment, booking: Booking) => {
  await keepEarlierContact(tx, handover.person_id, was, booking.by)
  await tx.db
    .updateTable('contact')
    .set({
      day: booking.day,
      starts_at: startOf(booking),
      place: booking.place,
      words: booking.reason,
      version: was.version + 1,
    })
    .where('id', '=', was.id)
    .execute()
  return was.id
}

/** It belongs to the service that will see them, whichever side books it. */
const seenBy = async (tx: WriteTx, booking: Booking): Promise<string> => {
  const offer = await newestOffer(tx, booking.handoverId)
  return offer === undefined || offer.answer === 'declined' || offer.answer === 'withdrawn'
    ? booking.by.serviceId
    : offer.to_service_id
}

const insert = async (tx: WriteTx, handover: HandoverRow, booking: Booking): Promise<string> => {
  const id = tx.ids.next()
  await tx.db
    .insertInto('contact')
    .values({
      id,
      person_id: handover.person_id,
      recorded_under: handover.person_id,
      class: 'handover',
      service_id: await seenBy(tx, booking),
      handover_id: handover.id,
      purpose: 'appointment',
      mode: 'in_person',
      day: booking.day,
      starts_at: startOf(booking),
      place: booking.place,
      outcome: 'planned',
      words: booking.reason,
      recorded_by: booking.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return id
}

/**
 * Books the first appointment, or moves the one that stands (what it said stays readable); answers with its id.
 * Refuses a day that has passed, one before they leave, and one after day 21 without a reason.
 */
export const bookAppointment = async (tx: WriteTx, booking: Booking): Promise<Result<string>> => {
  const locked = await lockHandover(tx, booking.handoverId)
  if (!locked.ok) return locked
  const handover = locked.value
  if (handover.state === 'closed') return refused('invalid', 'This hand-over is closed')
  const leaving = await departure(tx, handover.person_id)
  if (leaving?.died) return refused('invalid', 'They have died. Nothing is booked')
  const fault = faultOfAppointment(booking.day, tx.today, leaving?.release ?? null, booking.reason)
  if (fault !== null) return refused('invalid', fault.message, fault.field)
  const standing = (await appointments(tx, handover.id)).find(({ outcome }) => outcome === 'planned')
  return ok(
    standing === undefined
      ? await insert(tx, handover, booking)
      : await move(tx, handover, standing, booking),
  )
}
