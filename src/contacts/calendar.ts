import ical from 'ical-generator'
import { timeZone } from '../platform/clock.ts'
import { usualMinutes } from './clashes.ts'
import { type ContactMode, type ContactPurpose, modeWords, purposeWords } from './model.ts'

/** A contact as it may stand in a calendar outside this service: what and where on the landings, never who. */
export interface CalendarContact {
  readonly id: string
  readonly day: Temporal.PlainDate
  readonly startsAt: Temporal.Instant | null
  readonly minutes: number | null
  readonly purpose: ContactPurpose
  readonly mode: ContactMode
  readonly wing: string | null
  readonly changedAt: Temporal.Instant
}

/** The clock changes of Europe/London as iCalendar says them (RFC 5545, 3.6.5; UK law: the Summer Time Order 2002). */
const london = [
  'BEGIN:VTIMEZONE',
  `TZID:${timeZone}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19700329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19701025T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

const wingWords = (wing: string): string => (/^[A-Z]\d?$/i.test(wing) ? `${wing} wing` : wing)

/** "One to one, C wing"; outside, how: "Follow-up after release, by phone". */
const summaryOf = ({ purpose, mode, wing }: CalendarContact): string =>
  `${purposeWords[purpose]}, ${wing === null ? modeWords[mode].toLowerCase() : wingWords(wing)}`

/** Times in London with the zone's own rules beside them, so that a calendar anywhere shows the right hour on both sides of a change. */
const whenOf = ({ day, startsAt, minutes }: CalendarContact) => {
  if (startsAt === null) return { start: day, end: day.add({ days: 1 }), allDay: true }
  const start = startsAt.toZonedDateTimeISO(timeZone)
  return { start, end: start.add({ minutes: minutes ?? usualMinutes }), allDay: false }
}

/** A worker's contacts as iCalendar text, without a name in it. */
export const calendarText = (contacts: readonly CalendarContact[]): string => {
  const calendar = ical({
    name: 'Throughcare',
    prodId: { company: 'Throughcare', product: 'Contacts', language: 'EN' },
    timezone: { name: timeZone, generator: () => london },
    ttl: 60 * 60,
  })
  for (const contact of contacts)
    calendar.createEvent({
      id: `${contact.id}@throughcare`,
      summary: summaryOf(contact),
      stamp: contact.changedAt,
      timezone: timeZone,
      ...whenOf(contact),
    })
  return calendar.toString()
}
