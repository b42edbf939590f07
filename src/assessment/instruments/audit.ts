import type { Instrument, Item, ScoredOption } from './instrument.ts'

const often: readonly ScoredOption[] = [
  { value: 'never', text: 'Never', score: 0 },
  { value: 'less_than_monthly', text: 'Less than monthly', score: 1 },
  { value: 'monthly', text: 'Monthly', score: 2 },
  { value: 'weekly', text: 'Weekly', score: 3 },
  { value: 'daily', text: 'Daily or almost daily', score: 4 },
]

const ever: readonly ScoredOption[] = [
  { value: 'no', text: 'No', score: 0 },
  { value: 'before', text: 'Yes, but not in the last year', score: 2 },
  { value: 'year', text: 'Yes, during the last year', score: 4 },
]

/** Who never drinks is not asked what drinking does: the WHO's manual goes on to questions 9 and 10. */
const drinks = { audit_1: ['monthly', '2-4_month', '2-3_week', '4_week'] }

const whenDrinking = (nth: number, text: string): Item => ({
  asks: 'choice',
  name: `audit_${nth}`,
  text,
  options: often,
  when: drinks,
})

const consumption: readonly Item[] = [
  {
    asks: 'choice',
    name: 'audit_1',
    text: 'How often do you have a drink containing alcohol?',
    options: [
      { value: 'never', text: 'Never', score: 0 },
      { value: 'monthly', text: 'Monthly or less', score: 1 },
      { value: '2-4_month', text: '2–4 times per month', score: 2 },
      { value: '2-3_week', text: '2–3 times per week', score: 3 },
      { value: '4_week', text: '4 or more times per week', score: 4 },
    ],
  },
  {
    asks: 'choice',
    name: 'audit_2',
    text: 'How many units of alcohol do you drink on a typical day when you are drinking?',
    when: drinks,
    options: [
      { value: '1-2', text: '1–2', score: 0 },
      { value: '3-4', text: '3–4', score: 1 },
      { value: '5-6', text: '5–6', score: 2 },
      { value: '7-9', text: '7–9', score: 3 },
      { value: '10+', text: '10 or more', score: 4 },
    ],
  },
  whenDrinking(
    3,
    'How often have you had 6 or more units if female, or 8 or more if male, on a single occasion in the last year?',
  ),
]

const whoWroteIt = {
  shipped: 'in full',
  window: { outside: 'the last year', custody: 'the year before they came into prison' },
  total: { rule: 'sum', spare: 0 },
  takenBy: 'recovery',
} as const

/** AUDIT: ten questions on drinking, in UK units, 0 to 40. */
export const audit: Instrument = {
  ...whoWroteIt,
  id: 'audit',
  version: 1,
  name: 'AUDIT',
  about: 'Drinking',
  parts: [
    {
      title: null,
      items: [
        ...consumption,
        whenDrinking(
          4,
          'How often during the last year have you found that you were not able to stop drinking once you had started?',
        ),
        whenDrinking(
          5,
          'How often during the last year have you failed to do what was normally expected from you because of your drinking?',
        ),
        whenDrinking(
          6,
          'How often during the last year have you needed an alcoholic drink in the morning to get yourself going after a heavy drinking session?',
        ),
        whenDrinking(
          7,
          'How often during the last year have you had a feeling of guilt or remorse after drinking?',
        ),
        whenDrinking(
          8,
          'How often during the last year have you been unable to remember what happened the night before because you had been drinking?',
        ),
        {
          asks: 'choice',
          name: 'audit_9',
          text: 'Have you or somebody else been injured as a result of your drinking?',
          options: ever,
        },
        {
          asks: 'choice',
          name: 'audit_10',
          text: 'Has a relative or friend, doctor or other health worker been concerned about your drinking or suggested that you cut down?',
          options: ever,
        },
      ],
    },
  ],
  range: { least: 0, most: 40 },
  bands: [
    { from: 20, words: 'possible dependence' },
    { from: 16, words: 'higher risk' },
    { from: 8, words: 'increasing risk' },
    { from: 0, words: 'low risk' },
  ],
  licence:
    'AUDIT: © World Health Organization. Reproduced with acknowledgement, not for sale; UK wording in units.',
  source: 'WHO, AUDIT manual, second edition (2001)',
}

/** AUDIT-C: its first three questions, 0 to 12. */
export const auditC: Instrument = {
  ...whoWroteIt,
  id: 'audit_c',
  version: 1,
  name: 'AUDIT-C',
  about: 'Drinking, in three questions',
  parts: [{ title: null, items: consumption }],
  range: { least: 0, most: 12 },
  bands: [
    { from: 5, words: 'go on to the whole AUDIT' },
    { from: 0, words: 'below the line of 5' },
  ],
  licence:
    'AUDIT-C: © World Health Organization, from the Alcohol Use Disorders Identification Test (AUDIT).',
  source:
    'WHO, AUDIT manual, second edition; UK wording in units. Five or more: complete the remaining questions.',
}
