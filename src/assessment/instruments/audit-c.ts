import type { Answers, Question } from '../model.ts'

/** A published questionnaire as data: what it asks, how it is scored, what a score means, and whose it is. */
export interface Instrument {
  readonly id: string
  readonly name: string
  readonly items: readonly { readonly name: string; readonly scores: Readonly<Record<string, number>> }[]
  /** From the highest down: the first whose `from` the score reaches. */
  readonly bands: readonly { readonly from: number; readonly words: string }[]
  readonly credit: string
  readonly source: string
}

const often = [
  { value: 'never', text: 'Never' },
  { value: 'less_than_monthly', text: 'Less than monthly' },
  { value: 'monthly', text: 'Monthly' },
  { value: 'weekly', text: 'Weekly' },
  { value: 'daily', text: 'Daily or almost daily' },
]

const drinks = { audit_1: ['monthly', '2-4_month', '2-3_week', '4_week'] }

/** The three questions; the second and third are asked of those who drink. */
export const auditCQuestions: readonly Question[] = [
  {
    name: 'audit_1',
    asks: 'one',
    label: 'How often do you have a drink containing alcohol?',
    hint: 'In the year before they came into prison.',
    required: 'Say how often they drink alcohol',
    options: [
      { value: 'never', text: 'Never' },
      { value: 'monthly', text: 'Monthly or less' },
      { value: '2-4_month', text: '2–4 times per month' },
      { value: '2-3_week', text: '2–3 times per week' },
      { value: '4_week', text: '4 or more times per week' },
    ],
  },
  {
    name: 'audit_2',
    asks: 'one',
    when: drinks,
    label: 'How many units of alcohol do you drink on a typical day when you are drinking?',
    required: 'Say how many units on a typical day',
    options: [
      { value: '1-2', text: '1–2' },
      { value: '3-4', text: '3–4' },
      { value: '5-6', text: '5–6' },
      { value: '7-9', text: '7–9' },
      { value: '10+', text: '10 or more' },
    ],
  },
  {
    name: 'audit_3',
    asks: 'one',
    when: drinks,
    label:
      'How often have you had 6 or more units if female, or 8 or more if male, on a single occasion in the last year?',
    required: 'Say how often that much on a single occasion',
    options: often,
  },
]

/** AUDIT-C: the first three questions of the WHO's AUDIT, in UK units, 0 to 12. */
export const auditC: Instrument = {
  id: 'audit_c',
  name: 'AUDIT-C',
  items: [
    { name: 'audit_1', scores: { never: 0, monthly: 1, '2-4_month': 2, '2-3_week': 3, '4_week': 4 } },
    { name: 'audit_2', scores: { '1-2': 0, '3-4': 1, '5-6': 2, '7-9': 3, '10+': 4 } },
    {
      name: 'audit_3',
      scores: { never: 0, less_than_monthly: 1, monthly: 2, weekly: 3, daily: 4 },
    },
  ],
  bands: [
    { from: 5, words: 'go on to the whole AUDIT' },
    { from: 0, words: 'below the line of 5' },
  ],
  credit: 'AUDIT-C: © World Health Organization, from the Alcohol Use Disorders Identification Test (AUDIT).',
  source:
    'WHO, AUDIT manual, second edition; UK wording in units. Five or more: complete the remaining questions.',
}

/** The score of an instrument, or null where its first question was not answered; an item not asked scores 0. */
export const scoreOf = (instrument: Instrument, answers: Answers): number | null => {
  const [first] = instrument.items
  if (first === undefined || answers[first.name] === undefined) return null
  return instrument.items.reduce((sum, { name, scores }) => sum + (scores[String(answers[name])] ?? 0), 0)
}

/** What a score means, in the instrument's own bands. */
export const bandOf = (instrument: Instrument, score: number): string =>
  instrument.bands.find(({ from }) => score >= from)?.words ?? ''
