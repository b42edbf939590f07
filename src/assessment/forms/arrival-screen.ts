import { auditC } from '../instruments/audit.ts'
import { scoreOf } from '../instruments/score.ts'
import type { FactForm, Option, Question } from '../model.ts'
import { auditCQuestions } from './audit-c.ts'

const often: readonly Option[] = [
  { value: 'daily', text: 'Every day, or nearly' },
  { value: 'weekly', text: 'Most weeks' },
  { value: 'less', text: 'Once or twice' },
]

const how: readonly Option[] = [
  { value: 'smoked', text: 'Smoked or vaped' },
  { value: 'injected', text: 'Injected' },
  { value: 'snorted', text: 'Snorted' },
  { value: 'swallowed', text: 'Swallowed' },
]

/** A drug, and where it was used: how often and how, as far as they say. */
const drug = (value: string, text: string, spoken: string): Option => ({
  value,
  text,
  further: [
    {
      name: `${value}_often`,
      asks: 'chosen',
      label: `How often: ${spoken}`,
      options: often,
    },
    { name: `${value}_how`, asks: 'chosen', label: `How: ${spoken}`, options: how },
  ],
})

const used: Question = {
  name: 'used',
  asks: 'some',
  label: 'Used in the last month',
  hint: 'Choose all that apply. Alcohol is asked below.',
  required: 'Say what was used in the last month, or choose “Nothing”',
  options: [
    drug('opioids', 'Heroin or other opioids that were not prescribed', 'heroin or other opioids'),
    drug('benzodiazepines', 'Street benzodiazepines', 'street benzodiazepines'),
    drug('crack_cocaine', 'Crack or cocaine', 'crack or cocaine'),
    drug('spice', 'Spice', 'spice'),
    drug('cannabis', 'Cannabis', 'cannabis'),
    drug('gabapentinoids', 'Pregabalin or gabapentin that was not prescribed', 'pregabalin or gabapentin'),
    {
      value: 'other',
      text: 'Something else',
      further: [{ name: 'other_what', asks: 'line', label: 'What, how and how often' }],
    },
    { value: 'nothing', text: 'Nothing', alone: true },
  ],
}

const signs: Question = {
  name: 'signs',
  asks: 'some',
  label: 'Needing it: ill without it, or unable to stop',
  hint: 'Shaking, sweating, feeling sick, cramps, fits, no sleep without it. Choose all that apply.',
  readBack: 'Signs of dependence',
  required: 'Say what they are ill without, or choose “None of these”',
  options: [
    { value: 'opioid', text: 'Heroin or other opioids' },
    { value: 'alcohol', text: 'Alcohol' },
    { value: 'benzodiazepine', text: 'Benzodiazepines' },
    { value: 'opioid_before', text: 'Heroin or other opioids in the past, but not now' },
    { value: 'none', text: 'None of these', alone: true },
  ],
}

const whereFrom: readonly Question[] = [
  {
    name: 'prescribed_from',
    asks: 'line',
    label: 'Where it comes from',
    hint: 'The service, surgery or pharmacy, as far as they know.',
    readBack: 'Where the treatment comes from',
    when: {
      prescribed: [
        'methadone',
        'buprenorphine',
        'buprenorphine_injection',
        'benzodiazepine',
        'alcohol',
        'other',
      ],
    },
  },
]

const prescribed: Question = {
  name: 'prescribed',
  asks: 'some',
  label: 'Prescribed treatment before coming here',
  hint: 'Choose all that apply.',
  required: 'Say what treatment is prescribed, or choose “None”',
  options: [
    { value: 'methadone', text: 'Methadone' },
    { value: 'buprenorphine', text: 'Buprenorphine, as tablets or film' },
    { value: 'buprenorphine_injection', text: 'Buprenorphine, as a weekly or monthly injection' },
    { value: 'benzodiazepine', text: 'Diazepam or another benzodiazepine' },
    { value: 'alcohol', text: 'Medicine for alcohol' },
    { value: 'other', text: 'Another medicine for drug or alcohol use' },
    { value: 'none', text: 'None', alone: true },
  ],
}

const overdose: Question = {
  name: 'overdose',
  asks: 'one',
  label: 'Last overdose',
  required: 'Say when the last overdose was, or choose “Never”',
  options: [
    { value: 'month', text: 'In the last month' },
    { value: 'year', text: 'In the last year' },
    { value: 'longer', text: 'Longer ago' },
    { value: 'never', text: 'Never' },
    { value: 'not_said', text: 'Would rather not say' },
  ],
}

const injecting: Question = {
  name: 'injecting',
  asks: 'one',
  label: 'Injecting',
  required: 'Say whether they have injected',
  options: [
    { value: 'month', text: 'In the last month' },
    { value: 'before', text: 'Before, but not in the last month' },
    { value: 'never', text: 'Never' },
    { value: 'not_said', text: 'Would rather not say' },
  ],
}

const harm: Question = {
  name: 'harm',
  asks: 'one',
  label: 'Thoughts of self-harm or suicide',
  hint: 'In the last two weeks, or now.',
  required: 'Say whether they have thoughts of self-harm or suicide',
  options: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
    { value: 'not_said', text: 'Would rather not say' },
  ],
}

export const pregnancy: Question = {
  name: 'pregnancy',
  asks: 'one',
  label: 'Pregnant',
  options: [
    { value: 'yes', text: 'Yes' },
    { value: 'maybe', text: 'Maybe' },
    { value: 'no', text: 'No' },
  ],
}

const inTreatment: Question = {
  name: 'in_treatment',
  asks: 'some',
  label: 'In treatment already',
  options: [
    {
      value: 'yes',
      text: 'Yes, with a service outside or in another prison',
      further: [
        {
          name: 'in_treatment_with',
          asks: 'line',
          label: 'With whom',
          readBack: 'In treatment with',
        },
      ],
    },
  ],
}

const agrees: Question = {
  name: 'agrees',
  asks: 'one',
  label: 'Agrees to be seen by the recovery team',
  required: 'Say whether they agree to be seen',
  options: [
    { value: 'yes', text: 'Yes' },
    { value: 'not_now', text: 'Not now, but may be asked again' },
    { value: 'no', text: 'No' },
  ],
}

/** What came with the person is laid out, and confirmed rather than asked again (product.md, "Never retyped"). */
export const stillRight: Question = {
  name: 'still_right',
  asks: 'one',
  label: 'Still right?',
  readBack: 'What came with them: still right?',
  options: [
    { value: 'yes', text: 'Yes' },
    {
      value: 'no',
      text: 'No, something has changed',
      further: [
        { name: 'changed', asks: 'words', label: 'What has changed', required: 'Say what has changed' },
      ],
    },
  ],
}

/** The arrival screen: one page, ten answers (pages.md, "Arrival screen"). */
export const arrivalScreen: FactForm = {
  kind: 'arrival_screen',
  title: 'Arrival screen',
  recordClass: 'recovery',
  questions: [
    stillRight,
    used,
    signs,
    prescribed,
    ...whereFrom,
    overdose,
    injecting,
    ...auditCQuestions,
    harm,
    pregnancy,
    inTreatment,
    agrees,
  ],
  credit: auditC.licence,
  worksOut: (answers) => {
    const { total, band } = scoreOf(auditC, answers)
    return total === null ? [] : [{ question: `${auditC.name} score`, answer: `${total} of 12: ${band}` }]
  },
}
