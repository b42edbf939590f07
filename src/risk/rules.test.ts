import { describe, expect, it } from 'vitest'
import { describeFact } from '../assessment/index.ts'
import { plainDate } from '../platform/day.ts'
import {
  carriedOver,
  faultOfRiskPlan,
  lookAgainOn,
  overdoseStands,
  riskLines,
  toleranceWarning,
} from './rules.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const high = { overdose_level: 'high', overdose_do: 'Kit and training', overdose_again: '2026-12-01' }

describe('a risk plan', () => {
  it('lists what stands, the greatest first, and leaves out what was not asked', () => {
    const lines = riskLines({ violence_level: 'low', ...high, diversion_level: 'none' })
    expect(lines.map(({ risk, level }) => `${risk.name} ${level}`)).toEqual([
      'overdose high',
      'violence low',
      'diversion none',
    ])
    expect(lines[0]?.parts.map(({ part }) => part)).toEqual(['do', 'again'])
  })

  it('says nothing of a risk that is not there any more, whatever was typed before', () => {
    expect(riskLines({ ...high, overdose_level: 'none' })[0]?.parts).toEqual([])
    expect(lookAgainOn({ ...high, overdose_level: 'none' })).toBeNull()
  })

  it('is looked at again on the first of the days that were agreed', () => {
    const two = { ...high, violence_level: 'low', violence_again: '2026-11-27' }
    expect(plainDate(lookAgainOn(two) ?? 0).toString()).toBe('2026-11-27')
    expect(lookAgainOn({ overdose_level: 'low' })).toBeNull()
  })

  it('needs something done about a medium or high risk, and a day for a high one', () => {
    expect(faultOfRiskPlan(high, today)).toBeNull()
    expect(faultOfRiskPlan({ overdose_level: 'medium' }, today)?.field).toBe('overdose_do')
    expect(faultOfRiskPlan({ overdose_level: 'high', overdose_do: 'Kit' }, today)?.field).toBe(
      'overdose_again',
    )
    expect(faultOfRiskPlan({ overdose_level: 'low' }, today)).toBeNull()
    expect(faultOfRiskPlan({ ...high, overdose_again: '2026-11-22' }, today)?.message).toContain(
      'a day to come',
    )
  })

  it('begins from the last one, without days that have passed', () => {
    const kept = carriedOver({ ...high, violence_again: '2026-11-22' }, today)
    expect(kept).toEqual(high)
  })

  it('reads back in the words that were asked', () => {
    const rows = describeFact('risk_plan_agreed', high).rows
    expect(rows).toContainEqual({ question: 'Overdose', answer: 'High' })
    expect(rows).toContainEqual({ question: 'Overdose: what we do', answer: 'Kit and training' })
  })
})

describe('tolerance', () => {
  const inside = (admitted: string) =>
    toleranceWarning({ inside: true, admittedOn: Temporal.PlainDate.from(admitted), releasedOn: null }, today)

  it('may be lost after three days in custody', () => {
    expect(inside('2026-11-21')).toBeNull()
    expect(inside('2026-11-20')).toContain('In custody for 3 days')
    expect(inside('2026-08-10')).toContain('In custody for 15 weeks. Tolerance may be lost')
  })

  it('is warned of for four weeks after release, and not of somebody who never was inside', () => {
    const left = (released: string) =>
      toleranceWarning(
        {
          inside: false,
          admittedOn: Temporal.PlainDate.from('2026-06-01'),
          releasedOn: Temporal.PlainDate.from(released),
        },
        today,
      )
    expect(left('2026-11-18')).toContain('Left custody 5 days ago, after 5 months')
    expect(left('2026-10-20')).toBeNull()
    expect(toleranceWarning({ inside: false, admittedOn: null, releasedOn: null }, today)).toBeNull()
  })

  it('belongs to a risk of overdose that stands', () => {
    expect(overdoseStands({ overdose_level: 'medium' })).toBe(true)
    expect(overdoseStands({ overdose_level: 'low' })).toBe(false)
  })
})
