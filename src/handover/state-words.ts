import { dayOf } from '../platform/clock.ts'
import { dayWords, momentWords, timeWords } from '../platform/ui/dates.ts'
import {
  type Appointment,
  type DeclineReason,
  declineWords,
  type HandoverState,
  type Offer,
} from './model.ts'

/** A hand-over as its state is said. */
export interface Standing {
  readonly state: HandoverState
  readonly destination: string | null
  readonly closedWhy: string | null
  /** The newest offer that the reader may see. */
  readonly offer: Offer | null
  /** The service that is being prepared for, where none has been asked yet. */
  readonly preparedFor: string | null
  readonly appointment: Appointment | null
}

const isReason = (reason: string | null): reason is DeclineReason =>
  reason !== null && Object.hasOwn(declineWords, reason)

/** "outside our area" as a clause: why a service said no. */
export const declinedBecause = (reason: string | null): string => {
  if (reason === null || reason === 'other') return ''
  return `: ${(isReason(reason) ? declineWords[reason] : reason).toLowerCase()}`
}

const sentWords = (offer: Offer, today: Temporal.PlainDate): string =>
  `Sent to ${offer.toName} ${dayWords(dayOf(offer.sentAt), today)}`

const seenWords = (offer: Offer, today: Temporal.PlainDate): string => {
  if (offer.seenAt === null) return 'not yet seen'
  const by = offer.seenBy === null ? '' : ` by ${offer.seenBy}`
  const day = dayOf(offer.seenAt)
  return day.equals(today)
    ? `seen${by} at ${timeWords(offer.seenAt)}, not yet accepted`
    : `seen${by} ${dayWords(day, today)}, not yet accepted`
}

const dueWords = (offer: Offer, today: Temporal.PlainDate): string =>
  Temporal.PlainDate.compare(offer.answerDue, today) < 0
    ? `They had until ${dayWords(offer.answerDue, today)}.`
    : `They have until ${dayWords(offer.answerDue, today)}.`

const answeredWords = (offer: Offer, today: Temporal.PlainDate): string => {
  const by = offer.answeredBy === null ? '' : ` by ${offer.answeredBy}`
  const when = offer.answeredAt === null ? '' : ` ${dayWords(dayOf(offer.answeredAt), today)}`
  if (offer.answer === 'withdrawn') return `Withdrawn from ${offer.toName}${when}.`
  if (offer.answer === 'accepted') return `Accepted by ${offer.toName}${when}${by}.`
  const suggested = offer.suggestedName === null ? '' : ` They suggest ${offer.suggestedName}.`
  return `Declined by ${offer.toName}${when}${by}${declinedBecause(offer.declineReason)}.${suggested}`
}

/** "tomorrow at 11:00, 12 Manor Row": when and where somebody is expected. */
export const appointmentWords = (appointment: Appointment, today: Temporal.PlainDate): string => {
  const when = appointment.at === null ? dayWords(appointment.day, today) : momentWords(appointment.at, today)
  return appointment.place === null ? when : `${when}, ${appointment.place}`
}

const thenWords = (standing: Standing, today: Temporal.PlainDate): string => {
  const { appointment } = standing
  if (appointment === null) return ' No appointment yet.'
  if (appointment.outcome === 'planned') return ` First appointment ${appointmentWords(appointment, today)}.`
  return appointment.outcome === 'kept' || appointment.outcome === 'late'
    ? ` They came to their appointment ${dayWords(appointment.day, today)}.`
    : ` The appointment ${dayWords(appointment.day, today)} did not happen.`
}

const openWords = (standing: Standing): string => {
  if (standing.preparedFor !== null) return `Not sent yet to ${standing.preparedFor}.`
  return standing.destination === null
    ? 'Open. No town and no service chosen yet.'
    : `Open. They go to ${standing.destination}; no service chosen yet.`
}

/** Where a hand-over stands, in one sentence or two. */
export const stateWords = (standing: Standing, today: Temporal.PlainDate): string => {
  const { offer } = standing
  if (standing.state === 'closed') return `Closed: ${standing.closedWhy ?? 'no reason given'}.`
  if (offer === null) return openWords(standing)
  if (offer.answer === null)
    return `${sentWords(offer, today)}, ${seenWords(offer, today)}. ${dueWords(offer, today)}`
  const answered = answeredWords(offer, today)
  if (offer.answer === 'accepted') return answered + thenWords(standing, today)
  return standing.preparedFor === null ? answered : `${answered} Not sent yet to ${standing.preparedFor}.`
}
