import { describe, expect, it } from 'vitest'
import { acceptedStep, codeOf, keyInGroups, newKey, stepAt } from './totp.ts'

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const never = -1

/** The key of RFC 6238, appendix B: "12345678901234567890" in base32. */
const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('one-time codes', () => {
  it.each([
    ['1970-01-01T00:00:59Z', '287082'],
    ['2005-03-18T01:58:29Z', '081804'],
    ['2009-02-13T23:31:30Z', '005924'],
    ['2033-05-18T03:33:20Z', '279037'],
    ['2603-10-11T11:33:20Z', '353130'],
  ])('at %s are those of RFC 6238', (instant, code) => {
    expect(codeOf(key, stepAt(at(instant)))).toBe(code)
  })

  it('are taken half a minute early and late, and no further', () => {
    const code = codeOf(key, stepAt(at('2026-11-23T08:55:00Z')))
    const taken = (now: string): boolean => acceptedStep(key, code, at(now), never) !== null
    expect(taken('2026-11-23T08:54:29.999Z')).toBe(false)
    expect(taken('2026-11-23T08:54:30Z')).toBe(true)
    expect(taken('2026-11-23T08:55:29.999Z')).toBe(true)
    expect(taken('2026-11-23T08:55:59.999Z')).toBe(true)
    expect(taken('2026-11-23T08:56:00Z')).toBe(false)
  })

  it('turn over the same where clocks are put back', () => {
    const before = at('2026-10-25T00:59:59Z')
    const after = at('2026-10-25T01:00:00Z')
    expect(stepAt(after)).toBe(stepAt(before) + 1)
    expect(acceptedStep(key, codeOf(key, stepAt(before)), after, never)).toBe(stepAt(before))
  })

  it('are never taken twice, nor one that is older than the last taken', () => {
    const now = at('2026-11-23T08:55:10Z')
    const step = stepAt(now)
    expect(acceptedStep(key, codeOf(key, step), now, step)).toBeNull()
    expect(acceptedStep(key, codeOf(key, step - 1), now, step)).toBeNull()
    expect(acceptedStep(key, codeOf(key, step + 1), now, step)).toBe(step + 1)
  })

  it('may be typed with spaces, and nothing else counts', () => {
    const now = at('2026-11-23T08:55:10Z')
    const code = codeOf(key, stepAt(now))
    expect(acceptedStep(key, ` ${code.slice(0, 3)} ${code.slice(3)} `, now, never)).toBe(stepAt(now))
    for (const typed of ['', code.slice(1), `${code}0`, '٠١٢٣٤٥'])
      expect(acceptedStep(key, typed, now, never)).toBeNull()
  })

  it('come from keys of 160 bits that are never the same', () => {
    expect(newKey()).toMatch(/^[A-Z2-7]{32}$/)
    expect(newKey()).not.toBe(newKey())
    expect(keyInGroups(key)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  })
})
