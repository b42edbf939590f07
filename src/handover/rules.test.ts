import { describe, expect, it } from 'vitest'
import {
  adviceOnAppointment,
  answerDue,
  callToMake,
  faultOfAppointment,
  faultOfBasis,
  faultOfPart,
  faultOfRinging,
  gapDays,
} from './rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-23')

describe('the day by which they answer', () => {
  it.each([
    ['five working days', null, '2026-11-30'],
    ['a release far off', '2027-02-01', '2026-11-30'],
    ['the last working day before release', '2026-11-27', '2026-11-26'],
    ['over a weekend', '2026-11-30', '2026-11-27'],
    ['leaving tomorrow: today', '2026-11-24', '2026-11-23'],
    ['left already', '2026-11-20', '2026-11-30'],
  ])('%s', (_name, release, due) => {
    expect(answerDue(today, 5, 'england', release === null ? null : day(release)).toString()).toBe(due)
  })

  it('today where the last working day before release has passed', () => {
    const sunday = day('2026-11-22')
    expect(answerDue(sunday, 5, 'england', day('2026-11-23')).toString()).toBe('2026-11-22')
  })
})

describe('the appointment', () => {
  const release = day('2026-11-26')
  it.each([
    ['2026-11-22', null, 'day'],
    ['2026-11-25', null, 'day'],
    ['2026-11-26', null, undefined],
    ['2026-12-17', null, undefined],
    ['2026-12-18', null, 'reason'],
    ['2026-12-18', 'They are closed', undefined],
  ])('%s, %s', (on, reason, field) => {
    expect(faultOfAppointment(day(on), today, release, reason)?.field).toBe(field)
  })

  it('is advised to be on day 1 to 3', () => {
    expect(adviceOnAppointment(day('2026-11-29'), release)).toBeNull()
    expect(adviceOnAppointment(day('2026-11-30'), release)).toContain('day 4')
    expect(adviceOnAppointment(day('2026-11-30'), null)).toBeNull()
  })
})

describe('what carries what', () => {
  it('a basis needs what makes it one', () => {
    expect(faultOfBasis(null, null, true)).not.toBeNull()
    expect(faultOfBasis('agreed_now', null, false)).toBeNull()
    expect(faultOfBasis('agreed_at_triage', null, true)).toBeNull()
    expect(faultOfBasis('vital_interests', '  ', true)).not.toBeNull()
  })

  it.each([
    ['agreed_now', 'coordinator', true],
    ['direct_care', 'coordinator', false],
    ['direct_care', 'clinical', true],
    ['vital_interests', 'coordinator', true],
    ['public_task', 'clinical', false],
  ] as const)('clinical notes on %s by %s: %s', (basis, role, goes) => {
    expect(faultOfPart('clinical', basis, role) === null).toBe(goes)
  })
})

it('nobody rings the dead, whoever is inside, or who left nobody knows why', () => {
  const free = { died: false, reasonUnknown: false, inCustody: false, safeToRing: 'person' } as const
  expect(faultOfRinging(free)).toBeNull()
  for (const changed of [{ died: true }, { reasonUnknown: true }, { inCustody: true }])
    expect(faultOfRinging({ ...free, ...changed })).not.toBeNull()
})

it('days without medicine are those between the doses', () => {
  expect(gapDays(day('2026-11-26'), day('2026-11-27'))).toBe(0)
  expect(gapDays(day('2026-11-26'), day('2026-11-29'))).toBe(2)
})

describe('the call that is to be made', () => {
  it.each([
    ['none on the day of release', 0, [], null],
    ['today’s', 3, [1], 3],
    ['none once it was made', 3, [1, 3], null],
    ['one that was left out', 5, [1], 3],
    ['none where somebody tried since', 5, [1, 4], null],
  ])('%s', (_name, on, tried, call) => {
    expect(callToMake(on, tried)).toBe(call)
  })
})
