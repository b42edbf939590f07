import { ok, type Result, refused } from '../platform/result.ts'
import { passesModulus11, pncCheckLetter } from './check-digits.ts'
import type { IdentifierKind } from './model.ts'

/** What people and files put around and inside a number: spaces of every kind, byte-order marks, hyphens. */
const padding = /[\s\u200b-\u200d\u2060\ufeff-]/g

/** Only the letters a to z are raised: JavaScript would make "SS" of a German ß. */
const compact = (input: string): string =>
  input.replace(padding, '').replace(/[a-z]/g, (letter) => letter.toUpperCase())

/**
 * A prison number: English and Welsh `A1234BC`, or Scottish, five or six digits. Neither has a check digit.
 * Refused with a sentence that says what to enter.
 */
export const parsePrisonNumber = (input: string): Result<string> => {
  const number = compact(input)
  return /^(?:[A-Z]\d{4}[A-Z]{2}|\d{5,6})$/.test(number)
    ? ok(number)
    : refused(
        'invalid',
        'Enter a prison number as a letter, four digits and two letters, like A1234BC, or as five or six digits for Scotland',
      )
}

/** A probation case number (CRN): a letter and six digits, without a check digit. */
export const parseCrn = (input: string): Result<string> => {
  const number = compact(input)
  return /^[A-Z]\d{6}$/.test(number)
    ? ok(number)
    : refused('invalid', 'Enter a CRN as a letter and six digits, like X123456')
}

/** A two-digit year of a PNC number, as four: the register's oldest are of the 1950s. */
const fullYear = (year: string): string =>
  year.length === 4 ? year : `${Number(year) >= 50 ? '19' : '20'}${year}`

/** A PNC number, kept as `YYYY/NNNNNNNL`: the serial is padded, the year made four digits, the letter checked. */
export const parsePnc = (input: string): Result<string> => {
  const parts = /^((?:19|20)?\d{2})\/(\d{1,7})([A-Z])$/.exec(compact(input))
  if (parts === null)
    return refused(
      'invalid',
      'Enter a PNC number as a year, a slash, seven digits and a letter, like 2001/0171310W',
    )
  const [, year = '', digits = '', letter = ''] = parts
  const serial = digits.padStart(7, '0')
  return pncCheckLetter(year.slice(-2) + serial) === letter
    ? ok(`${fullYear(year)}/${serial}${letter}`)
    : refused('invalid', 'Check the PNC number: its last letter does not fit its digits')
}

/** An NHS number, kept as ten digits; its check digit must fit. */
export const parseNhsNumber = (input: string): Result<string> => {
  const number = compact(input)
  if (!/^\d{10}$/.test(number))
    return refused('invalid', 'Enter an NHS number as ten digits, like 943 476 5919')
  return passesModulus11(number) && number !== '0000000000'
    ? ok(number)
    : refused('invalid', 'Check the NHS number: its last digit does not fit the others')
}

/** Whether `DDMMYY` names a day in the 1900s or the 2000s. */
const isBirthDay = (ddmmyy: string): boolean => {
  const day = Number(ddmmyy.slice(0, 2))
  const month = Number(ddmmyy.slice(2, 4))
  const year = 2000 + Number(ddmmyy.slice(4, 6))
  if (day < 1 || month < 1 || month > 12) return false
  const inThisCentury = Temporal.PlainYearMonth.from({ year, month }).daysInMonth
  return day <= Math.max(inThisCentury, Temporal.PlainYearMonth.from({ year: year - 100, month }).daysInMonth)
}

/** A Scottish CHI number, kept as ten digits: a date of birth, three digits and a check digit. */
export const parseChi = (input: string): Result<string> => {
  const number = compact(input)
  if (!/^\d{10}$/.test(number) || !isBirthDay(number))
    return refused(
      'invalid',
      'Enter a CHI number as ten digits that begin with the date of birth, like 010190 0015',
    )
  return passesModulus11(number)
    ? ok(number)
    : refused('invalid', 'Check the CHI number: its last digit does not fit the others')
}

const parsers: Readonly<Record<IdentifierKind, (input: string) => Result<string>>> = {
  prison_number: parsePrisonNumber,
  crn: parseCrn,
  pnc: parsePnc,
  nhs_number: parseNhsNumber,
  chi: parseChi,
}

/** Any identifier in its normal form, or why it cannot be one. Shapes and checks: domain facts, section 5.7. */
export const parseIdentifier = (kind: IdentifierKind, input: string): Result<string> => parsers[kind](input)

/** A number as people read it: NHS numbers 3-3-4, CHI numbers 6-4, all others as they are kept. */
export const showIdentifier = (kind: IdentifierKind, value: string): string => {
  if (kind === 'nhs_number') return `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`
  return kind === 'chi' ? `${value.slice(0, 6)} ${value.slice(6)}` : value
}
