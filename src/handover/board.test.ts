import { describe, expect, it } from 'vitest'
import { type BoardFound, inBoardOrder, leavingRow, leftRow } from './board.ts'
import type { BoardLeaver, BoardLeft } from './queries/boardPeople.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const today = day('2026-11-23')

type Person = BoardLeaver & BoardLeft

const leaves = (day: string): Person => ({
  id: 'p',
  given_name: 'Aaron',
  family_name: 'Price',
  known_as: null,
  establishment_code: 'LEI',
  establishment: 'Leeds',
  day: Temporal.PlainDate.from(day),
  admitted_on: null,
  recorded_day: null,
  warning: null,
  unplanned: false,
  reason_known: true,
  tonight: null,
  bridged: false,
  advised: false,
  naloxone: false,
  naloxone_indicated: false,
  substitution: false,
  attempts: 0,
  last_attempt_on: null,
  last_attempt: null,
})

const found = (
  changed: Partial<BoardFound<Person>> = {},
  day = '2026-11-26',
  more: Partial<Person> = {},
): BoardFound<Person> => ({
  handover: undefined,
  receives: false,
  clinical: false,
  ...changed,
  person: { ...leaves(day), ...more },
})

const handover = {
  person_id: 'p',
  id: 'h',
  state: 'accepted',
  to_name: 'Bradford',
  to_service_id: 's',
  answer: 'accepted',
  decline_reason: null,
  appointment_day: null,
  appointment_at: null,
  appointment_outcome: null,
} as const

const ready = { tonight: 'Hostel', advised: true }

const missed = {
  ...handover,
  appointment_day: Temporal.PlainDate.from('2026-11-20'),
  appointment_outcome: 'no_answer',
} as const

describe('the release pack', () => {
  it('counts what somebody needs, and no more', () => {
    expect(leavingRow(found(), today).pack).toMatchObject({ done: 0, of: 4 })
    expect(leavingRow(found({ handover }, '2026-11-26', ready), today).pack).toEqual({
      done: 3,
      of: 4,
      missing: ['appointment'],
    })
    const both = { ...ready, substitution: true, naloxone_indicated: true, bridged: true }
    expect(leavingRow(found({ handover }, '2026-11-26', both), today).pack).toMatchObject({ done: 4, of: 6 })
  })

  it('nowhere to sleep is known, and still missing', () => {
    const row = leavingRow(found({}, '2026-11-26', { tonight: 'Nowhere yet' }), today)
    expect(row.tonight).toBe('Nowhere yet')
    expect(row.pack.missing).toContain('first night')
  })
})

describe('what is next', () => {
  it.each([
    ['Open hand-over', {}],
    ['Go on with hand-over', { handover: { ...handover, state: 'open', to_name: null, answer: null } }],
    ['Choose another service', { handover: { ...handover, state: 'declined', answer: 'declined' } }],
    ['Accept or decline', { receives: true, handover: { ...handover, state: 'sent', answer: null } }],
    ['Book', { handover }],
    ['First night', { handover: { ...handover, appointment_day: today, appointment_outcome: 'planned' } }],
  ] as const)('%s', (text, changed) => {
    expect(leavingRow(found(changed), today).next?.text).toBe(text)
  })

  it.each([
    ['Call sheet', {}],
    ['Rebook', { handover: missed }],
    ['Ring', { handover }],
    ['Say what became of it', { handover: { ...missed, appointment_outcome: 'planned' } }],
    ['Has treatment started?', { handover: { ...missed, appointment_outcome: 'kept' } }],
  ] as const)('after leaving: %s', (text, changed) => {
    expect(leftRow(found(changed, '2026-11-14'), today).next.text).toBe(text)
  })

  it.each([
    ['No hand-over', {}],
    ['Sent, Bradford', { handover: { ...handover, state: 'sent', answer: null } }],
    ['Accepted, Bradford', { handover }],
  ] as const)('with whom after leaving: %s', (words, changed) => {
    expect(leftRow(found(changed, '2026-11-14'), today).service).toBe(words)
  })

  it.each([
    ['not rung yet', 'Ring', {}],
    [
      'rung once, last yesterday: no answer',
      'Ring again',
      { attempts: 1, last_attempt_on: day('2026-11-22'), last_attempt: 'no_answer' },
    ],
    [
      'rung 3 times, last today: kept',
      'Ring again',
      { attempts: 3, last_attempt_on: today, last_attempt: 'kept' },
    ],
  ] as const)('%s', (tried, next, more) => {
    const row = leftRow(found({ handover }, '2026-11-14', more), today)
    expect([row.tried, row.next.text]).toEqual([tried, next])
  })

  it('nobody is rung while nobody knows why they left', () => {
    const row = leftRow(found({}, '2026-11-22', { reason_known: false }), today)
    expect(row.how).toContain('nobody rings')
    expect(row.next.text).toBe('See why')
  })
})

describe('the day counter', () => {
  it.each([
    ['2026-11-23', 'left today', 'Planned'],
    ['2026-11-14', 'day 9 of 21', 'Planned'],
    ['2026-11-03', 'day 20 of 21', 'Planned; the last day is tomorrow'],
    ['2026-11-02', 'day 21 of 21', 'Planned; today is the last day'],
    ['2026-11-01', 'day 22', 'Planned'],
  ])('left %s: %s', (day, counter, how) => {
    expect(leftRow(found({}, day), today)).toMatchObject({ counter, how })
  })
})

describe('the order', () => {
  const row = (day: string, isReady: boolean) =>
    leavingRow(isReady ? found({ handover }, day, ready) : found({}, day), today)
  const [later, prepared, unready, now] = [
    row('2026-12-20', false),
    row('2026-11-25', true),
    row('2026-11-27', false),
    row('2026-11-23', true),
  ]

  it('least ready and soonest first', () => {
    expect(inBoardOrder([later, prepared, unready, now], 'ready', today)).toEqual([
      now,
      unready,
      prepared,
      later,
    ])
  })

  it('or by the day alone', () => {
    expect(inBoardOrder([later, prepared, unready, now], 'soonest', today)).toEqual([
      now,
      prepared,
      unready,
      later,
    ])
  })
})
