import { type Result, refused } from '../platform/result.ts'
import { parseNhsNumber, parsePrisonNumber } from './identifiers.ts'

/** A whole prison number or NHS number, as somebody typed it; a refusal that says what to enter instead. */
export const exactNumber = (typed: string): Result<string> => {
  const prison = parsePrisonNumber(typed.trim())
  if (prison.ok) return prison
  const nhs = parseNhsNumber(typed.trim())
  return nhs.ok || /^[\d\s-]{10,}$/.test(typed.trim())
    ? nhs
    : refused(
        'invalid',
        'Enter a whole prison number, like A1234BC, or a whole NHS number, like 943 476 5919',
      )
}
