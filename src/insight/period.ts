import { dayValues, formOf, optionalDayField } from '../platform/http/index.ts'
import type { FieldError, FormValues } from '../platform/ui/index.ts'

/** Days from `from` to `to`, both included. */
export interface Span {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/** Which releases a figure counts, those it is compared with, and what was known by when. */
export interface Period {
  readonly choice: 'year' | 'quarter' | 'own'
  readonly span: Span
  /** As long, and just before. */
  readonly before: Span
  readonly asOf: Temporal.PlainDate
}

const dates = ['from', 'to', 'as_of'] as const

type DateField = (typeof dates)[number]

/** The choice as an address holds it: `?period=own&from-day=1&from-month=4&…`. */
export const periodFields: readonly string[] = [
  'period',
  ...dates.flatMap((date) => [`${date}-day`, `${date}-month`, `${date}-year`]),
]

export interface ReadPeriod {
  readonly period: Period
  readonly errors: readonly FieldError[]
  /** The fields as asked for, or as they stand where nothing was asked. */
  readonly values: FormValues
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0

const lastYear = (day: Temporal.PlainDate): Span => ({
  from: day.subtract({ years: 1 }).add({ days: 1 }),
  to: day,
})

/** The last quarter of the calendar that was over on `day`. */
const lastQuarter = (day: Temporal.PlainDate): Span => {
  const thisQuarter = day.with({ day: 1 }).subtract({ months: (day.month - 1) % 3 })
  return { from: thisQuarter.subtract({ months: 3 }), to: thisQuarter.subtract({ days: 1 }) }
}

const justBefore = (choice: Period['choice'], { from, to }: Span): Span => {
  const until = from.subtract({ days: 1 })
  if (choice === 'year') return { from: from.subtract({ years: 1 }), to: until }
  if (choice === 'quarter') return { from: from.subtract({ months: 3 }), to: until }
  return { from: until.subtract(from.until(to, { largestUnit: 'days' })), to: until }
}

/** Longest period: more is two periods. */
const longest = { years: 5 } as const

type Asked = Readonly<Record<DateField, Temporal.PlainDate | null>>

const schema = formOf({ from: optionalDayField(), to: optionalDayField(), as_of: optionalDayField() })

const askedFor = (
  query: URLSearchParams,
): { readonly asked: Asked; readonly errors: readonly FieldError[] } => {
  const parsed = schema.safeParse(Object.fromEntries(query))
  if (parsed.success) return { asked: parsed.data, errors: [] }
  const errors = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }))
  return { asked: { from: null, to: null, as_of: null }, errors }
}

const whyNotOwn = ({ from, to }: Asked): readonly FieldError[] => {
  if (from === null) return [{ field: 'from', message: 'Enter the first day' }]
  if (to === null) return [{ field: 'to', message: 'Enter the last day' }]
  if (isAfter(from, to)) return [{ field: 'to', message: 'The last day must not be before the first' }]
  return isAfter(to, from.add(longest))
    ? [{ field: 'to', message: 'Choose a period of at most five years' }]
    : []
}

const whyNotYet = ({ as_of }: Asked, today: Temporal.PlainDate): readonly FieldError[] =>
  as_of !== null && isAfter(as_of, today)
    ? [{ field: 'as_of', message: 'Enter today or a day before: nobody knows later days yet' }]
    : []

const spanOf = (choice: Period['choice'], { from, to }: Asked, asOf: Temporal.PlainDate): Span => {
  if (choice === 'own' && from !== null && to !== null) return { from, to }
  return choice === 'quarter' ? lastQuarter(asOf) : lastYear(asOf)
}

const valuesOf = ({ choice, span, asOf }: Period): FormValues => ({
  period: choice,
  ...dayValues('from', span.from),
  ...dayValues('to', span.to),
  ...dayValues('as_of', asOf),
})

const choiceOf = (asked: string | null): Period['choice'] =>
  asked === 'quarter' || asked === 'own' ? asked : 'year'

/**
 * The period that an address asks for; the last 12 months where it asks for none. What is wrong with it is
 * said beside the fields, as typed, and the last 12 months are shown meanwhile.
 */
export const readPeriod = (query: URLSearchParams, today: Temporal.PlainDate): ReadPeriod => {
  const choice = choiceOf(query.get('period'))
  const { asked, errors: notDays } = askedFor(query)
  const errors =
    notDays.length > 0 ? notDays : [...(choice === 'own' ? whyNotOwn(asked) : []), ...whyNotYet(asked, today)]
  const sound = errors.length === 0
  const asOf = sound ? (asked.as_of ?? today) : today
  const shown = sound ? choice : 'year'
  const span = spanOf(shown, asked, asOf)
  const period = { choice: shown, span, before: justBefore(shown, span), asOf }
  return { period, errors, values: sound ? valuesOf(period) : Object.fromEntries(query) }
}

/** The period before, as a period of its own, with what was known on the same day. */
export const periodBefore = ({ before, asOf }: Period): Period => ({
  choice: 'own',
  span: before,
  before: justBefore('own', before),
  asOf,
})

/** The same period in an address of its own. */
export const periodQuery = ({ choice, span, asOf }: Period): Readonly<Record<string, string>> => ({
  period: choice,
  ...(choice === 'own' ? { ...dayValues('from', span.from), ...dayValues('to', span.to) } : {}),
  ...dayValues('as_of', asOf),
})

/** What of a choice of period is for another day too: "as known on today" is not, and nor is what could not be read. */
export const periodToKeep = (query: URLSearchParams, today: Temporal.PlainDate): URLSearchParams => {
  const { period, errors } = readPeriod(query, today)
  const kept = new URLSearchParams(errors.length > 0 ? {} : { ...periodQuery(period) })
  if (period.asOf.equals(today)) for (const part of Object.keys(dayValues('as_of', today))) kept.delete(part)
  return kept
}
