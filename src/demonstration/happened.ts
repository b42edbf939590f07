import { dayNumber } from '../platform/day.ts'
import type { IncidentKind, TestClass, TestPurpose, TestResult } from '../standards/model.ts'
import { riskReviewed } from './planned.ts'
import type { Post } from './posts.ts'
import { fact } from './record.ts'
import { about, dayAt, momentAt, type Scene } from './scene.ts'

const told = (scene: Scene, offset: number, time: string) => ({
  toldOn: dayNumber(dayAt(scene, offset)),
  toldAt: momentAt(scene, offset, time).epochMilliseconds,
})

interface Happened {
  readonly what: IncidentKind
  readonly where: string
  readonly words?: string
  readonly told: readonly string[]
  readonly naloxone?: 'yes' | 'no'
}

const incident = (scene: Scene, post: Post, offset: number, given: Happened): void =>
  fact(scene, {
    kind: 'incident',
    class: 'incident',
    service: post.team,
    offset,
    time: '14:20',
    answers: given,
    reading: {
      what: given.what,
      recordClass: 'incident',
      safetyConcern: given.what === 'overdose' || given.what === 'self_harm',
      ...told(scene, offset, '14:20'),
    },
  })

const classes: Readonly<Record<TestPurpose, TestClass>> = {
  mandatory: 'incident',
  voluntary: 'voluntary_test',
  court: 'court_test',
  clinical: 'clinical',
}

const test = (
  scene: Scene,
  post: Post,
  offset: number,
  given: {
    readonly purpose: TestPurpose
    readonly result: TestResult
    readonly found?: Readonly<Record<string, string>>
  },
): void =>
  fact(scene, {
    kind: 'test_result',
    class: classes[given.purpose],
    service: given.purpose === 'clinical' ? (post.health ?? post.team) : post.team,
    offset,
    time: '10:40',
    answers: {
      purpose: given.purpose,
      ...(given.purpose === 'mandatory' ? { mandatory_kind: 'random' } : {}),
      outcome: given.result === 'refused' ? 'refused' : 'given',
      ...given.found,
    },
    reading: {
      purpose: given.purpose,
      result: given.result,
      explained: given.found?.explained === 'yes',
      recordClass: classes[given.purpose],
      ...told(scene, offset, '10:40'),
    },
  })

/** Found, given naloxone, and what was done at once; the flag is up since. */
const overdosed = (scene: Scene, post: Post): void => {
  incident(scene, post, -6, {
    what: 'overdose',
    naloxone: 'yes',
    where: 'Cell, C2 landing',
    words: 'Found grey and slow to answer at unlock. Naloxone given by healthcare. Came round and talked.',
    told: ['manager', 'healthcare', 'emergency'],
  })
  fact(scene, {
    kind: 'safety_response',
    class: 'safety',
    service: post.team,
    offset: -6,
    time: '14:30',
    answers: { told: ['wing', 'healthcare'], acct: 'not_needed', acct_why: 'Not meant', seen_by: 'nurse' },
    reading: {},
  })
  scene.rows.safety_flag.push({
    ...about(scene),
    service_id: scene.world.services[post.team],
    kind: 'overdose_risk',
    detail: `Overdose on ${dayAt(scene, -6).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`,
    day: dayAt(scene, -6),
    recorded_at: momentAt(scene, -6, '14:20'),
  })
}

const spice = { found_spice: 'positive', found_opiates: 'negative', explained: 'no' }

/** Seen by the wing, twelve days ago. */
export const foundUnwell = (scene: Scene, post: Post): void =>
  incident(scene, post, -12, {
    what: 'under_influence',
    where: 'A wing, by the servery',
    words: 'Slow to answer and leaning on the wall. Sat with until it wore off. Says it was spice.',
    told: ['manager', 'healthcare'],
  })

/** What happened to some of those in treatment, by their place in the list; most had nothing happen. */
const stories: Readonly<Record<number, (scene: Scene, post: Post) => void>> = {
  0: overdosed,
  1: (scene, post) => test(scene, post, -1, { purpose: 'mandatory', result: 'refused' }),
  2: (scene, post) => test(scene, post, -4, { purpose: 'voluntary', result: 'positive', found: spice }),
  8: (scene, post) => {
    incident(scene, post, -16, {
      what: 'under_influence',
      where: 'C wing exercise yard',
      words: 'Unsteady, would not talk. Walked back to the cell and watched.',
      told: ['manager', 'healthcare'],
    })
    test(scene, post, -15, { purpose: 'voluntary', result: 'positive', found: spice })
    riskReviewed(scene, post, -13)
    test(scene, post, -5, { purpose: 'voluntary', result: 'negative', found: { found_spice: 'negative' } })
  },
  9: (scene, post) =>
    incident(scene, post, -40, {
      what: 'debt_bullying',
      where: 'B wing',
      words: 'Says he owes for vapes and was told to carry. Moved to D wing the same day.',
      told: ['manager', 'security'],
    }),
  16: (scene, post) =>
    test(scene, post, -2, {
      purpose: 'mandatory',
      result: 'awaiting',
      found: { found_benzodiazepines: 'awaiting', found_opiates: 'negative' },
    }),
  17: (scene, post) => {
    const found = { found_methadone: 'positive', found_opiates: 'negative', explained: 'yes' }
    test(scene, post, -9, { purpose: 'clinical', result: 'positive', found })
    test(scene, post, -3, { purpose: 'voluntary', result: 'positive', found })
  },
  24: (scene, post) =>
    incident(scene, post, -11, {
      what: 'medicine',
      where: 'Medicines hatch',
      words: 'Kept a tablet back in his cheek. It was found and taken away.',
      told: ['healthcare', 'security'],
    }),
}

/** Incidents and tests of the one at this place, where something happened. */
export const happened = (scene: Scene, post: Post, position: number): void => stories[position]?.(scene, post)
