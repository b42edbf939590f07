import { describe, expect, test } from 'vitest'
import { deriveObligations } from './derive.ts'
import { aContext, aPerson, day, inWords, ofStandard, owes, type Telling } from './testing.ts'

const takenOn = aPerson().admitted('2026-03-02', 'LEI').referred('2026-03-02').triaged('2026-03-03')
const assessed = takenOn.on('2026-03-10T10:00', { kind: 'assessment_completed', episodeId: 'e1' })
type Incident = Extract<Telling, { kind: 'incident' }>
type Test = Extract<Telling, { kind: 'test_result' }>

const anIncident = (told: Partial<Incident> = {}): Telling => ({
  kind: 'incident',
  what: 'fight',
  recordClass: 'incident',
  safetyConcern: false,
  toldOn: day('2026-04-07'),
  toldAt: day('2026-04-07') * 86_400_000 + 36_000_000,
  ...told,
})

const aTest = (told: Pick<Test, 'purpose' | 'recordClass' | 'result' | 'explained'>): Telling => ({
  kind: 'test_result',
  toldOn: day('2026-04-07'),
  toldAt: day('2026-04-07') * 86_400_000 + 36_000_000,
  ...told,
})

const riskPlan = { kind: 'risk_plan_agreed', lookAgainOn: null } as const

describe('after the assessment', () => {
  test('a risk plan the same day, a recovery plan within 5 working days', () => {
    expect(owes(takenOn, 'risk_plan')).toEqual([])
    expect(owes(assessed, 'risk_plan')).toEqual(['opens 2026-03-10, due 2026-03-10, owed, leeds team'])
    expect(owes(assessed, 'recovery_plan')).toEqual(['opens 2026-03-10, due 2026-03-17, owed, leeds team'])
    const made = assessed.on('2026-03-10', riskPlan).on('2026-03-18', { kind: 'recovery_plan_agreed' })
    expect(owes(made, 'risk_plan')).toEqual(['opens 2026-03-10, due 2026-03-10, met 2026-03-10, leeds team'])
    expect(owes(made, 'recovery_plan')).toEqual([
      'opens 2026-03-10, due 2026-03-17, met late 2026-03-18, leeds team',
    ])
  })

  test('a second assessment asks again only for what was made after the first', () => {
    const again = assessed.on('2026-04-10', { kind: 'assessment_completed', episodeId: 'e1' })
    expect(owes(again, 'recovery_plan')).toHaveLength(1)
    const made = assessed.on('2026-03-12', { kind: 'recovery_plan_agreed' })
    const afresh = made.on('2026-04-10', { kind: 'assessment_completed', episodeId: 'e1' })
    expect(owes(afresh, 'recovery_plan')).toHaveLength(2)
    expect(owes(afresh, 'risk_plan')).toHaveLength(1)
  })

  test('the team that holds the person then owes it, and nobody once they have left', () => {
    const moved = assessed.moved('2026-03-12', 'transfer_in', 'ISI')
    expect(owes(moved, 'recovery_plan')).toEqual(['opens 2026-03-10, due 2026-03-17, owed, isis team'])
    expect(owes(assessed.released('2026-03-13'), 'recovery_plan')).toEqual([
      'opens 2026-03-10, due 2026-03-12, no longer applicable 2026-03-13, leeds team',
    ])
  })

  test('assessed outside: the service that did it owes the plan', () => {
    const outside = aPerson()
      .on('2026-03-02', { kind: 'referral', episodeId: 'c1', setting: 'community' }, 'bradford')
      .on('2026-03-04', { kind: 'assessment_completed', episodeId: 'c1' }, 'bradford')
    expect(owes(outside, 'recovery_plan')).toEqual(['opens 2026-03-04, due 2026-03-11, owed, bradford'])
  })
})

describe('every 13 weeks', () => {
  const planned = assessed.on('2026-03-12', { kind: 'recovery_plan_agreed' })

  test('called for two weeks before, due 91 days after the last plan or review', () => {
    expect(owes(planned, 'plan_review')).toEqual(['opens 2026-05-28, due 2026-06-11, owed, leeds team'])
    expect(owes(planned.on('2026-05-01', { kind: 'plan_reviewed' }), 'plan_review')).toEqual([
      'opens 2026-05-01, due 2026-06-11, met 2026-05-01, leeds team',
      'opens 2026-07-17, due 2026-07-31, owed, leeds team',
    ])
  })

  test('agreed and reviewed on one day is one', () => {
    const twice = planned.on('2026-03-12T15:00', { kind: 'plan_reviewed' })
    expect(owes(twice, 'plan_review')).toEqual(['opens 2026-05-28, due 2026-06-11, owed, leeds team'])
  })

  test('by the number as it was set that day; not after treatment, nor after they have left', () => {
    const context = aContext([
      { name: 'Days between plan reviews', value: 84, from: day('2026-01-01'), to: null },
    ])
    expect(owes(planned, 'plan_review', context)[0]).toContain('due 2026-06-04')
    const over = planned.on('2026-04-20', {
      kind: 'episode_ended',
      episodeId: 'e1',
      setting: 'custody',
      reason: 'dropped_out',
    })
    expect(owes(over, 'plan_review')).toEqual([])
    expect(owes(planned.released('2026-05-30'), 'plan_review')[0]).toContain('no longer applicable')
  })
})

describe('what raises a risk', () => {
  const planned = assessed.on('2026-03-10T11:00', riskPlan)

  test('an ACCT: looked at within 3 working days; what was looked at before it does not count', () => {
    const acct = planned.on('2026-04-01T15:00', { kind: 'acct_opened' })
    expect(owes(acct, 'risk_review_acct')).toEqual(['opens 2026-04-01, due 2026-04-08, owed, leeds team'])
    const before = acct.on('2026-04-01T09:00', { kind: 'risk_reviewed', lookAgainOn: null })
    expect(owes(before, 'risk_review_acct')[0]).toContain('owed')
    expect(owes(acct.on('2026-04-02', riskPlan), 'risk_review_acct')[0]).toContain('met 2026-04-02')
  })

  test('without a plan nothing is looked at again', () => {
    expect(owes(assessed.on('2026-04-01', { kind: 'acct_opened' }), 'risk_review_acct')).toEqual([])
  })

  test('a screen that told of self-harm, suicide or an overdose', () => {
    const screened = planned.screened('2026-04-07', { safetyConcern: true })
    expect(owes(screened, 'risk_review_screen')).toEqual([
      'opens 2026-04-07, due 2026-04-10, owed, leeds team',
    ])
  })

  test('self-harm told at triage, in an assessment or to an instrument', () => {
    const triaged = planned.on('2026-04-07', {
      kind: 'triage',
      episodeId: 'e1',
      accepted: true,
      agreesToPassOn: true,
      safetyConcern: true,
    })
    const told = planned.on('2026-04-07', { kind: 'danger_told', safetyConcern: true })
    const scored = planned.on('2026-04-07', {
      kind: 'instrument_scored',
      instrument: 'phq_9',
      safetyConcern: true,
    })
    for (const story of [triaged, told, scored])
      expect(owes(story, 'risk_review_screen')).toEqual([
        'opens 2026-04-07, due 2026-04-10, owed, leeds team',
      ])
  })

  test('an incident, from the day it was told; what was looked at before does not answer it', () => {
    const found = planned.on('2026-04-01', anIncident({ toldOn: day('2026-04-07') }))
    expect(owes(found, 'risk_review_incident')).toEqual([
      'opens 2026-04-07, due 2026-04-10, owed, leeds team',
    ])
    const earlier = found.on('2026-04-02', { kind: 'risk_reviewed', lookAgainOn: null })
    expect(owes(earlier, 'risk_review_incident')[0]).toContain('owed')
    const after = found.on('2026-04-08', { kind: 'risk_reviewed', lookAgainOn: null })
    expect(owes(after, 'risk_review_incident')[0]).toContain('met 2026-04-08')
    const [owed] = ofStandard(deriveObligations(found.facts, aContext()), 'risk_review_incident')
    expect(owed?.recordClass).toBe('incident')
  })

  test.each([
    ['mandatory', 'incident', 'risk_review_mandatory_test'],
    ['voluntary', 'voluntary_test', 'risk_review_voluntary_test'],
    ['court', 'court_test', 'risk_review_court_test'],
    ['voluntary', 'recovery', 'risk_review_own_test'],
  ] as const)('a positive or refused %s test, in the class %s', (purpose, recordClass, standard) => {
    const of = (result: 'positive' | 'refused' | 'negative', explained = false) =>
      deriveObligations(
        planned.on('2026-04-07', aTest({ purpose, recordClass, result, explained })).facts,
        aContext(),
      ).filter(({ openedBy, standard: id }) => openedBy === 'f6' && id.startsWith('risk_review'))
    expect(of('refused').map((one) => [one.standard, one.recordClass])).toEqual([[standard, recordClass]])
    expect(of('positive').map(inWords)).toEqual(['opens 2026-04-07, due 2026-04-10, owed, leeds team'])
    expect(of('positive', true)).toEqual([])
    expect(of('negative')).toEqual([])
  })

  test('a test of healthcare tells nobody else, whatever it says', () => {
    const tested = planned.on(
      '2026-04-07',
      aTest({ purpose: 'clinical', recordClass: 'clinical', result: 'positive', explained: false }),
    )
    const owed = deriveObligations(tested.facts, aContext())
    expect(owed.filter(({ openedBy }) => openedBy === 'f6')).toEqual([])
  })

  test('a release date inside 14 days, once', () => {
    expect(owes(planned.leavesOn('2026-05-20'), 'risk_review_release')).toEqual([
      'opens 2026-05-06, due 2026-05-11, owed, leeds team',
    ])
    const early = planned
      .leavesOn('2026-05-20')
      .on('2026-05-01', { kind: 'risk_reviewed', lookAgainOn: null })
    expect(owes(early, 'risk_review_release')[0]).toContain('owed')
  })

  test('a release date asks for nothing without an onward need', () => {
    const over = planned.leavesOn('2026-05-20').on('2026-04-20', {
      kind: 'episode_ended',
      episodeId: 'e1',
      setting: 'custody',
      reason: 'completed_drug_free',
    })
    expect(owes(over, 'risk_review_release')).toEqual([])
    const back = over.leavesOn(null).released('2026-05-20').admitted('2026-08-03', 'LEI')
    expect(owes(back.leavesOn('2026-09-28'), 'risk_review_release')).toEqual([])
    const again = over.referred('2026-04-27', 'e2').triaged('2026-04-28', 'e2')
    expect(owes(again, 'risk_review_release')).toEqual(['opens 2026-05-06, due 2026-05-11, owed, leeds team'])
  })

  test('a return to custody while they are followed', () => {
    const back = planned.released('2026-04-20').admitted('2026-04-29', 'LEI')
    expect(owes(back, 'risk_review_return')).toEqual(['opens 2026-04-29, due 2026-05-05, owed, leeds team'])
  })

  test('the day that was agreed, a week before; kept by the next look however early', () => {
    const agreed = assessed.on('2026-03-10', { kind: 'risk_plan_agreed', lookAgainOn: day('2026-04-10') })
    expect(owes(agreed, 'risk_review_agreed')).toEqual(['opens 2026-04-03, due 2026-04-10, owed, leeds team'])
    const looked = agreed.on('2026-03-20', { kind: 'risk_reviewed', lookAgainOn: null })
    expect(owes(looked, 'risk_review_agreed')).toEqual([
      'opens 2026-03-20, due 2026-04-10, met 2026-03-20, leeds team',
    ])
    expect(owes(looked.released('2026-03-27'), 'risk_review_agreed')[0]).toContain('met 2026-03-20')
  })
})

describe('discharge', () => {
  const over = aPerson()
    .admitted('2026-11-02', 'LEI')
    .referred('2026-11-02')
    .triaged('2026-11-03')
    .on('2026-11-10', {
      kind: 'intervention_started',
      episodeId: 'e1',
      setting: 'custody',
      opioidSubstitution: false,
    })
    .on('2026-12-01', { kind: 'intervention_ended', episodeId: 'e1' })
    .on('2026-12-02', {
      kind: 'episode_ended',
      episodeId: 'e1',
      setting: 'custody',
      reason: 'completed_drug_free',
    })
  const told = (exitTopSettled: boolean) =>
    over.on('2026-12-02', { kind: 'discharge_told', episodeId: 'e1', exitTopSettled })

  test('a reason is not enough: what next, and the exit TOP or why not', () => {
    expect(owes(over, 'discharge')).toEqual(['opens 2026-12-01, due 2026-12-15, owed, leeds team'])
    expect(owes(told(false), 'discharge')[0]).toContain('owed')
    expect(owes(told(true), 'discharge')[0]).toContain('met 2026-12-02')
  })

  test('an exit TOP within 14 days either side settles it; one further off does not', () => {
    const top = (when: string) => told(false).on(when, { kind: 'top_recorded', stage: 'exit' })
    expect(owes(top('2026-12-10'), 'discharge')[0]).toContain('met 2026-12-10')
    expect(owes(top('2026-11-20'), 'discharge')[0]).toContain('met 2026-12-02')
    expect(owes(top('2026-12-20'), 'discharge')[0]).toContain('owed')
  })
})
