import { fillInOf, keptWith, readingOf } from '../assessment/index.ts'
import type { Post } from './posts.ts'
import { fact } from './record.ts'
import { about, momentAt, type Scene } from './scene.ts'

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
const assessmentAnswers = (what: Used): object => ({ ...used[what], ...life, form_version: '1' })

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

type Named = Parameters<typeof fillInOf>[0]
type Told = Readonly<Record<string, string | readonly string[]>>

/** An instrument that was answered, read by the same rules as one that was typed. */
const answered = (scene: Scene, post: Post, offset: number, named: Named, told: Told): void => {
  const filled = fillInOf(named)
  if (filled === undefined) return
  const answers = { ...keptWith(filled, { where: 'custody', sex: scene.who.sex }), ...told }
  const kind = filled.stage === null ? 'instrument_scored' : 'top_recorded'
  fact(scene, {
    kind,
    service: post.team,
    offset,
    time: '11:10',
    answers,
    reading: readingOf(filled, answers),
  })
}

const weekly: Readonly<Record<Used, readonly string[]>> = {
  opioids: ['top_opiates', 'top_crack', 'top_tobacco'],
  alcohol: ['top_alcohol', 'top_tobacco'],
  cannabis: ['top_cannabis', 'top_tobacco'],
}

/** A TOP: `days` of each week with what they use, and how they rate themselves. */
const topTold = (
  scene: Scene,
  post: Post,
  given: {
    readonly offset: number
    readonly stage: 'start' | 'review' | 'exit'
    readonly what: Used
    readonly days: number
    readonly rating: number
  },
): void => {
  const days = (fewer: number) => Array.from({ length: 4 }, () => String(Math.max(0, given.days - fewer)))
  const rating = String(given.rating)
  answered(
    scene,
    post,
    given.offset,
    { stage: given.stage },
    {
      ...Object.fromEntries(weekly[given.what].map((name, index) => [name, days(2 * index)])),
      top_tobacco: ['7', '7', '7', '7'],
      top_injected: ['0', '0', '0', '0'],
      top_psychological: rating,
      top_physical: rating,
      top_life: rating,
      top_housing: 'no',
    },
  )
}

/** A TOP at the start, and again every 25 weeks, a little better each time. */
export const topsSince = (
  scene: Scene,
  post: Post,
  { what, start, until }: { readonly what: Used; readonly start: number; readonly until: number },
): void => {
  for (let nth = 0, offset = start + 6; offset < until; nth += 1, offset += 175)
    topTold(scene, post, {
      offset,
      stage: nth === 0 ? 'start' : 'review',
      what,
      days: Math.max(0, 6 - 3 * nth),
      rating: Math.min(18, 6 + 3 * nth),
    })
}

/** Four TOPs, AUDITs and PHQ-9s over a year: better, worse, better. */
export const aYearOfScores = (scene: Scene, post: Post, what: Used): void => {
  const year = [
    { offset: -360, stage: 'start', days: 7, rating: 5, often: 'daily', mood: 'nearly_every_day' },
    { offset: -250, stage: 'review', days: 2, rating: 9, often: 'monthly', mood: 'several_days' },
    { offset: -140, stage: 'review', days: 4, rating: 8, often: 'weekly', mood: 'more_than_half' },
    { offset: -30, stage: 'review', days: 0, rating: 14, often: 'never', mood: 'several_days' },
  ] as const
  for (const { offset, stage, days, rating, often, mood } of year) {
    topTold(scene, post, { offset, stage, what, days, rating })
    answered(
      scene,
      post,
      offset,
      { instrument: 'audit' },
      {
        audit_1: '4_week',
        audit_2: days > 3 ? '10+' : '3-4',
        ...Object.fromEntries([3, 4, 5, 6, 7, 8].map((nth) => [`audit_${nth}`, often])),
        audit_9: 'before',
        audit_10: 'year',
      },
    )
    answered(
      scene,
      post,
      offset,
      { instrument: 'phq_9' },
      {
        ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((nth) => [`phq_${nth}`, mood])),
        phq_9: 'not_at_all',
      },
    )
  }
}

/** An assessment that somebody began, yesterday or long ago, and left half done. */
export const halfAssessed = (scene: Scene, post: Post, what: Used, on = -1): void => {
  const assessment_id = scene.ids.next()
  const parts: readonly (readonly [string, object])[] = [
    ['substances', used[what]],
    ['family', { family: 'His mum visits every month', children: 'no' }],
    ['overdose', { overdose_last: 'longer', has_naloxone: 'yes' }],
  ]
  for (const [section, answers] of parts)
    scene.rows.assessment_section.push({
      ...about(scene),
      service_id: scene.world.services[post.team],
      assessment_id,
      form_version: 1,
      section,
      answers: JSON.stringify(answers),
      recorded_by: scene.world.staff[post.workers[0] ?? 'demo.rosa'],
      recorded_at: momentAt(scene, on, '15:20'),
    })
}
