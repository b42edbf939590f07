import { outcomeWords } from '../casework/index.ts'
import { personName } from '../people/index.ts'
import { dateWords, dayWords, timeWords } from '../platform/ui/dates.ts'
import type { BoardHandover } from './queries/boardHandovers.ts'
import type { BoardLeaver, BoardLeft, BoardPerson } from './queries/boardPeople.ts'
import { dayCounter, daysOut, lastDay, type ReleasePack, releasePack } from './rules.ts'
import { declinedBecause } from './state-words.ts'

/** What is to be done next for somebody, and where. */
export interface Next {
  readonly text: string
  readonly href: string
}

/** A line of the release board about somebody who is still to leave. */
export interface LeavingRow {
  readonly id: string
  readonly name: string
  readonly place: string | null
  readonly placeName: string
  readonly day: Temporal.PlainDate
  /** "Friday → Thursday 26 November": presumed a working day earlier; or why to check it. */
  readonly dayNote: string | null
  readonly pack: ReleasePack
  readonly service: string
  readonly appointment: string
  readonly tonight: string
  readonly next: Next | null
}

/** A line about somebody who left and is not in treatment. */
export interface LeftRow {
  readonly id: string
  readonly name: string
  readonly place: string | null
  readonly placeName: string
  readonly counter: string
  readonly days: number
  readonly service: string
  /** "left unexpectedly", "reason not known". */
  readonly how: string
  readonly tried: string
  readonly next: Next
}

/** Somebody on the board, with their newest hand-over. */
export interface BoardFound<Person extends BoardPerson> {
  readonly person: Person
  readonly handover: BoardHandover | undefined
  /** The service that was asked last is one of the reader's own. */
  readonly receives: boolean
  /** The reader is a clinician. */
  readonly clinical: boolean
}

const nameOf = ({ given_name, family_name, known_as }: BoardPerson): string =>
  personName({ givenName: given_name, familyName: family_name, knownAs: known_as })

const placeOf = ({ establishment, establishment_code }: BoardPerson): string =>
  establishment ?? establishment_code ?? 'Not known'

const isBooked = (handover: BoardHandover | undefined): boolean =>
  handover?.appointment_outcome === 'planned' ||
  handover?.appointment_outcome === 'kept' ||
  handover?.appointment_outcome === 'late'

const packOf = ({ person, handover }: BoardFound<BoardLeaver>): ReleasePack =>
  releasePack({
    accepted: handover?.answer === 'accepted',
    appointment: isBooked(handover),
    accommodation: person.tonight !== null && person.tonight !== 'Nowhere yet',
    overdoseAdvice: person.advised,
    medicinesBridge: person.substitution ? person.bridged : null,
    naloxone: person.naloxone_indicated ? person.naloxone : null,
  })

const serviceWords = (handover: BoardHandover | undefined): string => {
  if (handover === undefined) return 'No hand-over'
  const { to_name: name, answer, state } = handover
  if (name === null) return 'Not sent'
  if (answer === 'accepted') return `Accepted, ${name}`
  if (answer === 'declined') return `Declined, ${name}${declinedBecause(handover.decline_reason)}`
  if (answer === 'withdrawn') return 'Taken back, not sent'
  return `${state === 'seen' ? 'Seen' : 'Sent'}, ${name}`
}

const appointmentWords = (handover: BoardHandover | undefined, today: Temporal.PlainDate): string => {
  const day = handover?.appointment_day ?? null
  if (handover === undefined || day === null) return 'None'
  const at = handover.appointment_at === null ? '' : ` ${timeWords(handover.appointment_at)}`
  const outcome = handover.appointment_outcome
  const became = outcome === null || outcome === 'planned' ? '' : `: ${outcomeWords[outcome].toLowerCase()}`
  return `${dayWords(day, today)}${at}${became}`
}

const noteOf = ({ day, recorded_day, warning }: BoardPerson, today: Temporal.PlainDate): string | null => {
  if (Temporal.PlainDate.compare(day, today) < 0) return 'This date has passed: check today'
  if (recorded_day !== null && !recorded_day.equals(day))
    return `recorded as ${dateWords(recorded_day, today)}`
  return warning === null ? null : 'Check the date'
}

const nextOfHandover = ({ person, handover, receives }: BoardFound<BoardPerson>): Next | null => {
  if (handover === undefined) return { text: 'Open hand-over', href: `/people/${person.id}/handover/new` }
  const address = `/handovers/${handover.id}`
  const waits = handover.to_name !== null && handover.answer === null
  if (waits) return receives ? { text: 'Accept or decline', href: address } : null
  if (handover.answer === 'declined' || handover.answer === 'withdrawn')
    return receives ? null : { text: 'Choose another service', href: `${address}/to-whom` }
  if (handover.to_name === null) return { text: 'Go on with hand-over', href: address }
  return null
}

const nextOfPack = (
  { person, handover, clinical }: BoardFound<BoardLeaver>,
  today: Temporal.PlainDate,
): Next | null => {
  if (handover !== undefined && !isBooked(handover))
    return { text: 'Book', href: `/handovers/${handover.id}/appointment` }
  if (person.tonight === null) return { text: 'First night', href: `/people/${person.id}/accommodation` }
  if (clinical && person.substitution && !person.bridged)
    return { text: 'Bridge medicines', href: `/people/${person.id}/medicines-bridge` }
  if (person.naloxone_indicated && !person.naloxone)
    return { text: 'Naloxone', href: `/people/${person.id}/naloxone` }
  return !person.advised && daysOut(today, person.day) <= 7
    ? { text: 'Overdose advice', href: `/people/${person.id}/overdose-advice` }
    : null
}

/** One line about somebody who is to leave. */
export const leavingRow = (found: BoardFound<BoardLeaver>, today: Temporal.PlainDate): LeavingRow => ({
  id: found.person.id,
  name: nameOf(found.person),
  place: found.person.establishment_code,
  placeName: placeOf(found.person),
  day: found.person.day,
  dayNote: noteOf(found.person, today),
  pack: packOf(found),
  service: serviceWords(found.handover),
  appointment: appointmentWords(found.handover, today),
  tonight: found.person.tonight ?? 'Not known',
  next: nextOfHandover(found) ?? nextOfPack(found, today),
})

const triedWords = (
  { attempts, last_attempt_on: day, last_attempt: outcome }: BoardLeft,
  handover: BoardHandover | undefined,
  today: Temporal.PlainDate,
) => {
  const missed =
    handover?.appointment_day != null && !isBooked(handover)
      ? `appointment ${dayWords(handover.appointment_day, today)} did not happen; `
      : ''
  if (day === null || outcome === null) return `${missed}not rung yet`
  const times = attempts === 1 ? 'once' : attempts === 2 ? 'twice' : `${attempts} times`
  return `${missed}rung ${times}, last ${dayWords(day, today)}: ${outcomeWords[outcome].toLowerCase()}`
}

const howWords = ({ unplanned, reason_known }: BoardPerson, days: number): string => {
  if (!reason_known) return 'Reason not known: nobody rings yet'
  const how = unplanned ? 'Left unexpectedly' : 'Planned'
  if (days === lastDay) return `${how}; today is the last day`
  return days === lastDay - 1 ? `${how}; the last day is tomorrow` : how
}

const nextAfterLeaving = (found: BoardFound<BoardLeft>, today: Temporal.PlainDate): Next => {
  const { person, handover, receives } = found
  const tried = person.attempts > 0
  if (!person.reason_known) return { text: 'See why', href: `/people/${person.id}` }
  if (handover === undefined && !receives)
    return {
      text: tried ? 'Open hand-over' : 'Call sheet',
      href: tried ? `/people/${person.id}/handover/new` : `/people/${person.id}/call-sheet`,
    }
  const waiting = nextOfHandover(found)
  if (waiting !== null) return waiting
  const booked = handover?.appointment_day ?? null
  const passed = booked !== null && Temporal.PlainDate.compare(booked, today) <= 0
  if (handover !== undefined && handover.appointment_outcome === 'planned' && passed)
    return { text: 'Say what became of it', href: `/handovers/${handover.id}/outcome` }
  if (handover !== undefined && isBooked(handover) && passed)
    return {
      text: 'Has treatment started?',
      href: receives ? `/handovers/${handover.id}/treatment` : `/handovers/${handover.id}`,
    }
  if (handover !== undefined && booked !== null && !isBooked(handover))
    return { text: 'Rebook', href: `/handovers/${handover.id}/appointment` }
  return { text: tried ? 'Ring again' : 'Ring', href: `/people/${person.id}/follow-up` }
}

/** One line about somebody who left and is not in treatment. */
export const leftRow = (found: BoardFound<BoardLeft>, today: Temporal.PlainDate): LeftRow => {
  const { person, handover } = found
  const days = daysOut(person.day, today)
  return {
    id: person.id,
    name: nameOf(person),
    place: person.establishment_code,
    placeName: placeOf(person),
    counter: dayCounter(person.day, today),
    days,
    service: serviceWords(handover),
    how: howWords(person, days),
    tried: triedWords(person, handover, today),
    next: nextAfterLeaving(found, today),
  }
}

const nearness = [0, 7, 14, 28]

/** Today first, then this week, a fortnight, four weeks, the rest. */
const near = (days: number): number => {
  const found = nearness.findIndex((most) => days <= most)
  return found < 0 ? nearness.length : found
}

/** Who is least ready and soonest stands first; `soonest`: by the day alone. */
export const inBoardOrder = (
  rows: readonly LeavingRow[],
  order: 'ready' | 'soonest',
  today: Temporal.PlainDate,
): readonly LeavingRow[] =>
  rows
    .map((row) => {
      const days = daysOut(today, row.day)
      return { row, days, near: near(days), missing: row.pack.of - row.pack.done }
    })
    .toSorted((one, other) => {
      const byDay = one.days - other.days
      if (order === 'soonest') return byDay
      return one.near - other.near || other.missing - one.missing || byDay
    })
    .map(({ row }) => row)
