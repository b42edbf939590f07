import { expect, test } from 'vitest'
import { aContext, aPerson, day, owes } from './testing.ts'

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

const treated = takenOn.on('2026-03-16', {
  kind: 'intervention_started',
  episodeId: 'e1',
  setting: 'custody',
  opioidSubstitution: false,
})

test('TOP at the start of treatment, from 14 days before it to 14 days after', () => {
  expect(owes(treated, 'top_start')).toEqual(['opens 2026-03-16, due 2026-03-30, owed, leeds team'])
  expect(owes(takenOn, 'top_start')).toEqual([])
  const [before] = owes(treated.on('2026-03-04', { kind: 'top_recorded', stage: 'start' }), 'top_start')
  expect(before).toContain('met 2026-03-04')
  expect(owes(treated.on('2026-03-20', { kind: 'top_recorded', stage: 'review' }), 'top_start')).toEqual([
    'opens 2026-03-16, due 2026-03-30, owed, leeds team',
  ])
})

test('how far before the start a TOP counts is a setting', () => {
  const early = treated.on('2026-03-04', { kind: 'top_recorded', stage: 'start' })
  const name = 'Days either side of the start of treatment for TOP'
  const aWeek = aContext([{ name, value: 7, from: day('2026-01-01'), to: null }])
  expect(owes(early, 'top_start')[0]).toContain('met 2026-03-04')
  expect(owes(early, 'top_start', aWeek)[0]).toContain('owed')
})

test('TOP again every 26 weeks, counted from the last review', () => {
  expect(owes(treated, 'top_review')).toEqual(['opens 2026-03-17, due 2026-09-14, owed, leeds team'])
  const reviewed = treated.on('2026-08-31', { kind: 'top_recorded', stage: 'review' })
  expect(owes(reviewed, 'top_review')).toEqual([
    'opens 2026-03-17, due 2026-09-14, met 2026-08-31, leeds team',
    'opens 2026-09-01, due 2027-03-01, owed, leeds team',
  ])
})

test('a review before day 29 is still the start', () => {
  const early = treated.on('2026-04-01', { kind: 'top_recorded', stage: 'review' })
  expect(owes(early, 'top_review')).toHaveLength(1)
})

test('Scotland owes no TOP, but an assessment', () => {
  const scots = aPerson()
    .admitted('2026-03-02', 'BLI')
    .referred('2026-03-02')
    .triaged('2026-03-03')
    .on('2026-03-16', {
      kind: 'intervention_started',
      episodeId: 'e1',
      setting: 'custody',
      opioidSubstitution: false,
    })
  expect(owes(scots, 'top_start')).toEqual([])
  expect(owes(scots, 'top_review')).toEqual([])
  expect(owes(scots, 'comprehensive_assessment')).toHaveLength(1)
})
