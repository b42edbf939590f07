import { describe, expect, it } from 'vitest'
import {
  choiceField,
  choicesField,
  dayField,
  dayValues,
  formOf,
  optionalDayField,
  optionalTextField,
  optionalTimeField,
  textField,
} from './fields.ts'

const form = formOf({
  day: dayField('Enter the day they came'),
  until: optionalDayField(),
  words: textField('Write what happened', 20),
  more: optionalTextField(5),
  which: choiceField(['one', 'two'], 'Choose one or two'),
  boxes: choicesField(['a', 'b']),
  time: optionalTimeField(),
})

const good = { 'day-day': '4', 'day-month': '3', 'day-year': '1989', words: ' well\r\n', which: 'one' }

const messages = (values: Record<string, string | string[]>): Record<string, string> => {
  const parsed = form.safeParse({ ...good, ...values })
  return Object.fromEntries(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [])
}

describe('the fields of a form', () => {
  it('are parsed as people type them', () => {
    expect(
      form.parse({
        ...good,
        'until-day': '29',
        'until-month': 'February',
        'until-year': '2028',
        boxes: ['a', 'b'],
        time: '9.05',
      }),
    ).toEqual({
      day: Temporal.PlainDate.from('1989-03-04'),
      until: Temporal.PlainDate.from('2028-02-29'),
      words: 'well',
      more: null,
      which: 'one',
      boxes: ['a', 'b'],
      time: Temporal.PlainTime.from('09:05'),
    })
  })

  it('say what is missing', () => {
    const parsed = form.safeParse({})
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      'Enter the day they came',
      'Write what happened',
      'Choose one or two',
    ])
  })

  it.each([
    [{ 'day-day': '31', 'day-month': '2' }, 'Enter a date that exists'],
    [{ 'day-year': '89' }, 'Enter a date that exists'],
    [{ 'day-day': '1e1' }, 'Enter a date that exists'],
    [{ 'day-month': '' }, 'Enter the month too'],
    [{ 'day-day': '', 'day-month': '' }, 'Enter the day and the month too'],
  ])('answer %j with what to enter', (values, words) => {
    expect(messages(values).day).toContain(words)
  })

  it('hold words to their length, and times to the clock', () => {
    expect(messages({ words: 'x'.repeat(10_000), more: '123456', time: '25:00' })).toEqual({
      words: 'Shorten this to 20 characters',
      more: 'Shorten this to 5 characters',
      time: 'Enter a time of day like 14:30',
    })
  })

  it('take the first of what was sent twice', () => {
    expect(form.parse({ ...good, which: ['two', 'one'] }).which).toBe('two')
  })

  it('start with a day as it is typed', () => {
    expect(dayValues('day', Temporal.PlainDate.from('2026-11-03'))).toEqual({
      'day-day': '3',
      'day-month': '11',
      'day-year': '2026',
    })
  })
})
