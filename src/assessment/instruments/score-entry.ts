import type { Question } from '../model.ts'
import { type Instrument, type Item, sameAnswers, values } from './instrument.ts'

const scoreEntry = {
  shipped: 'score entry',
  window: { outside: 'as your own printed form says', custody: 'as your own printed form says' },
  takenBy: 'recovery',
} as const

const ownForm =
  'Its wording may not be shipped here: the labels are our own. Score it from the form that your service holds.'

const whichSubstance: Question = {
  name: 'substance',
  asks: 'one',
  label: 'Which substance it is about',
  required: 'Say which substance it is about',
  options: [
    { value: 'heroin', text: 'Heroin' },
    { value: 'cannabis', text: 'Cannabis' },
    { value: 'cocaine', text: 'Cocaine or crack' },
    { value: 'amphetamine', text: 'Amphetamine' },
    {
      value: 'other',
      text: 'Another',
      further: [{ name: 'substance_other', asks: 'line', label: 'Which', required: 'Say which substance' }],
    },
  ],
}

const whichWindow: Question = {
  name: 'asked_about',
  asks: 'one',
  label: 'The time that your form asks about',
  required: 'Say which time your form asks about',
  options: [
    { value: 'month', text: 'The last month' },
    { value: 'quarter', text: 'The last 3 months' },
    { value: 'year', text: 'The last year' },
  ],
}

const line = (from: number, substance: string) => ({
  from,
  words: `${from} or more: dependence likely`,
  only: { substance: [substance] },
})

const under = (line: number, substance: string) => ({
  from: 0,
  words: `below the line of ${line}`,
  only: { substance: [substance] },
})

/** SDS: severity of dependence on one substance, 0 to 15. */
export const sds: Instrument = {
  ...scoreEntry,
  id: 'sds',
  version: 1,
  name: 'SDS',
  about: 'How strong the dependence on one substance is',
  beside: [whichSubstance, whichWindow],
  parts: [
    {
      title: null,
      items: sameAnswers('sds', values(0, 1, 2, 3), [
        '1. Control',
        '2. Anxiety at missing a dose',
        '3. Worry',
        '4. Wish to stop',
        '5. Difficulty stopping',
      ]),
    },
  ],
  total: { rule: 'sum', spare: 0 },
  range: { least: 0, most: 15 },
  bands: [
    line(5, 'heroin'),
    line(4, 'amphetamine'),
    line(3, 'cannabis'),
    line(3, 'cocaine'),
    under(5, 'heroin'),
    under(4, 'amphetamine'),
    under(3, 'cannabis'),
    under(3, 'cocaine'),
  ],
  licence: ownForm,
  source: 'Gossop and others, 1995; cut-offs as in published scoring code',
}

/** DUDIT: drug use, 0 to 44. */
export const dudit: Instrument = {
  ...scoreEntry,
  id: 'dudit',
  version: 1,
  name: 'DUDIT',
  about: 'Drug use',
  parts: [
    {
      title: null,
      items: [
        ...sameAnswers('dudit', values(0, 1, 2, 3, 4), [
          '1. Frequency',
          '2. More than one drug at once',
          '3. Times per using day',
          '4. Heavily influenced',
          '5. Irresistible longing',
          '6. Unable to stop',
          '7. Neglected duties',
          '8. Morning dose',
          '9. Guilt',
        ]),
        { asks: 'choice', name: 'dudit_10', text: '10. Someone hurt', options: values(0, 2, 4) },
        { asks: 'choice', name: 'dudit_11', text: '11. Others concerned', options: values(0, 2, 4) },
      ],
    },
  ],
  total: { rule: 'sum', spare: 0 },
  range: { least: 0, most: 44 },
  bands: [
    { from: 25, words: 'dependence likely' },
    { from: 6, words: 'drug-related problems', only: { sex: ['M'] } },
    { from: 2, words: 'drug-related problems', only: { sex: ['F'] } },
    { from: 0, words: 'below the line of 6', only: { sex: ['M'] } },
    { from: 0, words: 'below the line of 2', only: { sex: ['F'] } },
  ],
  licence: ownForm,
  source: 'Berman and others, 2003 (Karolinska Institutet)',
}

/** LDQ: dependence, 0 to 30. */
export const ldq: Instrument = {
  ...scoreEntry,
  id: 'ldq',
  version: 1,
  name: 'LDQ',
  about: 'How strong dependence is',
  window: { outside: 'the last month', custody: 'the month before custody, where there was no use since' },
  parts: [
    {
      title: null,
      items: sameAnswers('ldq', values(0, 1, 2, 3), [
        '1. Preoccupation',
        '2. Salience',
        '3. Inability to control',
        '4. Planning',
        '5. Maximising effect',
        '6. Stereotyped pattern',
        '7. Loss of control',
        '8. Importance of effect',
        '9. Withdrawal relief',
        '10. Global coping',
      ]),
    },
  ],
  total: { rule: 'sum', spare: 2 },
  range: { least: 0, most: 30 },
  bands: [
    { from: 21, words: 'severe' },
    { from: 11, words: 'moderate' },
    { from: 10, words: 'between low and moderate: the source leaves 10 out' },
    { from: 0, words: 'low' },
  ],
  licence: ownForm,
  source: 'Raistrick and others, 1994; up to two missing answers at the mean of the others',
}

const blocks = [
  'Physical withdrawal',
  'Affective withdrawal',
  'Relief drinking',
  'Consumption',
  'Reinstatement',
] as const

const sadqItems: readonly Item[] = blocks.flatMap((block, index) =>
  [1, 2, 3, 4].map((nth): Item => {
    const number = index * 4 + nth
    return {
      asks: 'choice',
      name: `sadq_${number}`,
      text: `${number}. ${block}`,
      options: values(0, 1, 2, 3),
    }
  }),
)

/** SADQ: severity of alcohol dependence, 0 to 60. */
export const sadq: Instrument = {
  ...scoreEntry,
  id: 'sadq',
  version: 1,
  name: 'SADQ',
  about: 'How strong the dependence on alcohol is',
  parts: [{ title: null, items: sadqItems }],
  total: { rule: 'sum', spare: 0 },
  range: { least: 0, most: 60 },
  bands: [
    { from: 31, words: 'severe' },
    { from: 16, words: 'moderate: medicine for withdrawal is likely to be needed' },
    { from: 0, words: 'mild' },
  ],
  subscales: blocks.map((name, index) => ({
    name,
    items: [1, 2, 3, 4].map((nth) => `sadq_${index * 4 + nth}`),
  })),
  licence: ownForm,
  source: 'Stockwell and others, 1979 and 1983',
}
