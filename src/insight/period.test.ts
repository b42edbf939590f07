import { describe, expect, it } from 'vitest'
import { periodQuery, periodToKeep, readPeriod } from './period.ts'

const today = Temporal.PlainDate.from('2026-11-23')

const read = (address: string) => readPeriod(new URLSearchParams(address), today)

const days = ({ period: { span, before, asOf } }: ReturnType<typeof read>): string =>
  `${span.from}/${span.to} after ${before.from}/${before.to} as of ${asOf}`

const own = (from: string, to: string, asOf?: string): string => {
  const fields = (name: string, date: string): string => {
    const [year, month, day] = date.split('-')
    return `${name}-day=${day}&${name}-month=${month}&${name}-year=${year}`
  }
  const known = asOf === undefined ? '' : `&${fields('as_of', asOf)}`
  return `period=own&${fields('from', from)}&${fields('to', to)}${known}`
}

describe('the period of a figure', () => {
  it('is the last 12 months unless another is asked for', () => {
    expect(days(read(''))).toBe('2025-11-24/2026-11-23 after 2024-11-24/2025-11-23 as of 2026-11-23')
    expect(days(read('period=nonsense'))).toBe(days(read('')))
  })

  it('may be the last quarter that is over', () => {
    expect(days(read('period=quarter'))).toBe(
      '2026-07-01/2026-09-30 after 2026-04-01/2026-06-30 as of 2026-11-23',
    )
  })

  it('may be anybody’s own, with as many days before it', () => {
    expect(days(read(own('2026-03-01', '2026-03-31')))).toBe(
      '2026-03-01/2026-03-31 after 2026-01-29/2026-02-28 as of 2026-11-23',
    )
  })

  it('ends where what is known ends', () => {
    expect(days(read('period=year&as_of-day=29&as_of-month=2&as_of-year=2024'))).toBe(
      '2023-03-01/2024-02-29 after 2022-03-01/2023-02-28 as of 2024-02-29',
    )
  })

  it('says what is wrong where the days cannot be, and keeps them as typed', () => {
    const wrong = read(own('2026-02-31', '2026-03-31'))
    expect(wrong.errors).toEqual([{ field: 'from', message: expect.stringContaining('a date that exists') }])
    expect(wrong.values['from-day']).toBe('31')
    expect(days(wrong)).toBe(days(read('')))
    expect(read(own('2026-04-01', '2026-03-31')).errors[0]?.message).toContain('not be before')
    expect(read(own('2016-04-01', '2026-03-31')).errors[0]?.message).toContain('five years')
    expect(read(own('2026-03-01', '2026-03-31', '2026-11-24')).errors[0]?.field).toBe('as_of')
    expect(read('period=own').errors[0]?.field).toBe('from')
  })

  it('is the same again from its own address', () => {
    for (const address of ['', 'period=quarter', own('2026-03-01', '2026-03-31', '2026-05-01')]) {
      const first = read(address)
      expect(days(read(new URLSearchParams(periodQuery(first.period)).toString()))).toBe(days(first))
    }
  })

  it('is kept for another day without what was only today’s', () => {
    const kept = (address: string): string => periodToKeep(new URLSearchParams(address), today).toString()
    const asOf = (day: number): string => `period=year&as_of-day=${day}&as_of-month=11&as_of-year=2026`
    expect(kept(asOf(23))).toBe('period=year')
    expect(kept(asOf(1))).toBe(asOf(1))
    expect(kept('period=own')).toBe('')
    expect(kept(own('2026-03-01', '2026-03-31'))).toBe(
      'period=own&from-day=1&from-month=3&from-year=2026&to-day=31&to-month=3&to-year=2026',
    )
  })
})
