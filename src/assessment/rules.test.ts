import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrivalScreen } from './forms/arrival-screen.ts'
import type { Answers } from './model.ts'
import { readScreen, tonight } from './rules.ts'

/** Nothing to tell of: each case below says what is different. */
const quiet: Answers = {
  used: ['nothing'],
  signs: ['none'],
  prescribed: ['none'],
  overdose: 'never',
  injecting: 'never',
  audit_1: 'never',
  harm: 'no',
  agrees: 'yes',
}

const nothing = {
  positive: false,
  dependence: [],
  prescribedTreatment: false,
  opioidSubstitution: false,
  naloxoneIndicated: false,
  safetyConcern: false,
}

const cases: readonly [string, Answers, Partial<Record<keyof typeof nothing, unknown>>][] = [
  ['nothing at all', {}, {}],
  ['cannabis now and then', { used: ['cannabis'], cannabis_often: 'less' }, { positive: true }],
  ['heroin', { used: ['opioids'] }, { positive: true, naloxoneIndicated: true }],
  [
    'heroin every day',
    { used: ['opioids'], opioids_often: 'daily' },
    { positive: true, dependence: ['opioid'], naloxoneIndicated: true },
  ],
  ['street benzodiazepines', { used: ['benzodiazepines'] }, { positive: true, naloxoneIndicated: true }],
  [
    'street benzodiazepines every day',
    { used: ['benzodiazepines'], benzodiazepines_often: 'daily' },
    { positive: true, dependence: ['benzodiazepine'], naloxoneIndicated: true },
  ],
  ['alcohol, ill without it', { signs: ['alcohol'] }, { positive: true, dependence: ['alcohol'] }],
  ['opioids in the past', { signs: ['opioid_before'] }, { naloxoneIndicated: true }],
  [
    'on methadone',
    { prescribed: ['methadone'] },
    {
      positive: true,
      dependence: ['opioid'],
      prescribedTreatment: true,
      opioidSubstitution: true,
      naloxoneIndicated: true,
    },
  ],
  ['on medicine for alcohol', { prescribed: ['alcohol'] }, { positive: true, prescribedTreatment: true }],
  [
    'an overdose this month',
    { overdose: 'month' },
    { positive: true, naloxoneIndicated: true, safetyConcern: true },
  ],
  ['an overdose this year', { overdose: 'year' }, { positive: true, naloxoneIndicated: true }],
  ['an overdose long ago', { overdose: 'longer' }, { naloxoneIndicated: true }],
  ['injecting now', { injecting: 'month' }, { positive: true, naloxoneIndicated: true }],
  ['injecting before', { injecting: 'before' }, { naloxoneIndicated: true }],
  ['thoughts of suicide', { harm: 'yes' }, { safetyConcern: true }],
  ['would rather not say', { harm: 'not_said', overdose: 'not_said', injecting: 'not_said' }, {}],
  ['in treatment already', { in_treatment: ['yes'] }, { positive: true }],
  ['4 of AUDIT-C', { audit_1: '2-3_week', audit_2: '3-4', audit_3: 'never' }, {}],
  ['5 of AUDIT-C', { audit_1: '2-3_week', audit_2: '5-6', audit_3: 'never' }, { positive: true }],
]

describe('what an arrival screen means', () => {
  it.each(cases)('%s', (_what, answers, expected) => {
    expect(readScreen({ ...quiet, ...answers })).toEqual({ ...nothing, ...expected })
  })

  it('asks for a clinical look exactly where there is dependence', () => {
    const some = arrivalScreen.questions.flatMap((question) =>
      'options' in question
        ? [fc.tuple(fc.constant(question.name), fc.subarray(question.options.map(({ value }) => value)))]
        : [],
    )
    fc.assert(
      fc.property(fc.tuple(...some), fc.constantFrom('daily', 'less'), (given, often) => {
        const answers = { ...Object.fromEntries(given), opioids_often: often }
        const look = tonight(answers).some(({ id }) => id === 'clinical_look')
        expect(look).toBe(readScreen(answers).dependence.length > 0)
      }),
    )
  })
})
