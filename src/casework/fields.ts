import { z } from 'zod'
import { parseDay, parseMoment } from '../platform/moments.ts'
import { datePartNames, type FormValues, typedValue } from '../platform/ui/index.ts'

const twoDigits = (part: string): string => (/^\d$/.test(part) ? `0${part}` : part)

const joined = (typed: FormValues, name: string): string => {
  const names = datePartNames(name)
  const [day, month, year] = [names.day, names.month, names.year].map((part) =>
    typedValue(typed, part).trim(),
  )
  return day === '' && month === '' && year === ''
    ? ''
    : `${year}-${twoDigits(month ?? '')}-${twoDigits(day ?? '')}`
}

/** Gives a form's schema each of its dates under one name (`day` from `day-day`, `day-month`, `day-year`). */
export const withDays = <Body>(names: readonly string[], body: z.ZodType<Body>): z.ZodType<Body> =>
  z.preprocess((typed) => {
    const given = z.record(z.string(), z.union([z.string(), z.array(z.string())])).parse(typed)
    return { ...given, ...Object.fromEntries(names.map((name) => [name, joined(given, name)])) }
  }, body)

/** A day that must be there; `missing` says what to enter. */
export const dayField = (missing: string) =>
  z.string().transform((text, context) => {
    const day = text === '' ? null : parseDay(text)
    if (day !== null) return day
    const message =
      text === '' ? missing : 'There is no such day. Enter day, month and year, such as 27 3 2026'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** What a date's three fields start with. */
export const dayValues = (name: string, day: Temporal.PlainDate): FormValues => {
  const names = datePartNames(name)
  return { [names.day]: String(day.day), [names.month]: String(day.month), [names.year]: String(day.year) }
}

const most = 4000

/** Words that may be left out: null where there are none. */
export const wordsField = (limit = most) =>
  z
    .string()
    .trim()
    .max(limit, `At most ${limit} characters. Make it shorter`)
    .default('')
    .transform((text) => (text === '' ? null : text))

/** One answer of several; `missing` says what to choose. */
export const choiceField = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  missing: string,
) => z.enum(values, { error: missing })

/** A time such as 09:30, or nothing. */
export const timeField = () =>
  z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || /^([01]?\d|2[0-3])[:.][0-5]\d$/.test(text), 'Enter a time such as 09:30')
    .transform((text) => (text === '' ? null : text.replace('.', ':').padStart(5, '0')))

/** A day and a time of that day in London as a moment; null without a time. */
export const momentOf = (day: Temporal.PlainDate, time: string | null): Temporal.Instant | null =>
  time === null ? null : parseMoment(`${day.toString()}T${time}`)

/** The keys of a table of words, as the choices of a field. */
export const choicesOf = <Value extends string>(words: Readonly<Record<Value, string>>) =>
  (Object.entries(words) as [Value, string][]).map(([value, text]) => ({ value, text }))
