import type { Question } from '../../model.ts'
import { choices, type Section } from './section.ts'

/** Value → on the list, and in the middle of a sentence. The first six are those of the arrival screen. */
const substances = {
  opioids: ['Heroin or other opioids that were not prescribed', 'heroin or other opioids'],
  benzodiazepines: ['Street benzodiazepines', 'street benzodiazepines'],
  crack_cocaine: ['Crack or cocaine', 'crack or cocaine'],
  spice: ['Spice', 'spice'],
  cannabis: ['Cannabis', 'cannabis'],
  gabapentinoids: ['Pregabalin or gabapentin that was not prescribed', 'pregabalin or gabapentin'],
  alcohol: ['Alcohol', 'alcohol'],
  amphetamines: ['Amphetamines', 'amphetamines'],
  ketamine: ['Ketamine', 'ketamine'],
  tobacco: ['Tobacco or vapes', 'tobacco or vapes'],
  other: ['Something else', 'the other substance'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

type Substance = keyof typeof substances

const isSubstance = (value: string): value is Substance => Object.hasOwn(substances, value)
const all = Object.keys(substances).filter(isSubstance)

/** The words of a substance inside a sentence. */
export const substanceInWords = (value: string): string => (isSubstance(value) ? substances[value][1] : value)

const routes = choices({
  smoked: 'Smoked or vaped',
  injected: 'Injected',
  snorted: 'Snorted',
  swallowed: 'Swallowed or drunk',
})

const told = (value: Substance): readonly Question[] => [
  ...(value === 'other'
    ? [{ name: 'other_name', asks: 'line', label: 'What it is', readBack: 'The other substance' } as const]
    : []),
  {
    name: `${value}_route`,
    asks: 'chosen',
    label: 'Usual way',
    readBack: `How: ${substances[value][1]}`,
    options: routes,
  },
  {
    name: `${value}_first`,
    asks: 'number',
    least: 1,
    most: 110,
    label: 'Age at first use',
    readBack: `Age at first use: ${substances[value][1]}`,
  },
]

/** Which substances, how, and since when. */
export const substanceHistory: Section = {
  id: 'substances',
  title: 'Substances',
  asked: 'once',
  questions: [
    {
      name: 'substances',
      asks: 'some',
      label: 'What they use or have used',
      hint: 'Choose all that apply.',
      options: all.map((value) => ({ value, text: substances[value][0], further: told(value) })),
    },
    {
      name: 'main_problem',
      asks: 'chosen',
      label: 'What troubles them most',
      options: all.map((value) => ({ value, text: substances[value][0] })),
    },
    { name: 'use_history', asks: 'words', label: 'How it began and what it has been like, in their words' },
  ],
  startsFrom: {
    substances: { kind: 'arrival_screen', name: 'used' },
    ...Object.fromEntries(
      all.map((value) => [`${value}_route`, { kind: 'arrival_screen' as const, name: `${value}_how` }]),
    ),
  },
}

const recent = (value: Substance): readonly Question[] => {
  const when = { substances: [value] }
  const [, words] = substances[value]
  return [
    {
      name: `${value}_days`,
      asks: 'number',
      least: 0,
      most: 28,
      when,
      label: `Days of ${words} in the 28 before custody`,
    },
    { name: `${value}_amount`, asks: 'line', when, label: `Usual amount on such a day: ${words}` },
    {
      name: `${value}_spend`,
      asks: 'number',
      least: 0,
      most: 100_000,
      when,
      label: `Spent in a usual week, in pounds: ${words}`,
    },
  ]
}

/** The four weeks before custody, and use since then. */
export const recentUse: Section = {
  id: 'use',
  title: 'Use before custody and since',
  asked: 'afresh',
  intro:
    'The 28 days before custody (for somebody outside, the last 28 days), for each substance that was named. Then what has been used since.',
  questions: [
    ...all.flatMap(recent),
    {
      name: 'use_since',
      asks: 'one',
      label: 'Anything used since then',
      options: choices({ yes: 'Yes', no: 'No', not_said: 'Would rather not say' }).map((option) =>
        option.value === 'yes'
          ? {
              ...option,
              further: [{ name: 'use_since_what', asks: 'words' as const, label: 'What, how and how often' }],
            }
          : option,
      ),
    },
    {
      name: 'tolerance',
      asks: 'one',
      label: 'Is their tolerance lower than before',
      hint: 'After three days without, the old dose may kill.',
      options: choices({ yes: 'Yes', no: 'No', not_known: 'Not known' }),
    },
  ],
}

/** What depending on it has meant, and what was tried. */
export const dependence: Section = {
  id: 'dependence',
  title: 'Dependence and treatment before',
  asked: 'once',
  questions: [
    {
      name: 'ill_without',
      asks: 'some',
      label: 'Ill without it, or unable to stop',
      options: [
        ...choices({
          opioid: 'Heroin or other opioids',
          alcohol: 'Alcohol',
          benzodiazepine: 'Benzodiazepines',
          opioid_before: 'Heroin or other opioids in the past, but not now',
        }),
        { value: 'none', text: 'None of these', alone: true },
      ],
    },
    {
      name: 'withdrawal',
      asks: 'some',
      label: 'Withdrawal that was dangerous, ever',
      options: [
        ...choices({ fits: 'Fits', confused: 'Seeing or hearing things, confused', hospital: 'In hospital' }),
        { value: 'none', text: 'None of these', alone: true },
      ],
    },
    {
      name: 'treatment_before',
      asks: 'some',
      label: 'Treatment before',
      options: [
        ...choices({
          substitution: 'Methadone or buprenorphine',
          detox: 'Detoxification',
          rehab: 'Residential rehabilitation',
          groups: 'Groups or mutual aid',
          talking: 'One-to-one talks or counselling',
        }),
        { value: 'none', text: 'None', alone: true },
      ],
    },
    { name: 'treatment_helped', asks: 'words', label: 'What helped, and what did not' },
    { name: 'longest_without', asks: 'line', label: 'Longest time without it, and what made it possible' },
  ],
  known: { ill_without: { kind: 'arrival_screen', name: 'signs' } },
}
