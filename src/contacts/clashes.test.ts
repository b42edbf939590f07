import { describe, expect, it } from 'vitest'
import { clashesOf, type Proposed } from './clashes.ts'

const today = Temporal.PlainDate.from('2026-03-01')
const london = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant()

const proposed = (text: string, minutes = 45, atTheDoor = false): Proposed => ({
  day: Temporal.PlainDate.from(text.slice(0, 10)),
  startsAt: london(text),
  minutes,
  atTheDoor,
})

const lunch = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  starts: Temporal.PlainTime.from('12:00'),
  ends: Temporal.PlainTime.from('13:30'),
  words: 'lunch lock-up',
}
const nothing = { bookings: [], regime: [], day: { releaseDay: null, atCourt: false } }

const booked = (text: string, minutes = 30) => ({
  ...nothing,
  bookings: [{ startsAt: london(text), minutes, words: 'Lee already has: one to one,' }],
})

describe('a booking', () => {
  it.each([
    ['ends as the other begins', '2026-03-02T10:15', '2026-03-02T11:00', 0],
    ['ends a minute later', '2026-03-02T10:16', '2026-03-02T11:00', 1],
    ['begins as the other ends', '2026-03-02T11:30', '2026-03-02T11:00', 0],
    ['begins a minute earlier', '2026-03-02T11:29', '2026-03-02T11:00', 1],
  ])('that %s', (_words, mine, theirs, clashes) => {
    expect(clashesOf(proposed(mine), booked(theirs), today)).toHaveLength(clashes)
  })

  it.each([
    ['the day before the clocks go forward', '2026-03-28'],
    ['the day they go forward', '2026-03-29'],
    ['the day before they go back', '2026-10-24'],
    ['the day they go back', '2026-10-25'],
  ])('at ten to twelve runs into lunch on %s, and at quarter past eleven does not', (_words, day) => {
    const regime = { ...nothing, regime: [lunch] }
    expect(clashesOf(proposed(`${day}T11:50`), regime, today)).toEqual([
      'It falls in the prison’s lunch lock-up, 12:00 to 13:30',
    ])
    expect(clashesOf(proposed(`${day}T11:15`), regime, today)).toEqual([])
    expect(clashesOf(proposed(`${day}T13:30`), regime, today)).toEqual([])
  })

  it('across the hour that is told twice lasts as long as it lasts', () => {
    const night = proposed('2026-10-25T00:30', 60)
    const later = {
      ...nothing,
      bookings: [
        { startsAt: Temporal.Instant.from('2026-10-25T01:00:00Z'), minutes: 30, words: 'The second one' },
      ],
    }
    expect(clashesOf(night, later, today)).toEqual([])
    expect(clashesOf({ ...night, minutes: 95 }, later, today)).toHaveLength(1)
  })

  it('at the cell door is in nobody’s way', () => {
    expect(clashesOf(proposed('2026-03-02T12:15', 15, true), { ...nothing, regime: [lunch] }, today)).toEqual(
      [],
    )
  })

  it('on the day of release or of court is said, also without a time', () => {
    const day = { releaseDay: Temporal.PlainDate.from('2026-03-05'), atCourt: true }
    const on = (text: string) => ({ ...proposed(`${text}T10:00`), startsAt: null })
    expect(clashesOf(on('2026-03-05'), { ...nothing, day }, today)).toEqual([
      'Their release date is Thursday 5 March',
      'They are due at court that day',
    ])
    expect(clashesOf(on('2026-03-04'), { ...nothing, day: { ...day, atCourt: false } }, today)).toEqual([])
  })
})
