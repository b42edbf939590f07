import { expect, test } from 'vitest'
import { aPerson, owes } from './testing.ts'

// 2 March 2026 is a Monday.
const takenOn = aPerson().admitted('2026-03-02', 'LEI').referred('2026-03-02').triaged('2026-03-03')

test('taken on, somebody is assessed within five working days', () => {
  expect(owes(takenOn, 'comprehensive_assessment')).toEqual([
    'opens 2026-03-03, due 2026-03-10, owed, leeds team',
  ])
  const assessed = takenOn.on('2026-03-09', { kind: 'assessment_completed', episodeId: 'e1' })
  expect(owes(assessed, 'comprehensive_assessment')).toEqual([
    'opens 2026-03-03, due 2026-03-10, met 2026-03-09, leeds team',
  ])
})

test('not where the triage turned them away, and no longer when they left', () => {
  const declined = aPerson()
    .admitted('2026-03-02', 'LEI')
    .on('2026-03-03', { kind: 'triage', episodeId: null, accepted: false, agreesToPassOn: false })
  expect(owes(declined, 'comprehensive_assessment')).toEqual([])
  expect(owes(takenOn.released('2026-03-06', 'unplanned'), 'comprehensive_assessment')).toEqual([
    'opens 2026-03-03, due 2026-03-10, no longer applicable 2026-03-06, leeds team',
  ])
})

test('the new team owes what the old one did not do', () => {
  expect(owes(takenOn.moved('2026-03-05', 'transfer_in', 'ISI'), 'comprehensive_assessment')).toEqual([
    'opens 2026-03-03, due 2026-03-10, owed, isis team',
  ])
})

const danger = [
  [
    'a triage',
    { kind: 'triage', episodeId: 'e1', accepted: true, agreesToPassOn: true, safetyConcern: true },
  ],
  ['PHQ-9', { kind: 'instrument_scored', instrument: 'phq_9', safetyConcern: true }],
  ['a part of an assessment', { kind: 'danger_told', safetyConcern: true }],
] as const

test.each(danger)('whatever form told of a danger to life: %s', (_form, fact) => {
  const told = takenOn.on('2026-03-05T10:00', fact)
  expect(owes(told, 'immediate_safety')).toEqual(['opens 2026-03-05, due 2026-03-05, owed, leeds team'])
  const early = told.on('2026-03-05T09:00', { kind: 'safety_response' })
  expect(owes(early, 'immediate_safety')).toEqual(['opens 2026-03-05, due 2026-03-05, owed, leeds team'])
  const answered = told.on('2026-03-05T10:05', { kind: 'safety_response' })
  expect(owes(answered, 'immediate_safety')).toEqual([
    'opens 2026-03-05, due 2026-03-05, met 2026-03-05, leeds team',
  ])
})
