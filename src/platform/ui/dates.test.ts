import { describe, expect, it } from 'vitest'
import {
  ageOn,
  awayWords,
  birthWords,
  capitalised,
  dateAndAway,
  dateWords,
  dayWords,
  dueWords,
  fullDate,
  momentWords,
  timeWords,
} from './dates.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const today = date('2026-11-22')

describe('dates as people say them', () => {
  it.each([
    ['2026-11-21', 'yesterday'],
    ['2026-11-22', 'today'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-26', 'Thursday 26 November'],
    ['2026-11-20', 'Friday 20 November'],
    ['2027-01-01', 'Friday 1 January 2027'],
  ])('%s is %s', (day, words) => expect(dayWords(date(day), today)).toBe(words))

  it.each([
    ['2026-11-19', '3 days ago'],
    ['2026-11-20', '2 days ago'],
    ['2026-11-21', 'yesterday'],
    ['2026-12-04', 'in 12 days'],
    ['2027-11-22', 'in 365 days'],
  ])('%s is %s away', (day, words) => expect(awayWords(date(day), today)).toBe(words))

  it.each([
    ['2026-11-19', 'overdue by 3 days'],
    ['2026-11-21', 'overdue by 1 day'],
    ['2026-11-22', 'due today'],
    ['2026-11-23', 'due tomorrow'],
    ['2026-11-26', 'due Thursday 26 November'],
  ])('what is owed on %s is %s', (day, words) => expect(dueWords(date(day), today)).toBe(words))

  it('gives the date with how far away it is', () => {
    expect(dateAndAway(date('2026-12-04'), today)).toBe('Friday 4 December, in 12 days')
    expect(dateAndAway(today, today)).toBe('today, Sunday 22 November')
  })

  it('keeps the year of another year, whichever side it is on', () => {
    expect(dateWords(date('2025-12-31'), today)).toBe('Wednesday 31 December 2025')
    expect(fullDate(date('1989-03-04'))).toBe('4 March 1989')
  })

  it('makes a first letter large', () => expect(capitalised('overdue by 1 day')).toBe('Overdue by 1 day'))
})

describe('times in Europe/London', () => {
  const instant = (text: string) => Temporal.Instant.from(text)

  it.each([
    ['2026-11-22T09:30:00Z', '09:30'],
    ['2026-07-01T09:30:00Z', '10:30'],
    ['2026-10-25T00:59:00Z', '01:59'],
    ['2026-10-25T01:00:00Z', '01:00'],
  ])('%s is %s', (moment, words) => expect(timeWords(instant(moment))).toBe(words))

  it('puts a moment on its own day, not the one of Greenwich', () => {
    expect(momentWords(instant('2026-07-01T23:10:00Z'), date('2026-07-02'))).toBe('today at 00:10')
    expect(momentWords(instant('2026-11-21T23:59:00Z'), today)).toBe('yesterday at 23:59')
  })
})

describe('dates of birth', () => {
  it('counts whole years', () => {
    expect(ageOn(date('1989-11-22'), today)).toBe(37)
    expect(ageOn(date('1989-11-23'), today)).toBe(36)
  })

  it('lets somebody born on 29 February come of age on 1 March', () => {
    expect(ageOn(date('2008-02-29'), date('2026-02-28'))).toBe(17)
    expect(ageOn(date('2008-02-29'), date('2026-03-01'))).toBe(18)
  })

  it('says what is known of a partial one', () => {
    expect(birthWords(date('1989-03-04'), today)).toBe('4 March 1989 (37)')
    expect(birthWords(Temporal.PlainYearMonth.from('1989-03'), today)).toBe('March 1989 (about 37)')
    expect(birthWords({ year: 1989 }, today)).toBe('1989 (about 37)')
    expect(birthWords(undefined, today)).toBe('not known')
  })
})
