import { type Instrument, type ScoredOption, sameAnswers } from './instrument.ts'

const bothered: readonly ScoredOption[] = [
  { value: 'not_at_all', text: 'Not at all', score: 0 },
  { value: 'several_days', text: 'Several days', score: 1 },
  { value: 'more_than_half', text: 'More than half the days', score: 2 },
  { value: 'nearly_every_day', text: 'Nearly every day', score: 3 },
]

const question = 'Over the last 2 weeks, how often have you been bothered by any of the following problems?'

const spitzer = {
  shipped: 'in full',
  window: { outside: 'the last 2 weeks', custody: 'the last 2 weeks' },
  total: { rule: 'sum', spare: 0 },
  takenBy: 'recovery',
  licence:
    'Developed by Drs Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
} as const

/** PHQ-9: low mood, 0 to 27. */
export const phq9: Instrument = {
  ...spitzer,
  id: 'phq_9',
  version: 1,
  name: 'PHQ-9',
  about: 'Low mood',
  parts: [
    {
      title: question,
      items: sameAnswers('phq', bothered, [
        'Little interest or pleasure in doing things',
        'Feeling down, depressed, or hopeless',
        'Trouble falling or staying asleep, or sleeping too much',
        'Feeling tired or having little energy',
        'Poor appetite or overeating',
        'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
        'Trouble concentrating on things, such as reading the newspaper or watching television',
        'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
        'Thoughts that you would be better off dead or of hurting yourself in some way',
      ]),
    },
  ],
  range: { least: 0, most: 27 },
  bands: [
    { from: 20, words: 'severe' },
    { from: 15, words: 'moderately severe' },
    { from: 10, words: 'moderate' },
    { from: 5, words: 'mild' },
    { from: 0, words: 'minimal' },
  ],
  dangerItem: 'phq_9',
  source: 'Kroenke, Spitzer and Williams, 2001; phqscreeners.com',
}

/** GAD-7: worry, 0 to 21. */
export const gad7: Instrument = {
  ...spitzer,
  id: 'gad_7',
  version: 1,
  name: 'GAD-7',
  about: 'Worry',
  parts: [
    {
      title: question,
      items: sameAnswers('gad', bothered, [
        'Feeling nervous, anxious or on edge',
        'Not being able to stop or control worrying',
        'Worrying too much about different things',
        'Trouble relaxing',
        'Being so restless that it is hard to sit still',
        'Becoming easily annoyed or irritable',
        'Feeling afraid as if something awful might happen',
      ]),
    },
  ],
  range: { least: 0, most: 21 },
  bands: [
    { from: 15, words: 'severe' },
    { from: 10, words: 'moderate' },
    { from: 5, words: 'mild' },
    { from: 0, words: 'minimal' },
  ],
  source: 'Spitzer, Kroenke, Williams and Löwe, 2006; phqscreeners.com',
}
