import { describe, expect, it } from 'vitest'
import type { Known } from './model.ts'
import { dueOn, whyMarked } from './rules.ts'

const known: Known = {
  own: new Set(['lee', 'whitaker', 'a1234bc']),
  ours: new Set(['rosa', 'example', 'leeds', 'bradford']),
}
const mark = (words: string, of = 'recovery', source = 'note') =>
  whyMarked({ source, class: of, words }, known)

describe('the month to answer', () => {
  it.each([
    ['2026-11-20', '2026-12-21'],
    ['2026-01-31', '2026-03-02'],
    ['2028-01-31', '2028-02-29'],
    ['2026-11-30', '2026-12-30'],
  ])('of %s ends on %s', (asked, due) => {
    expect(dueOn(Temporal.PlainDate.from(asked)).toString()).toBe(due)
  })
})

describe('a passage', () => {
  it.each([
    ['Met on the wing. Doing well with the plan.', null],
    ['Spoke with Lee about Bradford and Rosa.', null],
    ['Worries about Mary Donnelly.', 'May name somebody else: Mary Donnelly'],
    ['Mary is worried.', 'May name somebody else: Mary'],
    ['Wants to live with his mother again.', 'Speaks of somebody else: mother'],
    ['The officer says that he kept to himself.', 'May hold what somebody else said'],
  ])('%s → %s', (words, why) => {
    expect(mark(words)).toBe(why)
  })

  it('of safeguarding, of health, and of another service is always looked at', () => {
    expect(mark('Well.', 'safeguarding')).toContain('Safeguarding')
    expect(mark('Well.', 'clinical')).toContain('Health')
    expect(mark('Well.', 'handover', 'handover_message')).toBe('Told by somebody else')
  })
})
