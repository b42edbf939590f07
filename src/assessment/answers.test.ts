import { describe, expect, it } from 'vitest'
import { answersTo } from './answers.ts'
import { describeFact } from './describe-fact.ts'
import { arrivalScreen } from './forms/arrival-screen.ts'
import type { Question } from './model.ts'
import { everyQuestion } from './questions.ts'

const questions: readonly Question[] = [
  {
    name: 'some',
    asks: 'some',
    label: 'Some',
    required: 'Choose some',
    options: [
      { value: 'a', text: 'A', further: [{ name: 'why', asks: 'line', label: 'Why', required: 'Say why' }] },
      { value: 'b', text: 'B' },
      { value: 'none', text: 'None', alone: true },
    ],
  },
  { name: 'day', asks: 'day', label: 'Day' },
  { name: 'words', asks: 'words', label: 'Words', when: { some: ['b'] } },
]

const parse = (typed: Record<string, string | string[]>) => answersTo(questions).safeParse(typed)

const errors = (typed: Record<string, string | string[]>) =>
  parse(typed).error?.issues.map(({ path, message }) => [path[0], message]) ?? []

describe('answers to a short form', () => {
  it('keep what was asked, and leave out what stands under an answer not chosen', () => {
    expect(parse({ some: 'b', why: 'left over', words: ' said ', _csrf: 'x' }).data).toEqual({
      some: ['b'],
      words: 'said',
    })
    expect(parse({ some: 'a', why: 'because', words: 'left over' }).data).toEqual({
      some: ['a'],
      why: 'because',
    })
  })

  it('are asked for where they must be given, all at once and in order', () => {
    expect(errors({ 'day-day': '31', 'day-month': '2', 'day-year': '2026' })).toEqual([
      ['some', 'Choose some'],
      ['day', expect.stringContaining('date that exists')],
    ])
    expect(errors({ some: 'a' })).toEqual([['why', 'Say why']])
  })

  it('refuse what was never offered, and “none” beside others', () => {
    expect(errors({ some: 'z' })[0]?.[0]).toBe('some')
    expect(errors({ some: ['a', 'none'], why: 'x' })[0]?.[1]).toContain('alone')
  })

  it.each([
    ['29', '2', '2028', '2028-02-29'],
    ['1', '1', '2026', '2026-01-01'],
  ])('take the day %s %s %s', (day, month, year, iso) => {
    expect(parse({ some: 'b', 'day-day': day, 'day-month': month, 'day-year': year }).data).toMatchObject({
      day: iso,
    })
  })

  it('are never longer than can be read', () => {
    expect(errors({ some: 'a', why: 'x'.repeat(201) })[0]?.[1]).toContain('200')
  })
})

describe('the arrival screen', () => {
  it('must be answered in ten places at most', () => {
    expect(
      everyQuestion(arrivalScreen.questions).filter(
        ({ required, name }) => required !== undefined && name !== 'changed',
      ).length,
    ).toBeLessThanOrEqual(10)
  })

  it('has one name for each question', () => {
    const names = everyQuestion(arrivalScreen.questions).map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  })

  it('reads back in the words it was asked in, with its score', () => {
    expect(
      describeFact('arrival_screen', {
        used: ['opioids', 'spice'],
        opioids_often: 'daily',
        audit_1: 'monthly',
        audit_2: '10+',
        audit_3: 'never',
      }),
    ).toEqual({
      title: 'Arrival screen',
      rows: [
        {
          question: 'Used in the last month',
          answer: 'Heroin or other opioids that were not prescribed, Spice',
        },
        { question: 'How often: heroin or other opioids', answer: 'Every day, or nearly' },
        { question: 'How often do you have a drink containing alcohol?', answer: 'Monthly or less' },
        expect.objectContaining({ answer: '10 or more' }),
        expect.objectContaining({ answer: 'Never' }),
        { question: 'AUDIT-C score', answer: '5 of 12: go on to the whole AUDIT' },
      ],
    })
  })

  it('reads back a kind that has no form here under its own names', () => {
    expect(describeFact('medicines_bridge', { last_dose: '2026-11-20', pharmacy: 'Boots' })).toEqual({
      title: 'Medicines bridge',
      rows: [
        { question: 'Last dose', answer: '20 November 2026' },
        { question: 'Pharmacy', answer: 'Boots' },
      ],
    })
  })
})
