import { expect, test } from 'vitest'
import { isoDay } from '../platform/day.ts'
import { deriveObligations } from './derive.ts'
import { describeObligation } from './describe.ts'
import { england } from './packs/england.ts'
import { standardById } from './standard.ts'
import { isOpenOn, isOutOfHours, statusOn } from './status.ts'
import { aContext, aPerson, day, ofStandard } from './testing.ts'

const owed = {
  state: 'owed',
  opensOn: day('2026-03-02'),
  dueOn: day('2026-03-04'),
  lapsesOn: null,
  closedOn: null,
} as const

test.each([
  ['2026-03-01', 'not_yet_open', false],
  ['2026-03-02', 'open', true],
  ['2026-03-04', 'due_today', true],
  ['2026-03-05', 'overdue', true],
] as const)('owed, on %s: %s', (today, status, open) => {
  expect(statusOn(owed, day(today))).toBe(status)
  expect(isOpenOn(owed, day(today))).toBe(open)
})

test('what cannot be done late is missed from the next day on', () => {
  const lapsing = { ...owed, lapsesOn: owed.dueOn }
  expect(statusOn(lapsing, day('2026-03-04'))).toBe('due_today')
  expect(statusOn(lapsing, day('2026-03-05'))).toBe('missed')
  expect(isOpenOn(lapsing, day('2026-03-05'))).toBe(false)
})

test('what is closed says how, whatever the day', () => {
  const today = day('2026-05-01')
  expect(statusOn({ ...owed, state: 'met', closedOn: day('2026-03-04') }, today)).toBe('met')
  expect(statusOn({ ...owed, state: 'met', closedOn: day('2026-03-05') }, today)).toBe('met_late')
  expect(statusOn({ ...owed, state: 'waived', closedOn: today }, today)).toBe('waived')
  expect(statusOn({ ...owed, state: 'no_longer_applicable', closedOn: today }, today)).toBe(
    'no_longer_applicable',
  )
})

test.each([
  ['a Saturday', '2026-03-07', true],
  ['a Monday', '2026-03-09', false],
  ['Good Friday', '2026-04-03', true],
])('due on %s: rung out of hours or not', (_day, due, closed) => {
  expect(isOutOfHours({ dueOn: day(due), ownerService: 'bradford' }, aContext())).toBe(closed)
})

test('the words say why it is owed and where it comes from', () => {
  const story = aPerson()
    .admitted('2026-03-02', 'LEI')
    .referred('2026-03-02')
    .triaged('2026-03-03')
    .seen('2026-03-12')
  const contact = ofStandard(deriveObligations(story.facts, aContext()), 'agreed_contact').at(-1)
  const standard = standardById(england, 'agreed_contact')
  expect(contact && standard && describeObligation(contact, standard, isoDay)).toEqual({
    title: 'See',
    words: 'Seen as often as was agreed with them',
    why: 'Last contact 2026-03-12; the next by 2026-03-26',
    source: 'Set by this service: no published number was found (number not confirmed)',
  })
})
