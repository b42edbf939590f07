import { describe, expect, test } from 'vitest'
import { deriveObligations } from './derive.ts'
import { aContext, aPerson, day, ofStandard, owes } from './testing.ts'

const takenOn = aPerson().admitted('2026-01-05', 'LEI').referred('2026-01-05').triaged('2026-01-06')
const opened = { kind: 'handover_opened', handoverId: 'h1' } as const
const sent = { kind: 'handover_sent', handoverId: 'h1', to: 'bradford' } as const
const accepted = { kind: 'handover_accepted', handoverId: 'h1', to: 'bradford' } as const
const declined = { kind: 'handover_declined', handoverId: 'h1', to: 'bradford' } as const

test('with no date to leave on, the hand-over is opened at triage', () => {
  expect(owes(takenOn, 'handover_opened')).toEqual(['opens 2026-01-06, due 2026-01-13, owed, leeds team'])
})

test('with a date, 84 days before it', () => {
  expect(owes(takenOn.leavesOn('2026-06-30'), 'handover_opened')).toEqual([
    'opens 2026-04-07, due 2026-04-14, owed, leeds team',
  ])
})

test('a moved date moves the same obligation and leaves nothing behind', () => {
  const before = deriveObligations(takenOn.leavesOn('2026-06-30').facts, aContext())
  const after = deriveObligations(takenOn.leavesOn('2026-04-30').facts, aContext())
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
  expect(owes(takenOn.leavesOn('2026-04-30'), 'handover_opened')).toEqual([
    'opens 2026-02-05, due 2026-02-12, owed, leeds team',
  ])
})

test('a date inside 84 days: it opens with the need, and is due before they leave', () => {
  // Leaves on Saturday 10 January: the last working day before is Friday 9 January.
  expect(owes(takenOn.leavesOn('2026-01-10'), 'handover_opened')).toEqual([
    'opens 2026-01-05, due 2026-01-09, owed, leeds team',
  ])
})

test('opened early, it stays done when the date moves away', () => {
  expect(owes(takenOn.on('2026-02-02', opened).leavesOn('2026-06-30'), 'handover_opened')).toEqual([
    'opens 2026-02-02, due 2026-02-09, met 2026-02-02, leeds team',
  ])
})

test('a need that comes back while the hand-over is open: no second one is opened, and what goes with it is owed', () => {
  const again = takenOn
    .leavesOn('2026-06-30')
    .on('2026-02-02', opened)
    .on('2026-03-02', { kind: 'episode_ended', episodeId: 'e1', setting: 'custody', reason: 'dropped_out' })
    .referred('2026-04-08', 'e2')
    .triaged('2026-04-09', 'e2')
  expect(owes(again, 'handover_opened')).toEqual([
    'opens 2026-02-02, due 2026-02-09, met 2026-02-02, leeds team',
  ])
  expect(owes(again, 'first_night_accommodation')).toEqual([
    'opens 2026-02-02, due 2026-06-16, no longer applicable 2026-03-02, leeds team',
    'opens 2026-04-08, due 2026-06-16, owed, leeds team',
  ])
  const closed = again.on('2026-04-13', { kind: 'handover_closed', handoverId: 'h1' })
  expect(owes(closed, 'another_service')).toEqual(['opens 2026-04-13, due 2026-04-15, owed, leeds team'])
  const before = again.on('2026-03-03', { kind: 'handover_closed', handoverId: 'h1' })
  expect(owes(before, 'handover_opened')[1]).toBe('opens 2026-04-08, due 2026-04-15, owed, leeds team')
})

test('nobody without an onward need has a hand-over to open', () => {
  const clear = aPerson().admitted('2026-01-05', 'LEI').screened('2026-01-05').leavesOn('2026-02-02')
  expect(owes(clear, 'handover_opened')).toEqual([])
  const completed = takenOn.leavesOn('2026-06-30').on('2026-03-02', {
    kind: 'episode_ended',
    episodeId: 'e1',
    setting: 'custody',
    reason: 'completed_drug_free',
  })
  expect(owes(completed, 'handover_opened')).toEqual([])
})

test('a positive screen is a need, taken on or not', () => {
  const screened = aPerson().admitted('2026-01-05', 'LEI').screened('2026-01-05', { positive: true })
  expect(owes(screened.leavesOn('2026-02-02'), 'handover_opened')).toEqual([
    'opens 2026-01-05, due 2026-01-12, owed, leeds team',
  ])
})

const leaving = takenOn.leavesOn('2026-03-09').on('2026-01-12', opened)

test('sent: the receiving service has 5 of its working days to answer', () => {
  const waiting = leaving.on('2026-01-16', sent)
  expect(owes(waiting, 'handover_accepted')).toEqual(['opens 2026-01-16, due 2026-01-23, owed, bradford'])
  expect(owes(waiting.on('2026-01-26', accepted), 'handover_accepted')).toEqual([
    'opens 2026-01-16, due 2026-01-23, met late 2026-01-26, bradford',
  ])
})

test('declined: that service owes nothing more, and another is to be asked', () => {
  const refused = leaving.on('2026-01-16', sent).on('2026-01-19', declined)
  expect(owes(refused, 'handover_accepted')).toEqual([
    'opens 2026-01-16, due 2026-01-23, no longer applicable 2026-01-19, bradford',
  ])
  expect(owes(refused, 'another_service')).toEqual(['opens 2026-01-19, due 2026-01-21, owed, leeds team'])
  const asked = refused.on('2026-01-20', { ...sent, to: 'glasgow' })
  expect(owes(asked, 'another_service')).toEqual([
    'opens 2026-01-19, due 2026-01-21, met 2026-01-20, leeds team',
  ])
  expect(owes(asked, 'handover_accepted')[1]).toBe('opens 2026-01-20, due 2026-01-27, owed, glasgow')
})

test('accepted, and declined after all: the answer was given in time, and another is to be asked', () => {
  const changed = leaving.on('2026-01-16', sent).on('2026-01-19', accepted).on('2026-02-02', declined)
  expect(owes(changed, 'handover_accepted')).toEqual([
    'opens 2026-01-16, due 2026-01-23, met 2026-01-19, bradford',
  ])
  expect(owes(changed, 'another_service')).toEqual(['opens 2026-02-02, due 2026-02-04, owed, leeds team'])
  expect(owes(changed.on('2026-02-03', accepted), 'another_service')[0]).toContain('met 2026-02-03')
})

test('back in custody: closed for the next hand-over, or declined now, the old one asks for no other service', () => {
  const back = leaving
    .on('2026-01-16', sent)
    .on('2026-01-19', accepted)
    .leavesOn(null)
    .released('2026-03-09')
    .admitted('2026-04-01', 'ISI')
  const again = back
    .on('2026-04-02', { kind: 'handover_opened', handoverId: 'h2' })
    .on('2026-04-02', { kind: 'handover_closed', handoverId: 'h1' })
  expect(owes(again, 'another_service')).toEqual([])
  expect(owes(again, 'handover_opened').at(-1)).toContain('met 2026-04-02')
  expect(owes(back.on('2026-04-03', declined), 'another_service')).toEqual([])
  expect(owes(back.on('2026-04-03', declined), 'handover_opened').at(-1)).toContain('owed')
  const sentAgain = back.on('2026-04-02T10:00', { ...sent, to: 'glasgow' })
  const refused = sentAgain.on('2026-04-02T11:00', { ...declined, to: 'glasgow' })
  expect(owes(refused, 'another_service')).toEqual(['opens 2026-04-02, due 2026-04-08, owed, isis team'])
})

test('a service in Scotland answers by the Scotland pack', () => {
  const asked = leaving.on('2026-01-20', { ...sent, to: 'glasgow' })
  const [owed] = ofStandard(deriveObligations(asked.facts, aContext()), 'handover_accepted')
  expect(owed?.pack).toBe('scotland')
})

test('sent after release: an answer is owed the same day', () => {
  const late = takenOn.released('2026-02-02').on('2026-02-04', sent)
  expect(owes(late, 'handover_accepted')).toEqual(['opens 2026-02-04, due 2026-02-04, owed, bradford'])
})

const booked = (on: string) =>
  ({ kind: 'appointment_booked', handoverId: 'h1', appointmentDay: day(on) }) as const

test('a first appointment is booked 14 days before release', () => {
  expect(owes(leaving, 'community_appointment')).toEqual([
    'opens 2026-01-12, due 2026-02-23, owed, leeds team',
  ])
  expect(owes(leaving.on('2026-02-20', booked('2026-03-11')), 'community_appointment')).toEqual([
    'opens 2026-01-12, due 2026-02-23, met 2026-02-20, leeds team',
  ])
})

test.each([
  ['after day 21', booked('2026-03-31')],
  ['before they are out', booked('2026-03-06')],
])('an appointment %s is none', (_when, appointment) => {
  expect(owes(leaving.on('2026-02-20', appointment), 'community_appointment')[0]).toContain('owed')
})

test('the date moves past the appointment, or it is cancelled: it is owed again', () => {
  const made = leaving.on('2026-02-20T10:00', booked('2026-03-11'))
  expect(owes(made.leavesOn('2026-03-16'), 'community_appointment')).toEqual([
    'opens 2026-01-12, due 2026-03-02, owed, leeds team',
  ])
  const cancelled = made.on('2026-02-24T10:00', { kind: 'appointment_cancelled', handoverId: 'h1' })
  expect(owes(cancelled, 'community_appointment')[0]).toContain('owed')
  expect(owes(cancelled.on('2026-02-25', booked('2026-03-12')), 'community_appointment')[0]).toContain(
    'met late',
  )
})

test('one of two appointments is cancelled: the other stands', () => {
  const two = leaving
    .on('2026-02-18T10:00', booked('2026-03-10'))
    .on('2026-02-20T10:00', booked('2026-03-11'))
  const cancelled = two.on('2026-03-10', { kind: 'appointment_cancelled', handoverId: 'h1' })
  const [first, second] = two.facts.facts.filter(({ kind }) => kind === 'appointment_booked')
  const naming = (id: string | undefined) => ({
    ...cancelled,
    facts: {
      ...cancelled.facts,
      facts: cancelled.facts.facts.map((fact) =>
        fact.kind === 'appointment_cancelled' ? { ...fact, id: id ?? '' } : fact,
      ),
    },
  })
  expect(owes(naming(first?.id), 'community_appointment')[0]).toContain('met 2026-02-20')
  expect(owes(naming(second?.id), 'community_appointment')[0]).toContain('met 2026-02-18')
})

test('with no date to leave on there is no day to book for', () => {
  expect(owes(leaving.leavesOn(null), 'community_appointment')).toEqual([])
})

test('the first night is known 14 days before release, even when the answer is "nowhere"', () => {
  expect(owes(leaving, 'first_night_accommodation')).toEqual([
    'opens 2026-01-12, due 2026-02-23, owed, leeds team',
  ])
  const nowhere = leaving.on('2026-02-16', { kind: 'accommodation_recorded', known: false })
  expect(owes(nowhere, 'first_night_accommodation')[0]).toContain('met 2026-02-16')
})

const onMethadone = leaving.on('2026-01-09', {
  kind: 'intervention_started',
  episodeId: 'e1',
  setting: 'custody',
  opioidSubstitution: true,
})

test('on opioid substitution: the bridge is settled 3 days before release', () => {
  expect(owes(leaving, 'medicines_bridge')).toEqual([])
  expect(owes(onMethadone, 'medicines_bridge')).toEqual([
    'opens 2026-02-23, due 2026-03-06, owed, leeds team',
  ])
  expect(owes(onMethadone.on('2026-03-05', { kind: 'medicines_bridge' }), 'medicines_bridge')).toEqual([
    'opens 2026-02-23, due 2026-03-06, met 2026-03-05, leeds team',
  ])
})

test('a bridge settled for a date that moved away is settled again', () => {
  const settled = onMethadone.on('2026-03-05', { kind: 'medicines_bridge' }).leavesOn('2026-05-11')
  expect(owes(settled, 'medicines_bridge')).toEqual(['opens 2026-04-27, due 2026-05-08, owed, leeds team'])
})

test('overdose advice in the last week, on the last day at the latest', () => {
  expect(owes(leaving, 'overdose_advice')).toEqual(['opens 2026-03-02, due 2026-03-09, owed, leeds team'])
  expect(
    owes(leaving.on('2026-03-09', { kind: 'overdose_advice' }).released('2026-03-09'), 'overdose_advice'),
  ).toEqual(['opens 2026-03-02, due 2026-03-09, met 2026-03-09, leeds team'])
})

test('released by surprise: nobody was late for a day that nobody knew', () => {
  const surprised = takenOn
    .on('2026-01-12', opened)
    .on('2026-02-03', booked('2026-02-06'))
    .leavesOn(null)
    .released('2026-02-05', 'unplanned')
  expect(owes(surprised, 'community_appointment')).toEqual([
    'opens 2026-01-12, due 2026-02-04, met 2026-02-03, leeds team',
  ])
})

describe('a date told late', () => {
  test('opens the hand-over on the day it is told, with all the days to open it', () => {
    expect(owes(takenOn.told('2026-03-02', '2026-04-30'), 'handover_opened')).toEqual([
      'opens 2026-03-02, due 2026-03-09, owed, leeds team',
    ])
  })

  test('told early, it opens 84 days before; told on that very day, the same', () => {
    const onTime = ['opens 2026-02-05, due 2026-02-12, owed, leeds team']
    expect(owes(takenOn.told('2026-01-20', '2026-04-30'), 'handover_opened')).toEqual(onTime)
    expect(owes(takenOn.told('2026-02-05', '2026-04-30'), 'handover_opened')).toEqual(onTime)
  })

  test('moved within the 84 days, what was late stays late', () => {
    const told = takenOn.told('2026-01-06', '2026-04-30').told('2026-03-02', '2026-04-28')
    expect(owes(told, 'handover_opened')).toEqual(['opens 2026-02-05, due 2026-02-12, owed, leeds team'])
    const later = takenOn.told('2026-01-06', '2026-04-30').told('2026-03-02', '2026-05-04')
    expect(owes(later, 'handover_opened')).toEqual(['opens 2026-02-09, due 2026-02-16, owed, leeds team'])
  })

  test('moved away and back, it opens when they were known to leave soon again', () => {
    const back = takenOn
      .told('2026-01-06', '2026-04-30')
      .told('2026-02-10', '2026-11-30')
      .told('2026-03-02', '2026-04-30')
    expect(owes(back, 'handover_opened')).toEqual(['opens 2026-03-02, due 2026-03-09, owed, leeds team'])
  })

  test('told a day before: due that day, and so is what was to be done weeks before', () => {
    const late = takenOn.on('2026-01-12', opened).told('2026-03-09', '2026-03-10')
    expect(owes(takenOn.told('2026-03-09', '2026-03-10'), 'handover_opened')).toEqual([
      'opens 2026-03-09, due 2026-03-09, owed, leeds team',
    ])
    for (const standard of ['community_appointment', 'first_night_accommodation'])
      expect(owes(late, standard)).toEqual(['opens 2026-01-12, due 2026-03-09, owed, leeds team'])
  })

  test('told after it has passed, it is for the day it was told', () => {
    expect(owes(takenOn.told('2026-03-09', '2026-03-02'), 'handover_opened')).toEqual([
      'opens 2026-03-09, due 2026-03-09, owed, leeds team',
    ])
  })

  test('opened in time, it stays in time once they have left', () => {
    const told = takenOn.told('2026-03-02', '2026-04-30').on('2026-03-05', opened)
    const inTime = ['opens 2026-03-02, due 2026-03-09, met 2026-03-05, leeds team']
    expect(owes(told, 'handover_opened')).toEqual(inTime)
    expect(owes(told.released('2026-04-29').leavesOn(null), 'handover_opened')).toEqual(inTime)
  })

  test('after the last working day before it: what would fall after it is due on the day it was told', () => {
    const due = (on: string, leavesOn: string) => owes(takenOn.told(on, leavesOn), 'agreed_contact')
    // Monday 19 January: the last working day before is Friday 16.
    expect(due('2026-01-12', '2026-01-19')).toEqual(['opens 2026-01-07, due 2026-01-16, owed, leeds team'])
    expect(due('2026-01-17', '2026-01-19')).toEqual(['opens 2026-01-07, due 2026-01-17, owed, leeds team'])
    expect(due('2026-01-20', '2026-01-20')).toEqual(['opens 2026-01-07, due 2026-01-20, owed, leeds team'])
    expect(due('2026-01-25', '2026-01-19')).toEqual(['opens 2026-01-07, due 2026-01-20, owed, leeds team'])
    const moved = takenOn.told('2026-01-06', '2026-04-30').told('2026-01-14', '2026-01-15')
    expect(owes(moved, 'treatment_start')).toEqual(['opens 2026-01-05, due 2026-01-14, owed, leeds team'])
    const passed = takenOn.on('2026-01-12', opened).told('2026-03-09', '2026-03-02')
    expect(owes(passed, 'community_appointment')[0]).toContain('due 2026-03-09')
  })

  test('told on the day itself: the kit is due that day, not the day before', () => {
    const indicated = takenOn.screened('2026-01-05', { naloxoneIndicated: true })
    expect(owes(indicated.told('2026-03-10', '2026-03-10'), 'naloxone_in_hand')[0]).toContain(
      'due 2026-03-10',
    )
    expect(owes(indicated.told('2026-03-02', '2026-03-10'), 'naloxone_in_hand')[0]).toContain(
      'due 2026-03-09',
    )
  })

  test('a bridge settled before anybody told the date counts', () => {
    const settled = onMethadone
      .on('2026-03-05', { kind: 'medicines_bridge' })
      .told('2026-03-06', '2026-03-10')
    expect(owes(settled, 'medicines_bridge')[0]).toContain('met 2026-03-05')
  })
})

describe('who has no onward need', () => {
  const completed = {
    kind: 'episode_ended',
    episodeId: 'e1',
    setting: 'custody',
    reason: 'completed_drug_free',
  } as const

  test('a hand-over closed or declined after treatment was completed: nobody else is to be asked', () => {
    const waiting = leaving.on('2026-01-16', sent)
    const over = waiting.on('2026-01-19', accepted).on('2026-02-02', completed)
    expect(
      owes(over.on('2026-02-03', { kind: 'handover_closed', handoverId: 'h1' }), 'another_service'),
    ).toEqual([])
    expect(owes(waiting.on('2026-01-19', completed).on('2026-01-20', declined), 'another_service')).toEqual(
      [],
    )
  })

  test('sent all the same, nobody owes an answer', () => {
    expect(owes(leaving.on('2026-01-14', completed).on('2026-01-16', sent), 'handover_accepted')).toEqual([])
    const clear = aPerson().admitted('2026-01-05', 'LEI').screened('2026-01-05')
    expect(owes(clear.on('2026-01-16', sent), 'handover_accepted')).toEqual([])
  })
})
