import { z } from 'zod'
import { isPlausibleYear } from '../moments.ts'

/** The fields of a form as people type them: each parser says, where it fails, what to enter instead. */
const first = (value: unknown): string => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one : ''
}

const all = (value: unknown): readonly string[] => {
  const many: readonly unknown[] = Array.isArray(value) ? value : [value]
  return many.filter((one) => typeof one === 'string' && one !== '').map(String)
}

const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

const datePart = /^(.+)-(day|month|year)$/

/** `birth-day`, `birth-month` and `birth-year` become one `birth`, as `dayField` takes it; what was not sent is empty. */
const fold =
  (names: readonly string[]) =>
  (values: unknown): unknown => {
    const folded: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(Object(values))) {
      const [, date, part] = datePart.exec(name) ?? []
      if (date === undefined || part === undefined) folded[name] = value
      else folded[date] = { ...Object(folded[date]), [part]: first(value).trim() }
    }
    for (const name of names) folded[name] ??= ''
    return folded
  }

/** The schema of a form's fields: `formOf({ day: dayField('Enter the day'), words: textField(…) })`. */
export const formOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(fold(Object.keys(shape)), z.object(shape))

/** Words that must be there: trimmed, line ends made one kind, at most `most` characters. */
export const textField = (missing: string, most: number) =>
  z.preprocess(
    (value) => tidy(first(value)),
    z
      .string()
      .min(1, missing)
      .max(most, `Shorten this to ${most.toLocaleString('en-GB')} characters`),
  )

/** Words that may be left out: then null. */
export const optionalTextField = (most: number) =>
  z
    .preprocess(
      (value) => tidy(first(value)),
      z.string().max(most, `Shorten this to ${most.toLocaleString('en-GB')} characters`),
    )
    .transform((text) => (text === '' ? null : text))

/** One answer of several. */
export const choiceField = <const Value extends string>(values: readonly Value[], missing: string) =>
  z.preprocess(first, z.enum(values, { error: missing }))

/** One answer of several, or none: then null. */
export const optionalChoiceField = <const Value extends string>(values: readonly Value[]) =>
  z
    .preprocess(
      (value) => first(value) || undefined,
      z.enum(values, { error: 'Choose one of these' }).optional(),
    )
    .transform((value) => value ?? null)

/** Any number of the boxes. */
export const choicesField = <const Value extends string>(values: readonly Value[]) =>
  z.preprocess(all, z.array(z.enum(values, { error: 'Choose from these' })))

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const monthNumber = (typed: string): number => {
  const named = months.indexOf(typed.slice(0, 3).toLowerCase()) + 1
  return named > 0 ? named : wholeNumber(typed)
}

const wholeNumber = (typed: string): number => (/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN)

type Parts = Readonly<Record<'day' | 'month' | 'year', string>>

const existing = ({ day, month, year }: Parts): Temporal.PlainDate | null => {
  const numbers = { day: wholeNumber(day), month: monthNumber(month), year: wholeNumber(year) }
  if (!Object.values(numbers).every(Number.isFinite) || !isPlausibleYear(numbers.year)) return null
  try {
    return Temporal.PlainDate.from(numbers, { overflow: 'reject' })
  } catch {
    return null
  }
}

const partsOf = (value: unknown): Parts => {
  const given: Partial<Record<string, unknown>> = Object(value)
  return { day: first(given.day), month: first(given.month), year: first(given.year) }
}

const missingParts = (parts: Parts): readonly string[] =>
  (['day', 'month', 'year'] as const).filter((part) => parts[part] === '')

const dayOrWhyNot = (parts: Parts, missing: string): Temporal.PlainDate | string => {
  const lacking = missingParts(parts)
  if (lacking.length === 3) return missing
  if (lacking.length > 0) return `Enter the ${lacking.join(' and the ')} too`
  return existing(parts) ?? 'Enter a date that exists, with the year in four digits, like 27 3 1989'
}

/** Day, month and year, as `<DateInput>` asks for them: a month may be a name; 31 February is no day. */
export const dayField = (missing: string) =>
  z.unknown().transform((value, context): Temporal.PlainDate => {
    const day = dayOrWhyNot(partsOf(value), missing)
    if (typeof day !== 'string') return day
    context.addIssue({ code: 'custom', message: day })
    return z.NEVER
  })

/** The same, where it may be left empty: then null. */
export const optionalDayField = () =>
  z.unknown().transform((value, context): Temporal.PlainDate | null => {
    const parts = partsOf(value)
    if (missingParts(parts).length === 3) return null
    const day = dayOrWhyNot(parts, '')
    if (typeof day !== 'string') return day
    context.addIssue({ code: 'custom', message: day })
    return z.NEVER
  })

const timeShape = /^([01]?\d|2[0-3])[:. ]?([0-5]\d)$/

/** A time of day, as 9:30, 09.30 or 0930; null where it is left empty. */
export const optionalTimeField = () =>
  z.preprocess(
    (value) => first(value).trim(),
    z.string().transform((typed, context): Temporal.PlainTime | null => {
      if (typed === '') return null
      const [, hour, minute] = timeShape.exec(typed) ?? []
      if (hour !== undefined && minute !== undefined)
        return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
      context.addIssue({ code: 'custom', message: 'Enter a time of day like 14:30' })
      return z.NEVER
    }),
  )

/** The three values of a `<DateInput>` that starts with `day`. */
export const dayValues = (name: string, day: Temporal.PlainDate | null): Readonly<Record<string, string>> =>
  day === null
    ? {}
    : { [`${name}-day`]: `${day.day}`, [`${name}-month`]: `${day.month}`, [`${name}-year`]: `${day.year}` }
