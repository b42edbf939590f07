import { expect, test } from 'vitest'
import { aPerson, day, owes } from './testing.ts'

// 2 March 2026 is a Monday; Good Friday is 3 April, Easter Monday 6 April.
const arrived = aPerson().admitted('2026-03-02T21:40', 'LEI')

test('somebody who arrives is to be screened that day', () => {
  expect(owes(arrived, 'arrival_screen')).toEqual(['opens 2026-03-02, due 2026-03-02, owed, leeds team'])
})

test('a screen that day meets it, one the day after is late', () => {
  expect(owes(arrived.screened('2026-03-02'), 'arrival_screen')).toEqual([
    'opens 2026-03-02, due 2026-03-02, met 2026-03-02, leeds team',
  ])
  expect(owes(arrived.screened('2026-03-03'), 'arrival_screen')).toEqual([
    'opens 2026-03-02, due 2026-03-02, met late 2026-03-03, leeds team',
  ])
})

test('transferred unscreened: the next prison owes the screen, the first no longer does', () => {
  const moved = arrived.moved('2026-03-04', 'transfer_in', 'ISI')
  expect(owes(moved, 'arrival_screen')).toEqual([
    'opens 2026-03-02, due 2026-03-02, no longer applicable 2026-03-04, isis team',
    'opens 2026-03-04, due 2026-03-04, owed, isis team',
  ])
})

test('transferred after a screen: nothing is asked twice', () => {
  const moved = arrived.screened('2026-03-02').moved('2026-03-04', 'transfer_in', 'ISI')
  expect(owes(moved, 'arrival_screen')).toHaveLength(1)
})

test('released before the screen: it is no longer applicable', () => {
  expect(owes(arrived.released('2026-03-03', 'unplanned'), 'arrival_screen')).toEqual([
    'opens 2026-03-02, due 2026-03-02, no longer applicable 2026-03-03, leeds team',
  ])
})

test('a new admission owes a new screen; a readmission is a work item elsewhere', () => {
  const back = arrived.screened('2026-03-02').released('2026-03-20')
  expect(owes(back.admitted('2026-05-01', 'ISI'), 'arrival_screen')).toHaveLength(2)
  expect(owes(back.moved('2026-05-01', 'readmission', 'ISI'), 'arrival_screen')).toHaveLength(1)
})

test('words of self-harm on the screen are answered before leaving the page', () => {
  const danger = arrived.screened('2026-03-02', { safetyConcern: true })
  expect(owes(danger, 'immediate_safety')).toEqual(['opens 2026-03-02, due 2026-03-02, owed, leeds team'])
  expect(owes(danger.on('2026-03-02', { kind: 'safety_response' }), 'immediate_safety')).toEqual([
    'opens 2026-03-02, due 2026-03-02, met 2026-03-02, leeds team',
  ])
})

test.each([
  ['at triage', { kind: 'triage', episodeId: 'e1', accepted: true, agreesToPassOn: true }],
  ['in a part of an assessment', { kind: 'danger_told' }],
  ['to PHQ-9', { kind: 'instrument_scored', instrument: 'phq_9' }],
] as const)('so are those told %s', (_, telling) => {
  const quiet = arrived.on('2026-03-04', { ...telling, safetyConcern: false })
  expect(owes(quiet, 'immediate_safety')).toEqual([])
  const told = arrived.on('2026-03-04', { ...telling, safetyConcern: true })
  expect(owes(told, 'immediate_safety')).toEqual(['opens 2026-03-04, due 2026-03-04, owed, leeds team'])
})

test('an overdose is answered from when it was told, not by what was done before', () => {
  const overdose = arrived.on('2026-03-04', {
    kind: 'incident',
    what: 'overdose',
    recordClass: 'incident',
    safetyConcern: true,
    toldOn: day('2026-03-05'),
    toldAt: day('2026-03-05') * 86_400_000 + 9 * 3_600_000,
  })
  expect(owes(overdose, 'immediate_safety')).toEqual(['opens 2026-03-05, due 2026-03-05, owed, leeds team'])
  const before = overdose.on('2026-03-05T08:00', { kind: 'safety_response' })
  expect(owes(before, 'immediate_safety')[0]).toContain('owed')
  const after = overdose.on('2026-03-05T09:05', { kind: 'safety_response' })
  expect(owes(after, 'immediate_safety')[0]).toContain('met 2026-03-05')
})

test('dependence asks for a clinical look that night, prescribed treatment for a word with the pharmacy', () => {
  const ill = arrived.screened('2026-03-02', { dependence: ['alcohol'], prescribedTreatment: true })
  expect(owes(ill, 'first_night_look')).toEqual(['opens 2026-03-02, due 2026-03-02, owed, leeds team'])
  expect(owes(ill, 'medicines_confirmed')).toEqual(['opens 2026-03-02, due 2026-03-03, owed, leeds team'])
  const seen = ill
    .on('2026-03-02', { kind: 'seen_by_clinician' })
    .on('2026-03-05', { kind: 'medicines_confirmed' })
  expect(owes(seen, 'first_night_look')).toEqual([
    'opens 2026-03-02, due 2026-03-02, met 2026-03-02, leeds team',
  ])
  expect(owes(seen, 'medicines_confirmed')).toEqual([
    'opens 2026-03-02, due 2026-03-03, met late 2026-03-05, leeds team',
  ])
})

test.each([
  ['a Monday', '2026-03-02', '2026-03-03'],
  ['a Friday', '2026-03-06', '2026-03-09'],
  ['a Sunday', '2026-03-08', '2026-03-09'],
  ['the Thursday before Easter', '2026-04-02', '2026-04-07'],
])('screened positive on %s: triage by the next working day', (_day, screened, due) => {
  const story = aPerson().admitted(screened, 'LEI').screened(screened, { positive: true })
  expect(owes(story, 'triage')).toEqual([`opens ${screened}, due ${due}, owed, leeds team`])
})

test('Easter Monday is a working day in Scotland', () => {
  const story = aPerson().admitted('2026-04-02', 'BLI').screened('2026-04-02', { positive: true })
  expect(owes(story, 'triage')).toEqual(['opens 2026-04-02, due 2026-04-06, owed, barlinnie team'])
})

test('a screen and a referral wait for one triage, not two', () => {
  const both = arrived.screened('2026-03-02', { positive: true }).referred('2026-03-03')
  expect(owes(both, 'triage')).toEqual(['opens 2026-03-02, due 2026-03-03, owed, leeds team'])
  expect(owes(both.triaged('2026-03-04'), 'triage')).toEqual([
    'opens 2026-03-02, due 2026-03-03, met late 2026-03-04, leeds team',
  ])
})

test('who refers themselves again after a refusal is triaged again', () => {
  const refused = arrived
    .referred('2026-03-03')
    .on('2026-03-04', { kind: 'triage', episodeId: 'e1', accepted: false, agreesToPassOn: false })
  expect(owes(refused.referred('2026-03-10', 'e2'), 'triage')).toEqual([
    'opens 2026-03-03, due 2026-03-04, met 2026-03-04, leeds team',
    'opens 2026-03-10, due 2026-03-11, owed, leeds team',
  ])
})

test('the date of release is near: what would fall after it is due on the last working day before', () => {
  // Saturday 7 March: triage would be due on Monday 9 March.
  const leaves = arrived.leavesOn('2026-03-07').screened('2026-03-06', { positive: true })
  expect(owes(leaves, 'triage')).toEqual(['opens 2026-03-06, due 2026-03-06, owed, leeds team'])
})

test('back in custody while followed up: taken up again within a working day', () => {
  const back = arrived
    .referred('2026-03-02')
    .triaged('2026-03-03')
    .released('2026-03-20')
    .admitted('2026-03-27', 'ISI')
  expect(owes(back, 'recall_or_return')).toEqual(['opens 2026-03-27, due 2026-03-30, owed, isis team'])
  expect(owes(back.seen('2026-03-30'), 'recall_or_return')).toEqual([
    'opens 2026-03-27, due 2026-03-30, met 2026-03-30, isis team',
  ])
})

test('what a service outside did that morning, or does for itself, takes up nothing here', () => {
  const out = arrived.referred('2026-03-02').triaged('2026-03-03').released('2026-03-20')
  const kept = { kind: 'contact', outcome: 'kept' } as const
  for (const purpose of ['follow_up', 'appointment', 'one_to_one'] as const)
    expect(
      owes(
        out.on('2026-03-27T09:00', { ...kept, purpose }, 'bradford').admitted('2026-03-27T20:00', 'ISI'),
        'recall_or_return',
      ),
    ).toEqual(['opens 2026-03-27, due 2026-03-30, owed, isis team'])
  const back = out
    .on('2026-03-23', { kind: 'referral', episodeId: 'c1', setting: 'community' }, 'bradford')
    .admitted('2026-03-27T20:00', 'ISI')
  const allocated = (episodeId: string) =>
    owes(back.on('2026-03-28', { kind: 'worker_allocated', episodeId }), 'recall_or_return')[0]
  expect(allocated('c1')).toContain('owed')
  expect(allocated('e1')).toContain('met 2026-03-28')
})

test('back in custody long after: an arrival like any other', () => {
  const back = arrived
    .referred('2026-03-02')
    .triaged('2026-03-03')
    .released('2026-03-20')
    .on('2026-06-12', { kind: 'follow_up_closed' })
    .admitted('2026-08-01', 'ISI')
  expect(owes(back, 'recall_or_return')).toEqual([])
})
