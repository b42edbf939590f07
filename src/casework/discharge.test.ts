import { describe, expect, it } from 'vitest'
import { faultOfExit, usualExit } from './discharge.ts'
import { dischargeBody, toldIn } from './discharge-answers.ts'

describe('what ends with an episode', () => {
  it('ends as its reason says, in ways that go together', () => {
    expect(usualExit('completed_drug_free')).toBe('planned')
    expect(faultOfExit('completed_drug_free', 'unplanned')).toContain('agreed and planned')
    expect(usualExit('dropped_out')).toBe('unplanned')
    expect(faultOfExit('dropped_out', 'planned')).toBeNull()
    expect(faultOfExit('transferred_not_in_custody', 'died')).not.toBeNull()
    expect(usualExit('died')).toBe('died')
  })
})

describe('what is said at a discharge', () => {
  const typed = (more: Record<string, string>) =>
    dischargeBody.parse({
      reason: 'completed_drug_free',
      'day-day': '23',
      'day-month': '11',
      'day-year': '2026',
      next: 'Mutual aid',
      ...more,
    })
  const treated = { recorded: false, nation: 'england', treated: true } as const

  it('is what next, and the exit TOP or why not', () => {
    expect(toldIn(typed({ next: '' }), treated)).toMatchObject({ field: 'next' })
    expect(toldIn(typed({}), treated)).toMatchObject({ field: 'top' })
    expect(toldIn(typed({ top: 'not_done' }), treated)).toMatchObject({ field: 'top_why' })
    expect(toldIn(typed({ top: 'not_done', top_why: 'Left' }), treated)).toMatchObject({
      exitTop: { said: 'not_done', why: 'Left' },
    })
    expect(toldIn(typed({ top: 'later' }), treated)).toMatchObject({ exitTop: { said: 'later' } })
  })

  it('asks for no TOP that is recorded, nor in Scotland, nor of somebody who has died', () => {
    expect(toldIn(typed({}), { ...treated, recorded: true })).toMatchObject({ exitTop: { said: 'recorded' } })
    expect(toldIn(typed({}), { ...treated, nation: 'scotland' })).toMatchObject({ exitTop: null })
    expect(toldIn(typed({ reason: 'died' }), treated)).toMatchObject({ exitTop: { said: 'not_done' } })
  })
})
