import { expect, test } from 'vitest'
import { aContext, aPerson, day, owes } from './testing.ts'

const takenOn = aPerson().admitted('2026-03-02', 'LEI').referred('2026-03-02').triaged('2026-03-03')

test('taken on: a named worker within 2 working days', () => {
  expect(owes(takenOn, 'allocated_worker')).toEqual(['opens 2026-03-03, due 2026-03-05, owed, leeds team'])
  const allocated = takenOn.on('2026-03-06', { kind: 'worker_allocated', episodeId: 'e1' })
  expect(owes(allocated, 'allocated_worker')).toEqual([
    'opens 2026-03-03, due 2026-03-05, met late 2026-03-06, leeds team',
  ])
})

test('the only worker leaves: another is to be named; one of two leaves: nothing is owed', () => {
  const one = takenOn.on('2026-03-04', { kind: 'worker_allocated', episodeId: 'e1' })
  const alone = one.on('2026-03-13', { kind: 'allocation_ended', episodeId: 'e1' })
  expect(owes(alone, 'allocated_worker')[1]).toBe('opens 2026-03-13, due 2026-03-17, owed, leeds team')
  const two = one.on('2026-03-10', { kind: 'worker_allocated', episodeId: 'e1' })
  expect(
    owes(two.on('2026-03-13', { kind: 'allocation_ended', episodeId: 'e1' }), 'allocated_worker'),
  ).toHaveLength(1)
})

test('given back on the day of triage, or before it: a worker is still to be named', () => {
  const allocated = { kind: 'worker_allocated', episodeId: 'e1' } as const
  const givenBack = { kind: 'allocation_ended', episodeId: 'e1' } as const
  const sameDay = takenOn.on('2026-03-03', allocated).on('2026-03-03T23:59', givenBack)
  expect(owes(sameDay, 'allocated_worker')).toEqual([
    'opens 2026-03-03, due 2026-03-05, met 2026-03-03, leeds team',
    'opens 2026-03-03, due 2026-03-05, owed, leeds team',
  ])
  expect(owes(sameDay.on('2026-03-04', allocated), 'allocated_worker')[1]).toContain('met 2026-03-04')
  const before = takenOn.on('2026-03-02', allocated).on('2026-03-02T23:59', givenBack)
  expect(owes(before, 'allocated_worker')).toEqual(['opens 2026-03-03, due 2026-03-05, owed, leeds team'])
})

test('no worker is named for somebody who has left; back without one, somebody is', () => {
  const left = takenOn
    .on('2026-03-04', { kind: 'worker_allocated', episodeId: 'e1' })
    .released('2026-03-20')
    .on('2026-03-23T23:59', { kind: 'allocation_ended', episodeId: 'e1' }, 'leeds team')
  expect(owes(left, 'allocated_worker')).toHaveLength(1)
  const back = left.admitted('2026-04-08', 'ISI')
  expect(owes(back, 'allocated_worker')[1]).toBe('opens 2026-04-08, due 2026-04-10, owed, isis team')
  expect(
    owes(back.on('2026-04-09', { kind: 'worker_allocated', episodeId: 'e1' }), 'allocated_worker')[1],
  ).toContain('met 2026-04-09')
  const kept = takenOn
    .on('2026-03-04', { kind: 'worker_allocated', episodeId: 'e1' })
    .released('2026-03-20')
    .admitted('2026-04-08', 'ISI')
  expect(owes(kept, 'allocated_worker')).toHaveLength(1)
})

const started = takenOn.on('2026-03-20', {
  kind: 'intervention_started',
  episodeId: 'e1',
  setting: 'custody',
  opioidSubstitution: false,
})

test('treatment starts within 21 days of the referral', () => {
  expect(owes(takenOn, 'treatment_start')).toEqual(['opens 2026-03-02, due 2026-03-23, owed, leeds team'])
  expect(owes(started, 'treatment_start')).toEqual([
    'opens 2026-03-02, due 2026-03-23, met 2026-03-20, leeds team',
  ])
  expect(owes(takenOn.released('2026-03-10', 'unplanned'), 'treatment_start')).toEqual([
    'opens 2026-03-02, due 2026-03-23, no longer applicable 2026-03-10, leeds team',
  ])
})

test('seen every 14 days, counted from the last time they were seen', () => {
  expect(owes(takenOn.seen('2026-03-12').seen('2026-03-30'), 'agreed_contact')).toEqual([
    'opens 2026-03-04, due 2026-03-17, met 2026-03-12, leeds team',
    'opens 2026-03-13, due 2026-03-26, met late 2026-03-30, leeds team',
    'opens 2026-03-31, due 2026-04-13, owed, leeds team',
  ])
})

test('an attempt is not a contact; nor is a second one on the same day another', () => {
  const tried = takenOn.on('2026-03-10', {
    kind: 'contact',
    outcome: 'prison_did_not_unlock',
    purpose: 'one_to_one',
  })
  expect(owes(tried, 'agreed_contact')).toHaveLength(1)
  expect(owes(takenOn.seen('2026-03-10T09:00').seen('2026-03-10T15:00'), 'agreed_contact')).toHaveLength(2)
})

test('the frequency agreed with this person counts from then on', () => {
  const weekly = takenOn.seen('2026-03-10').on('2026-03-10', { kind: 'contact_frequency_agreed', days: 7 })
  expect(owes(weekly, 'agreed_contact')).toEqual([
    'opens 2026-03-04, due 2026-03-17, met 2026-03-10, leeds team',
    'opens 2026-03-11, due 2026-03-17, owed, leeds team',
  ])
})

test('a setting changed from a day on changes only what opens from that day', () => {
  const context = aContext([{ name: 'Days between contacts', value: 7, from: day('2026-03-10'), to: null }])
  expect(owes(takenOn.seen('2026-03-12'), 'agreed_contact', context)).toEqual([
    'opens 2026-03-04, due 2026-03-17, met 2026-03-12, leeds team',
    'opens 2026-03-13, due 2026-03-19, owed, leeds team',
  ])
})

test('waived once: the count starts again from that day', () => {
  const waived = takenOn.on('2026-03-16', { kind: 'obligation_waived', obligationKey: 'agreed_contact:f3' })
  expect(owes(waived, 'agreed_contact')).toEqual([
    'opens 2026-03-04, due 2026-03-17, waived 2026-03-16, leeds team',
    'opens 2026-03-17, due 2026-03-30, owed, leeds team',
  ])
})

test('leaving soon: the last contact is due on the last working day before', () => {
  // Released on Monday 16 March: the last working day before is Friday 13 March.
  expect(owes(takenOn.leavesOn('2026-03-16'), 'agreed_contact')).toEqual([
    'opens 2026-03-04, due 2026-03-13, owed, leeds team',
  ])
})

test('to court and back, to hospital, out for the day: nothing closes, the team stays the same', () => {
  const away = takenOn
    .moved('2026-03-05', 'to_court')
    .moved('2026-03-05', 'from_court', 'LEI')
    .moved('2026-03-06', 'to_hospital')
    .moved('2026-03-09', 'temporary_release')
    .moved('2026-03-10', 'unknown')
  expect(owes(away, 'agreed_contact')).toEqual(['opens 2026-03-04, due 2026-03-17, owed, leeds team'])
  expect(owes(away, 'first_contact_after_transfer')).toEqual([])
})

test('transferred: what is owed goes on with the same key, and belongs to the team there', () => {
  const moved = takenOn.moved('2026-03-06T11:00', 'transfer_in', 'ISI')
  expect(owes(moved, 'agreed_contact')).toEqual(['opens 2026-03-04, due 2026-03-17, owed, isis team'])
  expect(owes(moved, 'first_contact_after_transfer')).toEqual([
    'opens 2026-03-06, due 2026-03-11, owed, isis team',
  ])
  expect(owes(moved.seen('2026-03-06T09:00'), 'first_contact_after_transfer')[0]).toContain('owed')
  expect(owes(moved.seen('2026-03-12T09:00'), 'first_contact_after_transfer')).toEqual([
    'opens 2026-03-06, due 2026-03-11, met late 2026-03-12, isis team',
  ])
})

test('what was met before a transfer stays with the team that met it', () => {
  const moved = takenOn.seen('2026-03-05').moved('2026-03-06', 'transfer_in', 'ISI')
  expect(owes(moved, 'agreed_contact')).toEqual([
    'opens 2026-03-04, due 2026-03-17, met 2026-03-05, leeds team',
    'opens 2026-03-06, due 2026-03-19, owed, isis team',
  ])
})

test('in a prison where no team works: the team with the episode open answers, until it is ended', () => {
  const moved = aPerson()
    .admitted('2026-03-02', 'LEI')
    .on('2026-03-02', { kind: 'referral', episodeId: 'e1', setting: 'custody' }, 'leeds team')
    .triaged('2026-03-03')
    .moved('2026-03-06', 'transfer_in', 'MDI')
  expect(owes(moved, 'agreed_contact')).toEqual(['opens 2026-03-04, due 2026-03-17, owed, leeds team'])
  expect(owes(moved.released('2026-03-20'), 'after_release_day_1')[0]).toContain('leeds team')
  expect(owes(moved, 'first_contact_after_transfer')[0]).toContain('nobody')
  const passedOn = moved.on('2026-03-09', {
    kind: 'episode_ended',
    episodeId: 'e1',
    setting: 'custody',
    reason: 'transferred_in_custody',
  })
  expect(owes(passedOn.leavesOn('2026-04-20'), 'handover_opened')[0]).toContain('nobody')
})

test('back from court in another prison is a transfer', () => {
  const moved = takenOn.moved('2026-03-05', 'to_court').moved('2026-03-05', 'from_court', 'ISI')
  expect(owes(moved, 'first_contact_after_transfer')).toHaveLength(1)
})

test('treatment over: discharged within 14 days; treatment taken up again: not after all', () => {
  const over = started.on('2026-04-20', { kind: 'intervention_ended', episodeId: 'e1' })
  expect(owes(over, 'discharge')).toEqual(['opens 2026-04-20, due 2026-05-04, owed, leeds team'])
  const discharged = over.on('2026-04-30', {
    kind: 'episode_ended',
    episodeId: 'e1',
    setting: 'custody',
    reason: 'completed_drug_free',
  })
  expect(owes(discharged, 'discharge')).toEqual([
    'opens 2026-04-20, due 2026-05-04, met 2026-04-30, leeds team',
  ])
  expect(owes(discharged, 'agreed_contact').at(-1)).toContain('no longer applicable 2026-04-30')
  const again = over.on('2026-04-25', {
    kind: 'intervention_started',
    episodeId: 'e1',
    setting: 'custody',
    opioidSubstitution: false,
  })
  expect(owes(again, 'discharge')).toEqual([
    'opens 2026-04-20, due 2026-05-04, no longer applicable 2026-04-25, leeds team',
  ])
})

test('left with the episode open: the team they left still closes it, with a reason', () => {
  const left = started.released('2026-04-20')
  expect(owes(left, 'discharge')).toEqual(['opens 2026-04-20, due 2026-05-04, owed, leeds team'])
  expect(owes(left.admitted('2026-04-25', 'ISI'), 'discharge')).toEqual([
    'opens 2026-04-20, due 2026-05-04, no longer applicable 2026-04-25, leeds team',
  ])
})

const atRisk = aPerson().admitted('2026-03-02', 'LEI').screened('2026-03-02', { naloxoneIndicated: true })

test('at risk of overdose: trained within a week; trained or refused, it is done', () => {
  expect(owes(atRisk, 'naloxone_training')).toEqual(['opens 2026-03-02, due 2026-03-09, owed, leeds team'])
  expect(
    owes(atRisk.on('2026-03-04', { kind: 'naloxone_training', accepted: false }), 'naloxone_training'),
  ).toEqual(['opens 2026-03-02, due 2026-03-09, met 2026-03-04, leeds team'])
})

test('told of court on the day itself: the kit is due that day', () => {
  const court = (told: string) =>
    owes(atRisk.on(told, { kind: 'court_date', courtDay: day('2026-03-16') }), 'naloxone_in_hand')
  expect(court('2026-03-10')).toEqual(['opens 2026-03-02, due 2026-03-13, owed, leeds team'])
  expect(court('2026-03-16')).toEqual(['opens 2026-03-02, due 2026-03-16, owed, leeds team'])
})

test('the kit is in property before they may walk out: the court date or the release date', () => {
  expect(owes(atRisk, 'naloxone_in_hand')).toEqual([])
  expect(owes(atRisk.leavesOn('2026-06-01'), 'naloxone_in_hand')).toEqual([
    'opens 2026-03-02, due 2026-05-29, owed, leeds team',
  ])
  const court = atRisk
    .leavesOn('2026-06-01')
    .on('2026-03-05', { kind: 'court_date', courtDay: day('2026-03-16') })
  expect(owes(court, 'naloxone_in_hand')).toEqual(['opens 2026-03-02, due 2026-03-13, owed, leeds team'])
  expect(
    owes(court.on('2026-03-12', { kind: 'naloxone_issued', accepted: true }), 'naloxone_in_hand'),
  ).toEqual(['opens 2026-03-02, due 2026-03-13, met 2026-03-12, leeds team'])
})

test('two episodes, and two stays that began on one day: each stay owes its contacts once', () => {
  const twice = takenOn
    .referred('2026-03-02', 'e2')
    .triaged('2026-03-03', 'e2')
    .released('2026-03-10')
    .admitted('2026-04-01T09:00', 'LEI')
    .released('2026-04-01T10:00')
    .admitted('2026-04-01T15:00', 'LEI')
  expect(owes(twice, 'agreed_contact')).toHaveLength(2)
})
