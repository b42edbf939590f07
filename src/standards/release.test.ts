import { expect, test } from 'vitest'
import { deriveObligations } from './derive.ts'
import type { EndReason } from './model.ts'
import { statusOn } from './status.ts'
import { aContext, aPerson, day, ofStandard, owes } from './testing.ts'

const inTreatment = aPerson().admitted('2026-01-05', 'LEI').referred('2026-01-05').triaged('2026-01-06')
const sent = { kind: 'handover_sent', handoverId: 'h1', to: 'bradford' } as const
const accepted = { kind: 'handover_accepted', handoverId: 'h1', to: 'bradford' } as const
const handedOver = inTreatment.on('2026-02-02', sent).on('2026-02-04', accepted)
const rung = { kind: 'contact', outcome: 'no_answer', purpose: 'follow_up' } as const
const startedOutside = {
  kind: 'intervention_started',
  episodeId: 'c1',
  setting: 'community',
  opioidSubstitution: false,
} as const

// Friday 6 March 2026: day 1 is a Saturday.
const released = handedOver.released('2026-03-06')

test('released: the receiving service rings on day 1, 3, 7 and 14, whatever day of the week', () => {
  expect(owes(released, 'after_release_day_1')).toEqual(['opens 2026-03-07, due 2026-03-07, owed, bradford'])
  expect(owes(released, 'after_release_day_3')).toEqual(['opens 2026-03-09, due 2026-03-09, owed, bradford'])
  expect(owes(released, 'after_release_day_7')).toEqual(['opens 2026-03-13, due 2026-03-13, owed, bradford'])
  expect(owes(released, 'after_release_day_14')).toEqual(['opens 2026-03-20, due 2026-03-20, owed, bradford'])
})

test('a call that was not made that day is missed, not late; an attempt is enough', () => {
  const tried = released.on('2026-03-07', rung).on('2026-03-10', rung)
  const owed = deriveObligations(tried.facts, aContext())
  const status = (standard: string) =>
    ofStandard(owed, standard).map((one) => statusOn(one, day('2026-03-11')))
  expect(status('after_release_day_1')).toEqual(['met'])
  expect(status('after_release_day_3')).toEqual(['missed'])
  expect(status('after_release_day_7')).toEqual(['not_yet_open'])
})

test('an appointment that the service cancelled is no attempt', () => {
  const cancelled = released.on('2026-03-07', { ...rung, outcome: 'cancelled_by_service' })
  expect(owes(cancelled, 'after_release_day_1')[0]).toContain('owed')
})

test('treatment started on day 5: continuity is met, and the calls to come are not owed', () => {
  const started = released.on('2026-03-11', startedOutside)
  expect(owes(started, 'continuity')).toEqual(['opens 2026-03-06, due 2026-03-27, met 2026-03-11, bradford'])
  expect(owes(started, 'after_release_day_7')).toEqual([])
  expect(owes(started, 'still_not_in_treatment')).toEqual([])
})

test('started on day 21 is in time, on day 22 late', () => {
  expect(owes(released.on('2026-03-27', startedOutside), 'continuity')[0]).toContain('met 2026-03-27')
  expect(owes(released.on('2026-03-28', startedOutside), 'continuity')[0]).toContain('met late 2026-03-28')
})

test('not in treatment after day 21: every week to day 84, then a team leader closes', () => {
  const weeks = owes(released, 'still_not_in_treatment')
  expect(weeks).toHaveLength(9)
  expect(weeks[0]).toBe('opens 2026-03-28, due 2026-04-03, owed, bradford')
  expect(weeks.at(-1)).toBe('opens 2026-05-23, due 2026-05-29, owed, bradford')
  expect(owes(released, 'follow_up_closed')).toEqual(['opens 2026-05-29, due 2026-06-05, owed, bradford'])
  const closed = released.on('2026-06-01', { kind: 'follow_up_closed' })
  expect(owes(closed, 'follow_up_closed')[0]).toContain('met 2026-06-01')
  expect(owes(closed, 'continuity')[0]).toContain('no longer applicable 2026-06-01')
})

test('tried on the day it is due: that week is done, and the next is owed', () => {
  expect(owes(released.on('2026-04-03', rung), 'still_not_in_treatment').slice(0, 2)).toEqual([
    'opens 2026-03-28, due 2026-04-03, met 2026-04-03, bradford',
    'opens 2026-04-04, due 2026-04-10, owed, bradford',
  ])
})

test('not accepted yet: the service it was sent to owns the calls; with nobody asked, the team they left', () => {
  const waiting = inTreatment.on('2026-03-02', sent).released('2026-03-06')
  expect(owes(waiting, 'continuity')[0]).toContain('bradford')
  expect(owes(inTreatment.released('2026-03-06'), 'continuity')[0]).toContain('leeds team')
  const declined = waiting.on('2026-03-09', { kind: 'handover_declined', handoverId: 'h1', to: 'bradford' })
  expect(owes(declined, 'continuity')[0]).toContain('leeds team')
})

test('accepted on day 2: the missed call of day 1 stays with whom it was', () => {
  const late = inTreatment.released('2026-03-06').on('2026-03-08', sent).on('2026-03-08', accepted)
  expect(owes(late, 'after_release_day_1')[0]).toContain('leeds team')
  expect(owes(late, 'after_release_day_3')[0]).toContain('bradford')
})

test('left from court without a hand-over: rung and a short hand-over sent by the next day', () => {
  const fromCourt = inTreatment.moved('2026-02-05', 'to_court').released('2026-02-05', 'unplanned')
  expect(owes(fromCourt, 'call_sheet')).toEqual(['opens 2026-02-05, due 2026-02-06, owed, leeds team'])
  const tried = fromCourt.on('2026-02-06', { ...rung, purpose: 'call_sheet' })
  expect(owes(tried, 'call_sheet')[0]).toContain('owed')
  expect(owes(tried.on('2026-02-06', sent), 'call_sheet')[0]).toContain('met 2026-02-06')
  expect(owes(released, 'call_sheet')).toEqual([])
})

test('who did not agree to pass anything on is rung, and no name leaves', () => {
  const silent = aPerson()
    .admitted('2026-01-05', 'LEI')
    .on('2026-01-06', { kind: 'triage', episodeId: 'e1', accepted: true, agreesToPassOn: false })
    .released('2026-02-05', 'unplanned')
    .on('2026-02-06', rung)
  expect(owes(silent, 'call_sheet')[0]).toContain('met 2026-02-06')
})

test('released without an onward need: nothing is owed', () => {
  const completed = inTreatment
    .on('2026-02-02', {
      kind: 'episode_ended',
      episodeId: 'e1',
      setting: 'custody',
      reason: 'completed_drug_free',
    })
    .released('2026-03-06')
  expect(owes(completed, 'continuity')).toEqual([])
})

test('ended as transferred out of custody, then released: still ours to follow', () => {
  const transferred = inTreatment
    .on('2026-03-04', {
      kind: 'episode_ended',
      episodeId: 'e1',
      setting: 'custody',
      reason: 'transferred_not_in_custody',
    })
    .released('2026-03-06')
  expect(owes(transferred, 'continuity')).toHaveLength(1)
})

test('one episode handed over and another completed on the day of release: still ours, whichever was told first', () => {
  const two = inTreatment.referred('2026-01-07', 'e2').triaged('2026-01-08', 'e2')
  const ended = (episodeId: string, reason: EndReason) =>
    ({ kind: 'episode_ended', episodeId, setting: 'custody', reason }) as const
  for (const [first, second] of [
    ['transferred_not_in_custody', 'completed_drug_free'],
    ['completed_drug_free', 'transferred_not_in_custody'],
    ['dropped_out', 'declined'],
  ] as const) {
    const told = two.on('2026-03-06', ended('e1', first)).on('2026-03-06', ended('e2', second))
    expect(owes(told.released('2026-03-06'), 'continuity')).toHaveLength(1)
  }
})

test('removed abroad: the episode is closed, and nobody is followed up', () => {
  const removed = inTreatment.moved('2026-03-06', 'removal')
  expect(owes(removed, 'continuity')).toEqual([])
  expect(owes(removed, 'after_release_day_1')).toEqual([])
  expect(owes(removed, 'discharge')).toHaveLength(1)
})

test('back in custody: the follow-up ends, and what custody owes begins again', () => {
  const back = released.admitted('2026-03-12', 'ISI')
  expect(owes(back, 'continuity')).toEqual([
    'opens 2026-03-06, due 2026-03-27, no longer applicable 2026-03-12, bradford',
  ])
  expect(owes(back, 'after_release_day_7')).toEqual([])
  expect(owes(back, 'agreed_contact').at(-1)).toBe('opens 2026-03-13, due 2026-03-26, owed, isis team')
})

test('a readmission corrects a release: the stay goes on, and the next release is followed', () => {
  const corrected = inTreatment.released('2026-02-02').moved('2026-02-03', 'readmission', 'LEI')
  expect(owes(corrected, 'continuity')).toEqual([])
  expect(owes(corrected, 'arrival_screen')).toHaveLength(1)
  expect(owes(corrected, 'agreed_contact')).toEqual(['opens 2026-01-07, due 2026-01-20, owed, leeds team'])
  expect(owes(corrected.released('2026-03-06'), 'continuity')[0]).toContain('opens 2026-03-06')
})

test('a second release soon after the first is the same one told again; long after, it is another', () => {
  const again = released.moved('2026-03-09', 'release', 'LEI')
  expect(owes(again, 'continuity')).toHaveLength(1)
  const later = released.moved('2026-09-01', 'release', 'LEI')
  expect(owes(later, 'continuity').at(-1)).toContain('opens 2026-09-01')
})

test('dead, whichever is heard first: what was owed ends, and nothing opens', () => {
  const died = released.moved('2026-03-12', 'death')
  const owed = deriveObligations(died.facts, aContext())
  expect(owed.filter((one) => one.dueOn > day('2026-03-12') && one.state === 'owed')).toEqual([])
  expect(owes(died, 'continuity')[0]).toContain('no longer applicable 2026-03-12')
  const known = handedOver.moved('2026-03-06', 'death').released('2026-03-06')
  expect(owes(known, 'continuity')).toEqual([])
})

test('released from Barlinnie: the same days, by the Scotland pack', () => {
  const scot = aPerson()
    .admitted('2026-01-05', 'BLI')
    .referred('2026-01-05')
    .triaged('2026-01-06')
    .released('2026-03-06')
  const packs = new Set(deriveObligations(scot.facts, aContext()).map(({ pack }) => pack))
  expect([...packs]).toEqual(['scotland'])
  expect(owes(scot, 'after_release_day_1')).toHaveLength(1)
})
