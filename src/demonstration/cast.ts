import { foundUnwell, happened } from './happened.ts'
import { type Invented, invent } from './invented.ts'
import { type Ending, leavingSoon, type Readiness, released, releasedFromCourt } from './leaving.ts'
import { longGone } from './long-gone.ts'
import { type Post, posts } from './posts.ts'
import { introduce, releaseDate, type Scene, type Stage } from './scene.ts'
import { askedFor, saidEverything } from './sharing.ts'
import {
  away,
  died,
  flagged,
  interpreted,
  lastNight,
  lastNightWithPlan,
  lateToBeSeen,
  meetingToday,
  transferred,
  triageOwed,
  unknownReason,
  waitingForWorker,
} from './stories.ts'
import { cameIn, inTreatment, knownOutside, leavesOn } from './told.ts'

/** A part in the demonstration: where, perhaps who by name, and what happens. */
interface Part {
  readonly post: Post
  readonly name?: readonly [string, string]
  readonly play: (scene: Scene, post: Post) => void
}

const times = (count: number, part: (position: number) => Part): readonly Part[] =>
  Array.from({ length: count }, (_, position) => part(position))

const someBody: readonly Post[] = [
  posts.leeds,
  posts.leeds,
  posts.isis,
  posts.bronzefield,
  posts.moorland,
  posts.barlinnie,
  posts.lowMoss,
  posts.castleHuntly,
]
const postAt = (position: number): Post => someBody[position % someBody.length] ?? posts.leeds

const heroes: readonly Part[] = [
  { post: posts.leeds, name: ['Marcus', 'Bell'], play: lastNight },
  { post: posts.leeds, name: ['Ryan', 'Booth'], play: lastNight },
  { post: posts.bronzefield, name: ['Tina', 'Shaw'], play: lastNightWithPlan },
  { post: posts.leeds, name: ['Terry', 'Shaw'], play: lastNightWithPlan },
  { post: posts.leeds, name: ['Jordan', 'Ashe'], play: (scene, post) => releasedFromCourt(scene, post, -1) },
  {
    post: posts.leeds,
    name: ['Lee', 'Whitaker'],
    play: (scene, post) => {
      lateToBeSeen(scene, post)
      saidEverything(scene)
      foundUnwell(scene, post)
    },
  },
  {
    post: posts.leeds,
    name: ['Nick', 'Holt'],
    play: (scene, post) => {
      leavingSoon(scene, post, 12, 'nothing')
      askedFor(scene)
    },
  },
  {
    post: posts.leeds,
    name: ['Aaron', 'Price'],
    play: (scene, post) => void leavingSoon(scene, post, 4, 'accepted'),
  },
  {
    post: posts.leeds,
    name: ['Dale', 'Ford'],
    play: (scene, post) => void leavingSoon(scene, post, daysToFriday(scene.today), 'declined'),
  },
  { post: posts.leeds, name: ['Kim', 'Reid'], play: (scene, post) => released(scene, post, -9, 'missed') },
  {
    post: posts.leeds,
    name: ['Sean', 'Nolan'],
    play: (scene, post) => released(scene, post, -20, 'no_answer'),
  },
  {
    post: posts.leeds,
    name: ['Imran', 'Hussain'],
    play: (scene, post) => released(scene, post, -3, 'kept_not_asked'),
  },
]

const daysToFriday = (today: Temporal.PlainDate): number =>
  ((5 - today.dayOfWeek + 7) % 7) + (today.dayOfWeek >= 5 ? 7 : 0) || 7

const near: readonly Readiness[] = ['open', 'sent', 'seen', 'declined', 'accepted', 'ready', 'ready', 'ready']
const far: readonly Readiness[] = ['open', 'sent', 'seen', 'accepted']
const endings: readonly Ending[] = [
  'started',
  'started',
  'started',
  'started',
  'nothing_known',
  'nothing_known',
  'started_later',
  'dropped_out',
  'declined_service',
  'returned',
  'no_answer',
]
const recent: readonly Ending[] = [
  'started',
  'kept_not_asked',
  'missed',
  'no_answer',
  'started',
  'nothing_known',
]

const arrivals = [
  ...times(5, (position) => ({ post: postAt(position + 2), play: lastNight })),
  ...times(6, (position) => ({ post: postAt(position), play: triageOwed })),
  ...times(6, (position) => ({ post: postAt(position), play: waitingForWorker })),
]

const inside = [
  ...['09:30', '11:15', '14:00'].map(
    (time): Part => ({
      post: { ...posts.leeds, workers: ['demo.rosa'] },
      play: (scene, post) => meetingToday(scene, post, time),
    }),
  ),
  ...times(58, (position) => ({
    post: postAt(position),
    play: (scene: Scene, post: Post) => {
      inTreatment(scene, post, { since: -scene.chance.whole(30, 900) })
      happened(scene, post, position)
      if (scene.chance.happens(0.7)) leavesOn(scene, scene.chance.whole(90, 700))
    },
  })),
  ...times(44, (position) => ({
    post: postAt(position),
    play: (scene: Scene, post: Post) => {
      cameIn(scene, post, -scene.chance.whole(10, 400), 'nothing')
      releaseDate(scene, 'CRD', scene.chance.whole(5, 400), -9)
    },
  })),
  { post: posts.leeds, play: transferred(posts.moorland, posts.leeds) },
  { post: posts.moorland, play: transferred(posts.leeds, posts.moorland) },
  { post: posts.barlinnie, play: transferred(posts.lowMoss, posts.castleHuntly) },
  { post: posts.leeds, play: away('to_court') },
  { post: posts.isis, play: away('to_court') },
  { post: posts.leeds, play: away('to_hospital') },
  { post: posts.castleHuntly, play: away('temporary_release') },
  { post: posts.leeds, play: flagged('see_with_another', null) },
  { post: posts.leeds, play: flagged('acct_open', null) },
  { post: posts.bronzefield, play: flagged('allergy', 'Penicillin') },
  { post: posts.leeds, play: flagged('overdose_risk', 'Overdose in June, with benzodiazepines') },
  { post: posts.leeds, play: interpreted },
] satisfies readonly Part[]

const leaving = [
  ...times(32, (position) => ({
    post: postAt(position),
    play: (scene: Scene, post: Post) =>
      void leavingSoon(
        scene,
        post,
        scene.chance.whole(1, 14),
        near[(position + Math.floor(position / 8)) % near.length] ?? 'open',
      ),
  })),
  ...times(36, (position) => ({
    post: postAt(position),
    play: (scene: Scene, post: Post) =>
      void leavingSoon(
        scene,
        post,
        scene.chance.whole(15, 84),
        far[(position + Math.floor(position / 8)) % far.length] ?? 'open',
      ),
  })),
]

const left = [
  ...times(26, (position) => ({
    post: postAt(position),
    play: (scene: Scene, post: Post) =>
      released(scene, post, -scene.chance.whole(1, 20), recent[position % recent.length] ?? 'missed'),
  })),
  ...times(2, () => ({ post: posts.leeds, play: longGone })),
  ...times(116, (position) => ({
    post: postAt(position),
    play: (scene: Scene, post: Post) =>
      released(scene, post, -scene.chance.whole(24, 380), endings[position % endings.length] ?? 'started'),
  })),
  { post: posts.isis, play: (scene: Scene, post: Post) => releasedFromCourt(scene, post, -1) },
  { post: posts.barlinnie, play: (scene: Scene, post: Post) => releasedFromCourt(scene, post, -2) },
  { post: posts.leeds, play: died },
  { post: posts.leeds, play: unknownReason },
] satisfies readonly Part[]

const outside = times(38, (position) => ({
  post: postAt(position),
  play: (scene: Scene, post: Post) => {
    const referral = -scene.chance.whole(20, 300)
    knownOutside(scene, scene.chance.pick(post.towns), {
      referral,
      triage: referral + 3,
      start: referral + 8,
      source: 'self',
    })
  },
}))

const parts: readonly Part[] = [...heroes, ...arrivals, ...inside, ...leaving, ...left, ...outside]

const whoPlays = (stage: Stage, part: Part, ordinal: number): Invented =>
  invent(stage.chance, ordinal, stage.today, {
    sex: part.post.women ? 'F' : 'M',
    scottish: part.post.scottish,
    ...(part.name === undefined ? {} : { name: part.name }),
  })

/** Plays every part; answers with everybody's ids, in the order in which they came on. */
export const playAll = (stage: Stage): readonly string[] =>
  parts.map((part, ordinal) => {
    const scene = introduce(stage, whoPlays(stage, part, ordinal))
    part.play(scene, part.post)
    return scene.personId
  })
