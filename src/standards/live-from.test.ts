import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days, people, startDay } from '../../test/support/any-history.ts'
import { deriveObligations } from './derive.ts'
import { aContext, aPerson, day, owes } from './testing.ts'

const live = aContext([], { 'leeds team': day('2026-03-02') })
const here = aPerson().admitted('2026-01-05', 'LEI')
const takenOn = here.referred('2026-01-05').triaged('2026-01-06')

describe('the first day of a service', () => {
  test('who is inside and was never screened owes no arrival screen', () => {
    expect(owes(here, 'arrival_screen')).toHaveLength(1)
    expect(owes(here, 'arrival_screen', live)).toEqual([])
  })

  test('who arrives that day is screened that day', () => {
    expect(owes(aPerson().admitted('2026-03-02', 'LEI'), 'arrival_screen', live)).toEqual([
      'opens 2026-03-02, due 2026-03-02, owed, leeds team',
    ])
  })

  test('what goes on is owed anew from that day', () => {
    expect(owes(takenOn, 'agreed_contact', live)).toEqual([
      'opens 2026-01-07, due 2026-03-16, owed, leeds team',
    ])
    expect(owes(takenOn, 'handover_opened', live)).toEqual([
      'opens 2026-01-06, due 2026-03-09, owed, leeds team',
    ])
    expect(owes(here.referred('2026-01-05'), 'triage', live)).toEqual([
      'opens 2026-01-05, due 2026-03-03, owed, leeds team',
    ])
  })

  test('what is not yet due keeps its day', () => {
    const lately = aPerson().admitted('2026-02-23', 'LEI').referred('2026-02-25')
    expect(owes(lately, 'treatment_start', live)).toEqual([
      'opens 2026-02-25, due 2026-03-18, owed, leeds team',
    ])
  })

  test('what was done before owes nothing, in time or late; done later, it is in time', () => {
    const late = here.referred('2026-01-05')
    expect(owes(late.triaged('2026-01-20'), 'triage', live)).toEqual([])
    expect(owes(late.triaged('2026-03-03'), 'triage', live)[0]).toContain('met 2026-03-03')
  })

  test('who left before is rung from that day on, not for the days gone by', () => {
    const left = takenOn.released('2026-02-27')
    expect(owes(left, 'call_sheet', live)).toEqual([])
    expect(owes(left, 'after_release_day_1', live)).toEqual([])
    expect(owes(left, 'after_release_day_3', live)).toHaveLength(1)
    expect(owes(left, 'continuity', live)[0]).toContain('due 2026-03-20')
  })

  test('another team that has worked with it longer owes what it owes', () => {
    const moved = takenOn.moved('2026-02-16', 'transfer_out').moved('2026-02-16', 'transfer_in', 'ISI')
    expect(owes(moved, 'first_contact_after_transfer', live)).toEqual(
      owes(moved, 'first_contact_after_transfer'),
    )
  })
})

const beginsOn = (on: number) =>
  aContext([], Object.fromEntries([...aContext().directory.services.keys()].map((id) => [id, on])))
const holds = (property: fc.IRawProperty<unknown>) => fc.assert(property, { numRuns: 500 })

test('nothing was due before the first day, and nothing was closed', () => {
  holds(
    fc.property(people, days, (person, day) => {
      for (const one of deriveObligations(person, beginsOn(startDay + day))) {
        if (one.ownerService === null) continue
        expect(one.dueOn).toBeGreaterThanOrEqual(startDay + day)
        if (one.closedOn !== null) expect(one.closedOn).toBeGreaterThanOrEqual(startDay + day)
      }
    }),
  )
})

test('what opens from the first day on is as it always was', () => {
  holds(
    fc.property(people, days, (person, day) => {
      const opensLater = ({ opensOn }: { readonly opensOn: number }) => opensOn >= startDay + day
      expect(deriveObligations(person, beginsOn(startDay + day)).filter(opensLater)).toEqual(
        deriveObligations(person, aContext()).filter(opensLater),
      )
    }),
  )
})
