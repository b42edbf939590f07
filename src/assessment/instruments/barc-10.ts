import { type Instrument, type ScoredOption, sameAnswers } from './instrument.ts'

const agreement: readonly ScoredOption[] = [
  { value: '1', text: '1 Strongly disagree', score: 1 },
  { value: '2', text: '2', score: 2 },
  { value: '3', text: '3', score: 3 },
  { value: '4', text: '4', score: 4 },
  { value: '5', text: '5', score: 5 },
  { value: '6', text: '6 Strongly agree', score: 6 },
]

/** Held against the community's line only outside: in a cell items 4 and 7 read otherwise. */
const outside = { where: ['community'] }

/** BARC-10: recovery capital, 10 to 60. */
export const barc10: Instrument = {
  id: 'barc_10',
  version: 1,
  name: 'BARC-10',
  about: 'Recovery capital',
  shipped: 'in full',
  window: { outside: 'as things are now', custody: 'as things are now' },
  parts: [
    {
      title: 'How much do you agree with each of these?',
      items: sameAnswers('barc', agreement, [
        'There are more important things to me in life than using substances.',
        'In general I am happy with my life.',
        'I have enough energy to complete the tasks I set myself.',
        'I am proud of the community I live in and feel part of it.',
        'I get lots of support from friends.',
        'I regard my life as challenging and fulfilling without the need for using drugs or alcohol.',
        'My living space has helped to drive my recovery journey.',
        'I take full responsibility for my actions.',
        'I am happy dealing with a range of professional people.',
        'I am making good progress on my recovery journey.',
      ]),
    },
  ],
  total: { rule: 'sum', spare: 0 },
  range: { least: 10, most: 60 },
  bands: [
    { from: 47, words: '47 or more: likely to stay in recovery', only: outside },
    { from: 10, words: 'below 47', only: outside },
  ],
  takenBy: 'recovery',
  licence: 'BARC-10: Vilsaint and others, 2017. Freely available, permission not required (PhenX Toolkit).',
  source: 'Vilsaint and others, Drug and Alcohol Dependence 2017; in custody no line is drawn',
}
