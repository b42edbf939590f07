import { describe, expect, it } from 'vitest'
import type { Known } from './model.ts'
import { dueOn, whyMarked, whyNotExtended } from './rules.ts'

const known: Known = {
  own: new Set(['lee', 'whitaker', 'a1234bc']),
  ours: new Set(['rosa', 'example', 'leeds', 'bradford']),
}
const mark = (words: string, of = 'recovery', source = 'note') =>
  whyMarked({ source, class: of, words }, known)

const day = (text: string) => Temporal.PlainDate.from(text)

describe('the time to answer', () => {
  it.each([
    ['2026-11-20', '2026-12-21'],
    ['2026-01-31', '2026-03-02'],
    ['2028-01-31', '2028-02-29'],
    ['2026-11-30', '2026-12-30'],
  ])('of a request of %s ends on %s: a month on, past the weekend', (asked, due) => {
    expect(dueOn(day(asked), 'england').toString()).toBe(due)
  })

  it.each([
    ['2026-11-25', 'england', '2026-12-29'],
    ['2027-02-26', 'england', '2027-03-30'],
    ['2027-02-26', 'wales', '2027-03-30'],
    ['2027-02-26', 'scotland', '2027-03-29'],
    ['2027-02-28', 'england', '2027-03-30'],
    ['2025-12-02', 'england', '2026-01-02'],
    ['2025-12-02', 'scotland', '2026-01-05'],
    ['2026-06-13', 'england', '2026-07-13'],
    ['2026-06-13', 'northern_ireland', '2026-07-14'],
  ] as const)(
    'of a request of %s in %s ends on %s: past Christmas, Easter and New Year',
    (asked, nation, due) => {
      expect(dueOn(day(asked), nation).toString()).toBe(due)
    },
  )

  it('ends two or three months on where it was extended', () => {
    expect(dueOn(day('2026-11-20'), 'england', 2).toString()).toBe('2027-01-20')
    expect(dueOn(day('2026-09-25'), 'england', 3).toString()).toBe('2026-12-29')
  })

  const asked = { asked_on: day('2026-11-25'), nation: 'england', extension: null } as const

  it('may be extended within the first month alone, once, and not when it is over', () => {
    const open = { ...asked, state: 'in_review' } as const
    expect(whyNotExtended(open, day('2026-12-29'))).toBeNull()
    expect(whyNotExtended(open, day('2026-12-30'))).toContain('first month is over')
    expect(whyNotExtended({ ...open, extension: {} }, day('2026-12-01'))).toContain('extended before')
    expect(whyNotExtended({ ...asked, state: 'released' }, day('2026-12-01'))).toContain('is over')
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
