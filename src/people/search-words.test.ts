import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSearch } from './search-words.ts'

const today = Temporal.PlainDate.from('2026-11-23')

const read = (typed: string): string => {
  const found = readSearch(typed, today)
  if (!found.ok) return `! ${found.refusal.message}`
  const { names, number, birth } = found.value
  return [number === null ? null : `${number.kind} ${number.value}`, names, birth?.toString()]
    .filter((part) => part != null)
    .join(' | ')
}

describe('one box for every way of searching', () => {
  test.each([
    ['a1234bc', 'prison_number A1234BC'],
    ['012345', 'prison_number 012345'],
    ['x123456', 'crn X123456'],
    ['943 476 5919', 'nhs_number 9434765919'],
    ['2001/0171310W', 'pnc 2001/0171310W'],
    ['Whitaker A1234BC', 'prison_number A1234BC'],
    ['lee whittaker', 'lee whittaker'],
    ["O'Neill-Smith", "O'Neill-Smith"],
    ['4/3/1989', '1989-03-04'],
    ['04-03-89', '1989-03-04'],
    ['1989-3-4', '1989-03-04'],
    ['Whitaker 4 March 1989', 'Whitaker | 1989-03-04'],
    ['4.3.1989 Lee Whitaker', 'Lee Whitaker | 1989-03-04'],
    ['Łukasz Żak', 'Łukasz Żak'],
  ])('%s', (typed, meant) => expect(read(typed)).toBe(meant))

  test.each([
    ['31/2/1989', '! There is no such day as 31/2/1989'],
    ['943 476 5918', '! Check the NHS number'],
    ['', '! Type a number, a name or a date of birth'],
    ['%%%', '! Type a number'],
  ])('%j is refused with what to type', (typed, words) => expect(read(typed)).toContain(words))

  test('whatever is typed, there is an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        expect(read(typed)).not.toBe('')
      }),
    )
  })
})
