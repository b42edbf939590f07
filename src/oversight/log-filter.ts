import { z } from 'zod'
import { timeZone } from '../platform/clock.ts'

/** What a list of events is narrowed to, in the words of its filter. */
export const kindsOfEvent = {
  opened: 'Records opened',
  listed: 'Seen in a list or search',
  changed: 'Changes',
  printed: 'Printed or taken out',
  refused: 'Refused',
} as const satisfies Readonly<Record<string, string>>

export type KindOfEvent = keyof typeof kindsOfEvent

const kinds = Object.keys(kindsOfEvent) as readonly KindOfEvent[]

const number = (most: number) => z.coerce.number().int().min(1).max(most).nullable().catch(null).default(null)

/** The filters of a list of events, as its address has them; nonsense is no filter. */
export const logFilter = z.object({
  what: z.enum(kinds).nullable().catch(null).default(null),
  'day-day': number(31),
  'day-month': number(12),
  'day-year': number(9999),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})

export type LogFilter = z.infer<typeof logFilter>

/** The day that was asked for; null where none was, or there is no such day. */
export const dayAsked = (filter: LogFilter): Temporal.PlainDate | null => {
  const { 'day-day': day, 'day-month': month, 'day-year': year } = filter
  if (day === null || month === null || year === null || year < 2000) return null
  try {
    return Temporal.PlainDate.from({ day, month, year }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** Moments from and before which events are shown. */
export interface Span {
  readonly since: Temporal.Instant
  readonly before: Temporal.Instant
}

const startOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(timeZone).toInstant()

/** The day that was asked for, in London; else the last days up to now. */
export const spanOf = (
  day: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
  lastDays: number,
): Span => ({
  since: startOf(day ?? today.subtract({ days: lastDays })),
  before: startOf((day ?? today).add({ days: 1 })),
})
