import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passesModulus11 } from './check-digits.ts'
import {
  parseChi,
  parseCrn,
  parseIdentifier,
  parseNhsNumber,
  parsePnc,
  parsePrisonNumber,
  showIdentifier,
} from './identifiers.ts'
import { type IdentifierKind, identifierNames } from './model.ts'

const value = (result: ReturnType<typeof parseCrn>) => (result.ok ? result.value : result.refusal.message)

const kinds = Object.keys(identifierNames) as IdentifierKind[]

describe('a prison number', () => {
  test.each([
    ['A1234BC', 'A1234BC'],
    [' a1234bc ', 'A1234BC'],
    ['\ufeffA1234 BC\r\n', 'A1234BC'],
    ['12345', '12345'],
    ['012 345', '012345'],
  ])('%j is kept as %s', (input, kept) => expect(value(parsePrisonNumber(input))).toBe(kept))

  test.each(['', 'A1234B', 'AA234BC', '1234', '1234567', 'A1234BC\0', 'A1234BÇ', 'A1234ß', 'A١٢٣٤BC'])(
    '%j is refused, with what to enter instead',
    (input) => expect(value(parsePrisonNumber(input))).toMatch(/^Enter a prison number.*like A1234BC/),
  )
})

describe('a CRN', () => {
  test('is a letter and six digits', () => expect(value(parseCrn('x 123456'))).toBe('X123456'))
  test('of another shape is refused', () => expect(value(parseCrn('1234567'))).toMatch(/^Enter a CRN/))
})

describe('a PNC number', () => {
  test.each([
    ['2001/0171310W', '2001/0171310W'],
    ['01/171310w', '2001/0171310W'],
    ['1979/0163001B', '1979/0163001B'],
    ['79/163001B', '1979/0163001B'],
  ])('%j is kept as %s', (input, kept) => expect(value(parsePnc(input))).toBe(kept))

  test('with another check letter is refused', () =>
    expect(value(parsePnc('2001/0171310X'))).toMatch(/last letter does not fit/))
  test('of another shape is refused', () => expect(value(parsePnc('2001-0171310W'))).toMatch(/^Enter a PNC/))
})

describe('an NHS number', () => {
  test('is shown 3-3-4', () => expect(showIdentifier('nhs_number', '9434765919')).toBe('943 476 5919'))
  test('may come with spaces or hyphens', () =>
    expect(value(parseNhsNumber('943-476 5919'))).toBe('9434765919'))
  test('of nothing but noughts is refused', () => expect(parseNhsNumber('0000000000').ok).toBe(false))
  test('whose check would be 10 does not exist', () =>
    expect([...'0123456789'].some((digit) => passesModulus11(`100000001${digit}`))).toBe(false))

  test('has exactly one check digit, or none, for any nine digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (nine) => {
        const fitting = [...'0123456789'].filter((digit) => passesModulus11(nine + digit))
        expect(fitting.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('with one digit mistyped never passes', () => {
    const anyDigits = fc.tuple(fc.stringMatching(/^\d{10}$/), fc.nat(9), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(anyDigits, ([digits, position, shift]) => {
        fc.pre(passesModulus11(digits))
        const wrong = String((Number(digits[position]) + shift) % 10)
        expect(passesModulus11(digits.slice(0, position) + wrong + digits.slice(position + 1))).toBe(false)
      }),
    )
  })
})

describe('a CHI number', () => {
  test('begins with a date of birth', () => expect(value(parseChi('010190 0015'))).toBe('0101900015'))
  test('of 31 February is refused', () => expect(value(parseChi('3102900014'))).toMatch(/^Enter a CHI/))
  test('of 29 February is known in a leap year of either century', () =>
    expect(value(parseChi('2902000000'))).not.toMatch(/^Enter/))
  test('is shown 6-4', () => expect(showIdentifier('chi', '0101900015')).toBe('010190 0015'))
})

test('no input whatever breaks a parser, and what is kept is kept again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary' }), (kind, input) => {
      const first = parseIdentifier(kind, input)
      if (first.ok) expect(parseIdentifier(kind, first.value)).toEqual(first)
      else expect(first.refusal.message).not.toBe('')
    }),
  )
})

test('padding and lower case never matter', () => {
  const padded = fc
    .array(fc.constantFrom(' ', '\ufeff', '\t', '\u00a0'), { maxLength: 3 })
    .map((pads) => pads.join(''))
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]\d{4}[A-Z]{2}$/), padded, padded, (number, before, after) => {
      expect(parsePrisonNumber(before + number.toLowerCase() + after)).toEqual({ ok: true, value: number })
    }),
  )
})
