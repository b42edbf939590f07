import { parseDay } from '../platform/moments.ts'
import { ok, type Result, refused } from '../platform/result.ts'
import { parseIdentifier } from './identifiers.ts'
import type { IdentifierKind } from './model.ts'

/** What somebody searches by: a number alone, or names and a date of birth, together or one of them. */
export interface Search {
  readonly names: string | null
  readonly number: { readonly kind: IdentifierKind; readonly value: string } | null
  readonly birth: Temporal.PlainDate | null
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const isoDate = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/
const numbered = /(?<!\d)(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})(?!\d)/
const named =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th)? +(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* +(\d{4})(?!\d)/i

const two = (digits: string): string => digits.padStart(2, '0')

/** A year of two digits is of a person alive: the last that is not in the future. */
const fullYear = (year: string, today: Temporal.PlainDate): string => {
  if (year.length === 4) return year
  const inThisCentury = 2000 + Number(year)
  return String(inThisCentury > today.year ? inThisCentury - 100 : inThisCentury)
}

interface FoundDate {
  readonly text: string
  readonly day: Temporal.PlainDate | null
}

const dateIn = (typed: string, today: Temporal.PlainDate): FoundDate | null => {
  const iso = isoDate.exec(typed)
  if (iso !== null) {
    const [text, year = '', month = '', day = ''] = iso
    return { text, day: parseDay(`${year}-${two(month)}-${two(day)}`) }
  }
  const other = numbered.exec(typed) ?? named.exec(typed)
  if (other === null) return null
  const [text, day = '', month = '', year = ''] = other
  const position = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const number = position > 0 ? String(position) : month
  return { text, day: parseDay(`${fullYear(year, today)}-${two(number)}-${two(day)}`) }
}

const kinds: readonly IdentifierKind[] = ['prison_number', 'crn', 'nhs_number', 'chi', 'pnc']

const numberIn = (text: string): Search['number'] => {
  for (const kind of kinds) {
    const parsed = parseIdentifier(kind, text)
    if (parsed.ok) return { kind, value: parsed.value }
  }
  return null
}

const tenDigits = /^[\d\s-]{10,}$/

/** A number that stands by itself, or among the words: "Whitaker A1234BC". */
const numberAmong = (typed: string): Search['number'] => {
  const whole = numberIn(typed)
  if (whole !== null) return whole
  for (const word of typed.split(/\s+/)) {
    const found = /\d/.test(word) ? numberIn(word) : null
    if (found !== null) return found
  }
  return null
}

const withoutDate = (typed: string, { text }: FoundDate): string => typed.replace(text, ' ')

/** Letters are words to search by; digits and signs around them are not. */
const namesIn = (typed: string): string | null => {
  const words = typed
    .replace(/[^\p{L}\p{M}'’ -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return /\p{L}/u.test(words) ? words.slice(0, 200) : null
}

/**
 * What was typed into the one search box: a number of any kind, names, a date of birth, or names with a date.
 * Refused with what to type instead.
 */
export const readSearch = (typed: string, today: Temporal.PlainDate): Result<Search> => {
  const date = dateIn(typed, today)
  const number = date?.day == null ? numberAmong(typed) : null
  if (number !== null) return ok({ names: null, number, birth: null })
  if (date !== null && date.day === null)
    return refused('invalid', `There is no such day as ${date.text.trim()}: type a date like 4 3 1989`, 'q')
  if (date === null && tenDigits.test(typed.trim())) {
    const parsed = parseIdentifier('nhs_number', typed)
    if (!parsed.ok) return refused('invalid', parsed.refusal.message, 'q')
  }
  const names = namesIn(date === null ? typed : withoutDate(typed, date))
  if (names === null && date === null)
    return refused('invalid', 'Type a number, a name or a date of birth to search by', 'q')
  return ok({ names, number: null, birth: date?.day ?? null })
}
