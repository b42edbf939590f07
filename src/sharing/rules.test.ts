import { describe, expect, it } from 'vitest'
import type { RegisterRow } from './model.ts'
import { endsSoon, faultOfClinical, notCovered, standingOf, stateOn } from './rules.ts'
import { standingSentence } from './words.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-23')

const row = (changed: Partial<RegisterRow> = {}): RegisterRow => ({
  id: 'one',
  purpose: 'treatment',
  recipient: { serviceId: 'bradford', body: null, name: 'Bradford community service' },
  basis: 'consent',
  state: 'given',
  parts: ['recovery'],
  until: null,
  how: 'spoken',
  explained: ['read_aloud'],
  explainedWords: null,
  words: null,
  opens: false,
  day: day('2026-11-03'),
  recordedBy: 'Rosa',
  recordedByService: 'Leeds recovery team',
  recordedAt: Temporal.Instant.from('2026-11-03T10:00:00Z'),
  ...changed,
})

describe('where a row stands', () => {
  it.each([
    ['given without an end', row(), 'given'],
    ['given until tomorrow', row({ until: day('2026-11-24') }), 'given'],
    ['given until today', row({ until: today }), 'given'],
    ['given until yesterday', row({ until: day('2026-11-22') }), 'expired'],
    ['refused', row({ state: 'refused' }), 'refused'],
    [
      'withdrawn, whose last day has passed too',
      row({ state: 'withdrawn', until: day('2026-11-01') }),
      'withdrawn',
    ],
  ])('%s', (_name, given, state) => {
    expect(stateOn(given, today)).toBe(state)
  })

  it('the newest of each recipient, purpose and basis stands; consent and another basis stand side by side', () => {
    const standing = standingOf(
      [
        row({ id: 'withdrawn', state: 'withdrawn' }),
        row({ id: 'court', basis: 'court_order', words: 'Order of 1 November' }),
        row({ id: 'given before' }),
        row({
          id: 'family',
          purpose: 'family',
          recipient: { serviceId: null, body: 'Ann, sister', name: 'Ann, sister' },
        }),
        row({
          id: 'family before',
          purpose: 'family',
          recipient: { serviceId: null, body: 'ANN, sister', name: 'ANN, sister' },
        }),
      ],
      today,
    )
    expect(standing.map(({ id, now }) => `${id}: ${now}`)).toEqual([
      'withdrawn: withdrawn',
      'court: given',
      'family: given',
    ])
  })

  it('is worth asking again for fourteen days before it ends', () => {
    const until = (text: string) => ({ now: stateOn(row({ until: day(text) }), today), until: day(text) })
    expect(endsSoon(until('2026-12-07'), today)).toBe(true)
    expect(endsSoon(until('2026-12-08'), today)).toBe(false)
    expect(endsSoon(until('2026-11-22'), today)).toBe(false)
    expect(endsSoon({ now: 'given', until: null }, today)).toBe(false)
  })
})

describe('what a basis carries', () => {
  it.each([
    ['consent', 'coordinator', true],
    ['vital_interests', 'coordinator', true],
    ['direct_care', 'coordinator', false],
    ['direct_care', 'clinical', true],
    ['court_order', 'clinical', false],
    ['safeguarding', 'clinical', false],
  ] as const)('medicines and clinical notes on %s by %s: %s', (basis, role, goes) => {
    expect(faultOfClinical(basis, role) === null).toBe(goes)
  })

  it('names the parts that it does not cover', () => {
    expect(notCovered(['identity', 'recovery', 'clinical'], row())).toEqual(['clinical'])
    expect(notCovered(['recovery'], row())).toEqual([])
  })
})

describe('in one sentence', () => {
  it.each([
    [row(), 'They agreed on 3 November 2026 (spoken; explained read aloud) to recovery records.'],
    [
      row({ until: day('2026-11-20'), parts: [] }),
      'They agreed on 3 November 2026 (spoken; explained read aloud) to who they are and how to reach them, and nothing more, until 20 November 2026. That has run out: ask them again.',
    ],
    [row({ state: 'refused' }), 'They said no on 3 November 2026 (spoken; explained read aloud).'],
    [row({ state: 'withdrawn' }), 'They withdrew their agreement on 3 November 2026.'],
    [
      row({ basis: 'court_order', parts: ['recovery', 'summary'], until: day('2026-12-01') }),
      'A court ordered it, since 3 November 2026, until 1 December 2026: recovery records and the agreed summary and plan.',
    ],
  ])('%#', (given, sentence) => {
    expect(standingSentence({ ...given, now: stateOn(given, today) })).toBe(sentence)
  })
})
