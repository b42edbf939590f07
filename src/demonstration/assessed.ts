import type { Post } from './posts.ts'
import { fact } from './record.ts'
import type { Scene } from './scene.ts'

/** What somebody used before custody. */
export type Used = 'opioids' | 'alcohol' | 'cannabis'

const used: Readonly<Record<Used, object>> = {
  opioids: {
    substances: ['opioids', 'crack_cocaine', 'tobacco'],
    main_problem: 'opioids',
    opioids_route: 'smoked',
    opioids_first: '19',
    opioids_days: '28',
    opioids_amount: '0.5 g',
    opioids_spend: '200',
    crack_cocaine_route: 'smoked',
    crack_cocaine_first: '22',
    crack_cocaine_days: '12',
    tobacco_first: '13',
    ill_without: ['opioid'],
    treatment_before: ['substitution', 'detox'],
    injected: 'before',
    overdose_last: 'longer',
    has_naloxone: 'yes',
  },
  alcohol: {
    substances: ['alcohol', 'tobacco'],
    main_problem: 'alcohol',
    alcohol_first: '14',
    alcohol_days: '26',
    alcohol_amount: '12 cans of strong lager',
    alcohol_spend: '120',
    ill_without: ['alcohol'],
    withdrawal: ['fits'],
    treatment_before: ['detox', 'groups'],
    injected: 'never',
    overdose_last: 'never',
  },
  cannabis: {
    substances: ['cannabis', 'spice'],
    main_problem: 'spice',
    cannabis_route: 'smoked',
    cannabis_first: '15',
    cannabis_days: '28',
    spice_route: 'smoked',
    spice_first: '24',
    spice_days: '8',
    ill_without: ['none'],
    injected: 'never',
    overdose_last: 'never',
  },
}

const life = {
  harm_now: 'no',
  risks: ['debt'],
  offending_why: ['to_pay'],
  would_go: 'family_friends',
  rough: 'no',
  family: 'His sister Jo and her boys. She has stood by him.',
  children: 'no',
  income: ['benefits'],
  debts: 'Owes a phone contract, and something on the wing',
  jobs: 'Roofing for six years. Would like a ticket for scaffolding.',
  people_for: 'His sister, and the chaplain',
  good_at: 'Fixing things. Making people laugh.',
  help_with: ['drugs', 'staying_off'],
  wants: 'To be there when my nephew starts school, and not have to hide anything.',
}

/** Every answer of a comprehensive assessment. */
export const assessmentAnswers = (what: Used): object => ({ ...used[what], ...life, form_version: '1' })

/** A comprehensive assessment that was completed. */
export const assessed = (
  scene: Scene,
  post: Post,
  given: { readonly offset: number; readonly what: Used; readonly episode: string },
): void =>
  fact(scene, {
    kind: 'assessment_completed',
    service: post.team,
    offset: given.offset,
    episode: given.episode,
    answers: assessmentAnswers(given.what),
    reading: { episodeId: given.episode },
  })
