import type { Question } from '../model.ts'
import type { Instrument } from './instrument.ts'

const totalOnly = {
  version: 1,
  shipped: 'total only',
  parts: [],
  total: { rule: 'typed' },
  licence:
    'Neither its wording nor its items are here: enter the total from the form that your service holds.',
} as const

/** DAST-10: drug use, 0 to 10. */
export const dast10: Instrument = {
  ...totalOnly,
  id: 'dast_10',
  name: 'DAST-10',
  about: 'Drug use, in ten questions',
  window: { outside: 'the last 12 months', custody: 'the 12 months before custody' },
  range: { least: 0, most: 10 },
  bands: [
    { from: 9, words: 'severe' },
    { from: 6, words: 'substantial' },
    { from: 3, words: 'moderate' },
    { from: 1, words: 'low' },
    { from: 0, words: 'none' },
  ],
  takenBy: 'recovery',
  source: 'Skinner, 1982 (CAMH)',
}

/** SURE: recovery as people themselves see it, 21 to 63. */
export const sure: Instrument = {
  ...totalOnly,
  id: 'sure',
  name: 'SURE',
  about: 'Recovery, as people themselves see it',
  window: { outside: 'the last week', custody: 'the last week' },
  range: { least: 21, most: 63 },
  bands: [],
  takenBy: 'recovery',
  source: 'Neale and others, 2016 (King’s College London)',
}

/** COWS: opioid withdrawal, 0 to 48, by clinical staff. */
export const cows: Instrument = {
  ...totalOnly,
  id: 'cows',
  name: 'COWS',
  about: 'Opioid withdrawal now',
  window: { outside: 'now', custody: 'now' },
  range: { least: 0, most: 48 },
  bands: [
    { from: 37, words: 'severe' },
    { from: 25, words: 'moderately severe' },
    { from: 13, words: 'moderate' },
    { from: 5, words: 'mild' },
    { from: 0, words: 'below mild' },
  ],
  takenBy: 'clinical',
  source: 'Wesson and Ling, 2003',
}

const whichBands: Question = {
  name: 'bands',
  asks: 'one',
  label: 'Which bands your service goes by',
  hint: 'Sources differ.',
  required: 'Say which bands your service goes by',
  options: [
    { value: '10_19', text: 'Under 10 mild, 10 to 18 moderate, 19 and over severe' },
    { value: '8_15', text: 'Under 8 mild, 8 to 14 moderate, 15 and over severe' },
    { value: 'own', text: 'Others of our own' },
  ],
}

/** CIWA-Ar: alcohol withdrawal, 0 to 67, by clinical staff. */
export const ciwa: Instrument = {
  ...totalOnly,
  id: 'ciwa_ar',
  name: 'CIWA-Ar',
  about: 'Alcohol withdrawal now',
  window: { outside: 'now', custody: 'now' },
  range: { least: 0, most: 67 },
  beside: [whichBands],
  bands: [
    { from: 19, words: 'severe', only: { bands: ['10_19'] } },
    { from: 15, words: 'severe', only: { bands: ['8_15'] } },
    { from: 10, words: 'moderate', only: { bands: ['10_19'] } },
    { from: 8, words: 'moderate', only: { bands: ['8_15'] } },
    { from: 0, words: 'mild', only: { bands: ['10_19', '8_15'] } },
  ],
  takenBy: 'clinical',
  source: 'Sullivan and others, 1989; bands differ between sources',
}
