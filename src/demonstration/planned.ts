import { lookAgainOn } from '../risk/index.ts'
import type { Post } from './posts.ts'
import { fact } from './record.ts'
import { about, dayAt, momentAt, type Scene } from './scene.ts'

type What = 'opioids' | 'alcohol' | 'cannabis'

interface Planned {
  /** When the assessment was completed, and until when they were in treatment: days from today. */
  readonly assessed: number
  readonly until: number
  readonly what: What
}

const wants = [
  'To be there when my daughter starts school, and be somebody she can ring.',
  'To go home and stay home. I am tired of coming back here.',
  'To sleep without anything, and to work again.',
  'To get out of debt on the wing and keep my head down until I leave.',
]

const goals = [
  {
    area: 'drugs_and_alcohol',
    term: 'short',
    words: 'I want to stay off spice for a month',
    step: 'Go to the morning group',
    who: 'person',
  },
  {
    area: 'health',
    term: 'short',
    words: 'I want to sleep through the night',
    step: 'Ask healthcare about sleep',
    who: 'worker',
  },
  {
    area: 'home',
    term: 'long',
    words: 'I want a place to live that is mine',
    step: 'Fill in the housing form together',
    who: 'worker',
  },
  {
    area: 'family',
    term: 'long',
    words: 'I want to see my daughter again',
    step: 'Write to her mother',
    who: 'person',
  },
  {
    area: 'work',
    term: 'long',
    words: 'I want a scaffolding ticket',
    step: 'Put my name down for the course',
    who: 'key_worker',
  },
] as const

/** What a risk plan said: overdose and self-harm stand, the rest was looked for. */
const riskAnswers = (scene: Scene, what: What, offset: number): Record<string, string> => ({
  overdose_level: what === 'opioids' ? 'high' : 'low',
  overdose_evidence: what === 'opioids' ? 'Heroin before custody; an overdose two years ago.' : 'Never one.',
  overdose_do: 'Naloxone training and a kit before leaving; talk about tolerance.',
  overdose_who: 'Recovery worker',
  overdose_again: dayAt(scene, offset + 91).toString(),
  self_harm_level: 'low',
  acct: 'never',
  injecting_level: what === 'opioids' ? 'medium' : 'none',
  injecting_do: 'Blood-borne virus tests offered.',
  violence_level: 'none',
  exploitation_level: scene.chance.pick(['low', 'medium', 'none']),
  exploitation_do: 'Ask about debt each time; move of wing if it grows.',
  safeguarding_level: 'none',
  diversion_level: 'not_known',
})

const riskPlanned = (scene: Scene, post: Post, offset: number, what: What): void => {
  const answers = riskAnswers(scene, what, offset)
  const reading = { lookAgainOn: lookAgainOn(answers) }
  fact(scene, { kind: 'risk_plan_agreed', service: post.team, offset, time: '15:10', answers, reading })
}

/** The risks were looked at again, and the plan holds. */
export const riskReviewed = (scene: Scene, post: Post, offset: number): void =>
  fact(scene, {
    kind: 'risk_reviewed',
    service: post.team,
    offset,
    answers: { stands: 'yes', why: 'Went through it together. Nothing new.' },
    reading: { lookAgainOn: null },
  })

/** A goal with one step; the state of those that are over. */
const goalOf = (
  scene: Scene,
  post: Post,
  planId: string,
  goal: (typeof goals)[number],
  given: { readonly offset: number; readonly state: 'open' | 'met' | 'dropped' },
): void => {
  const recorded_at = momentAt(scene, given.offset, '11:20')
  const over = given.state !== 'open'
  const row = { ...about(scene), service_id: scene.world.services[post.team], recorded_at }
  const { area, term, words, step, who } = goal
  scene.rows.plan_goal.push({
    ...row,
    plan_id: planId,
    area,
    term,
    words,
    state: given.state,
    why: given.state === 'dropped' ? 'It matters less to me now' : null,
    opened_on: dayAt(scene, given.offset),
    closed_on: over ? dayAt(scene, Math.min(given.offset + 40, -1)) : null,
  })
  scene.rows.plan_step.push({
    ...row,
    ...about(scene),
    goal_id: row.id,
    words: step,
    who,
    by_day: dayAt(scene, given.offset + 30),
    state: given.state === 'met' ? 'done' : 'open',
    closed_on: given.state === 'met' ? dayAt(scene, Math.min(given.offset + 30, -1)) : null,
  })
}

const agreed = (scene: Scene, post: Post, offset: number, want: string, lines: readonly string[]): void =>
  fact(scene, {
    kind: 'recovery_plan_agreed',
    service: post.team,
    offset,
    time: '11:30',
    answers: {
      want,
      goals: lines,
      signed: `On screen, in their presence: ${scene.who.given} ${scene.who.family}`,
    },
    reading: {},
  })

/** Reviews every 12 to 13 weeks up to the end; now and then the last is still owed. Answers with the last day. */
const reviewed = (scene: Scene, post: Post, from: number, until: number, want: string): number => {
  let last = from
  while (last + 91 < until && !(last + 182 >= until && scene.chance.happens(0.15))) {
    last += scene.chance.whole(84, 91)
    fact(scene, {
      kind: 'plan_reviewed',
      service: post.team,
      offset: last,
      answers: {
        want,
        contacts: '5 took place; 1 prison did not unlock (the prison’s side).',
        release: 'It did not move.',
        goals: ['Carried on: what matters most', 'Met: the first step'],
        signed: 'On paper, signed the same day',
        kept: 'Recovery office, locked cabinet',
      },
      reading: {},
    })
    riskReviewed(scene, post, last)
  }
  return last
}

/**
 * The risk plan of the day the assessment was completed and the recovery plan after it, with what became of them since:
 * drafts of the newest, reviews on time and late, goals met and dropped.
 */
export const planned = (scene: Scene, post: Post, given: Planned): void => {
  riskPlanned(scene, post, given.assessed, given.what)
  const offset = given.assessed + scene.chance.whole(2, 6)
  const isDraft = given.until === 0 && offset > -70 && scene.chance.happens(0.15)
  if (offset >= given.until || isDraft) {
    beginPlan(scene, post, given.assessed, null)
    return
  }
  const planId = beginPlan(scene, post, offset, offset)
  const want = scene.rows.recovery_plan.at(-1)?.want ?? ''
  const first = scene.chance.whole(0, goals.length - 1)
  const chosen = [0, 1, 2].flatMap((position) => goals[(first + position) % goals.length] ?? [])
  agreed(
    scene,
    post,
    offset,
    want,
    chosen.map(({ words }) => words),
  )
  const last = reviewed(scene, post, offset, given.until, want)
  const plan = scene.rows.recovery_plan.at(-1)
  if (plan !== undefined) plan.agreed_on = dayAt(scene, last)
  const states = ['open', last > offset ? 'met' : 'open', last > offset + 91 ? 'dropped' : 'open'] as const
  for (const [position, goal] of chosen.entries())
    goalOf(scene, post, planId, goal, { offset, state: states[position] ?? 'open' })
}

const beginPlan = (scene: Scene, post: Post, offset: number, agreedAt: number | null): string => {
  const row = about(scene)
  scene.rows.recovery_plan.push({
    ...row,
    service_id: scene.world.services[post.team],
    want: scene.chance.pick(wants),
    language: 'en',
    version: 2,
    agreed_version: agreedAt === null ? null : 2,
    agreed_on: agreedAt === null ? null : dayAt(scene, agreedAt),
    recorded_at: momentAt(scene, Math.min(offset, 0), '11:10'),
  })
  return row.id
}
