import type { TopStage } from '../../standards/model.ts'
import type { Instrument, Item } from './instrument.ts'

const days = (name: string, text: string): Item => ({ asks: 'weeks', name, text })
const amount = (name: string, unit: string): Item => ({
  asks: 'line',
  name: `${name}_amount`,
  text: `Average amount on a using day, in ${unit}`,
})
const yesNo = (name: string, text: string): Item => ({ asks: 'yes_no', name, text })
const rating = (name: string, text: string): Item => ({
  asks: 'number',
  name,
  text,
  least: 0,
  most: 20,
  hint: '0 is poor, 20 is good.',
})

/** Which TOP it is, as screens say it. */
export const stageWords: Readonly<Record<TopStage, string>> = {
  start: 'Start',
  review: 'Review',
  exit: 'Exit',
  post_treatment: 'After treatment',
}

const isStage = (value: string): value is TopStage => Object.hasOwn(stageWords, value)

/** A stage in words, undefined for what is none. */
export const stageName = (value: string): string | undefined =>
  isStage(value) ? stageWords[value] : undefined

/** Every stage in order. */
export const stages: readonly TopStage[] = Object.keys(stageWords).filter(isStage)

/**
 * The time that a TOP asks about. At the start in custody it is the four weeks before custody (the secure form); a later one
 * asks about the last four weeks wherever they are.
 */
export const windowOf = (stage: TopStage, where: 'custody' | 'community'): string =>
  stage === 'start' && where === 'custody' ? top.window.custody : top.window.outside

/** The Treatment Outcomes Profile, for secure settings and outside; no total. */
export const top: Instrument = {
  id: 'top',
  version: 1,
  name: 'TOP',
  about: 'Treatment Outcomes Profile',
  shipped: 'in full',
  window: { outside: 'the last four weeks', custody: 'the four weeks before custody' },
  parts: [
    {
      title: 'Substance use',
      items: [
        days('top_alcohol', 'Alcohol'),
        amount('top_alcohol', 'units'),
        days('top_opiates', 'Opiates or opioids (illicit)'),
        amount('top_opiates', 'grams'),
        days('top_crack', 'Crack'),
        amount('top_crack', 'grams'),
        days('top_cocaine', 'Cocaine'),
        amount('top_cocaine', 'grams'),
        days('top_amphetamines', 'Amphetamines'),
        amount('top_amphetamines', 'grams'),
        days('top_cannabis', 'Cannabis'),
        amount('top_cannabis', 'spliffs'),
        { asks: 'line', name: 'top_other_name', text: 'Another problem substance: which' },
        days('top_other', 'That other substance'),
        amount('top_other', 'grams'),
        days('top_tobacco', 'Tobacco'),
        amount('top_tobacco', 'cigarettes'),
      ],
    },
    {
      title: 'Injecting risk behaviour',
      items: [
        days('top_injected', 'Injected non-prescribed drugs'),
        yesNo('top_needle', 'Injected with a needle or syringe used by somebody else'),
        yesNo('top_spoon', 'Injected using a spoon, water or filter used by somebody else'),
      ],
    },
    {
      title: 'Crime',
      items: [
        days('top_shoplifting', 'Shoplifting'),
        days('top_selling', 'Drug selling'),
        yesNo('top_vehicle', 'Theft from or of a vehicle'),
        yesNo('top_theft', 'Other property theft or burglary'),
        yesNo('top_fraud', 'Fraud, forgery or handling stolen goods'),
        yesNo('top_assault', 'Assault or violence'),
      ],
    },
    {
      title: 'Health and social functioning',
      items: [
        rating('top_psychological', 'Psychological health'),
        days('top_work', 'Days of paid work'),
        days('top_education', 'Days attended college or school'),
        rating('top_physical', 'Physical health'),
        yesNo('top_housing', 'Acute housing problem'),
        yesNo('top_eviction', 'At risk of eviction'),
        yesNo('top_unsuitable', 'Unsuitable housing'),
        rating('top_life', 'Overall quality of life'),
      ],
    },
  ],
  total: { rule: 'none' },
  range: null,
  bands: [],
  takenBy: 'recovery',
  licence:
    'Treatment Outcomes Profile: © Crown copyright. Contains public sector information licensed under the Open Government Licence v3.0.',
  source: 'National Treatment Agency, now the Office for Health Improvement and Disparities',
}
