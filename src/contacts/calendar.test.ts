import { describe, expect, it } from 'vitest'
import { type CalendarContact, calendarText } from './calendar.ts'

const at = (when: string | null, day: string, more: Partial<CalendarContact> = {}): CalendarContact => ({
  id: '01900000-0000-7000-8000-00000000000a',
  day: Temporal.PlainDate.from(day),
  startsAt: when === null ? null : Temporal.Instant.from(when),
  minutes: 45,
  purpose: 'one_to_one',
  mode: 'in_person',
  wing: 'C',
  changedAt: Temporal.Instant.from('2026-11-01T09:00:00Z'),
  ...more,
})

const lines = (contact: CalendarContact): readonly string[] => calendarText([contact]).split('\r\n')

describe('a calendar', () => {
  it('says what and on which wing, and nobody’s name', () => {
    expect(lines(at('2026-11-23T14:00:00Z', '2026-11-23'))).toContain('SUMMARY:One to one\\, C wing')
    expect(
      lines(at('2026-11-23T14:00:00Z', '2026-11-23', { wing: null, purpose: 'follow_up', mode: 'phone' })),
    ).toContain('SUMMARY:Follow-up after release\\, by phone')
  })

  it.each([
    ['the last winter morning', '2026-03-28T09:30:00Z', '2026-03-28', '20260328T093000', '20260328T101500'],
    ['the first summer morning', '2026-03-29T08:30:00Z', '2026-03-29', '20260329T093000', '20260329T101500'],
    ['the last summer morning', '2026-10-24T08:30:00Z', '2026-10-24', '20261024T093000', '20261024T101500'],
    ['the first winter morning', '2026-10-25T09:30:00Z', '2026-10-25', '20261025T093000', '20261025T101500'],
  ])('shows 09:30 in London on %s', (_words, instant, day, start, end) => {
    const said = lines(at(instant, day))
    expect(said).toContain(`DTSTART;TZID=Europe/London:${start}`)
    expect(said).toContain(`DTEND;TZID=Europe/London:${end}`)
  })

  it('brings the zone’s own rules, for programs that know no zones', () => {
    const text = calendarText([at('2026-11-23T14:00:00Z', '2026-11-23')])
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/London')
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU')
  })

  it('gives a contact without a time the whole day', () => {
    const said = lines(at(null, '2026-11-23'))
    expect(said).toContain('DTSTART;VALUE=DATE:20261123')
    expect(said).toContain('DTEND;VALUE=DATE:20261124')
  })
})
