import { screened, triaged } from './answers.ts'
import { assessed, topsSince, type Used } from './assessed.ts'
import { planned } from './planned.ts'
import { communityWorker, type Post } from './posts.ts'
import { allocate, contact, type EpisodeWords, episode, fact } from './record.ts'
import { about, move, releaseDate, type Scene } from './scene.ts'
import type { StaffName } from './staff.ts'
import type { ServiceName } from './teams.ts'

/** Wing and cell of somebody who is inside. */
export const housed = (scene: Scene, post: Post): void => {
  const wing = scene.chance.pick(post.wings)
  const before = scene.rows.location.findIndex(({ person_id }) => person_id === scene.personId)
  if (before >= 0) scene.rows.location.splice(before, 1)
  scene.rows.location.push({
    person_id: scene.personId,
    establishment_code: post.code,
    wing,
    cell: `${post.code}-${wing}-${scene.chance.whole(1, 4)}-${String(scene.chance.whole(1, 40)).padStart(3, '0')}`,
    recorded_at: scene.now,
  })
  scene.rows.legal_status.push({
    ...about(scene),
    status: scene.chance.pick(['sentenced', 'sentenced', 'remand', 'recall'] as const),
    as_of: scene.now,
    establishment_code: post.code,
    source: 'roll',
    recorded_at: scene.now,
  })
}

/** Came in, and was screened the same day. */
export const cameIn = (
  scene: Scene,
  post: Post,
  offset: number,
  what: 'opioids' | 'alcohol' | 'cannabis' | 'nothing',
): void => {
  move(scene, 'admission', {
    establishment: post.code,
    offset,
    time: `${scene.chance.whole(14, 21)}:${scene.chance.pick(['05', '20', '40'])}`,
  })
  housed(scene, post)
  screened(scene, post.team, offset, what)
}

export interface Treatment {
  readonly episodeId: string
  readonly worker: StaffName
  readonly town: ServiceName
  readonly what: Used
}

const substancesOf = { opioids: 'opiate', alcohol: 'alcohol', cannabis: 'non_opiate' } as const

/** In treatment in this prison since `since`: triaged, allocated, seen every fortnight, the last time `lastSeen` days ago. */
export const inTreatment = (
  scene: Scene,
  post: Post,
  given: {
    readonly since: number
    readonly what?: 'opioids' | 'alcohol' | 'cannabis'
    readonly lastSeen?: number
    readonly end?: Pick<EpisodeWords, 'end' | 'reason'>
    /** False: the story tells its own. */
    readonly tops?: boolean
  },
): Treatment => {
  const what = given.what ?? scene.chance.pick(['opioids', 'opioids', 'alcohol', 'cannabis'] as const)
  cameIn(scene, post, given.since, what)
  const triage = given.since + 1
  const worker = scene.chance.pick(post.workers)
  const town = scene.chance.pick(post.towns)
  const start = Math.min(triage + scene.chance.whole(1, 4), given.end?.end ?? 0, 0)
  const episodeId = episode(scene, {
    service: post.team,
    referral: given.since,
    triage,
    start,
    kind: what === 'opioids' ? 'opioid_substitution' : 'psychosocial',
    substances: substancesOf[what],
    ...given.end,
  })
  triaged(scene, post.team, triage, episodeId, town)
  allocate(scene, worker, post.team, episodeId, Math.min(triage + 1, 0), given.end?.end)
  if (triage + 4 < (given.end?.end ?? 0))
    assessed(scene, post, { offset: triage + 4, what, episode: episodeId })
  if (triage + 4 < (given.end?.end ?? 0))
    planned(scene, post, { assessed: triage + 4, until: given.end?.end ?? 0, what })
  if (given.tops !== false && !post.scottish)
    topsSince(scene, post, { what, start, until: given.end?.end ?? 0 })
  seenSince(scene, post, worker, {
    from: triage + 3,
    to: given.end?.end ?? -(given.lastSeen ?? scene.chance.whole(1, 12)),
  })
  if (given.end === undefined) releaseDate(scene, 'SED', scene.chance.whole(100, 700), Math.min(triage, -1))
  if (what === 'opioids') trainedWithNaloxone(scene, post, Math.min(triage + 5, given.end?.end ?? -1, -1))
  return { episodeId, worker, town, what }
}

const toldOfToday = [
  'Talked about what helped last week and what did not. Wants to try the morning group.',
  'Went through the triggers on the landing. Named two people he can go to.',
  'Sleeping better. Wants to talk about his daughter next time.',
  'Short today, did not feel like talking. We agreed to meet on the exercise yard.',
  'Good session. Wrote down three reasons to keep going.',
]

/** Met every fortnight, from one day to another; now and then it did not happen, and whose side that was is told. */
export const seenSince = (
  scene: Scene,
  post: Post,
  staff: StaffName,
  when: { readonly from: number; readonly to: number },
): void => {
  for (let offset = when.to; offset >= Math.max(when.from, when.to - 420); offset -= 14) {
    const kept = offset === when.to || scene.chance.happens(0.85)
    contact(scene, {
      service: post.team,
      staff,
      offset,
      time: scene.chance.pick(['09:30', '10:45', '14:00', '15:15']),
      outcome: kept
        ? 'kept'
        : scene.chance.pick(['prison_did_not_unlock', 'refused', 'at_court', 'sick'] as const),
      mode: scene.chance.pick(['in_person', 'in_cell'] as const),
      ...(kept ? { words: scene.chance.pick(toldOfToday) } : {}),
    })
  }
}

export const trainedWithNaloxone = (scene: Scene, post: Post, offset: number): void =>
  fact(scene, {
    kind: 'naloxone_training',
    service: post.team,
    offset,
    answers: { outcome: 'trained' },
    reading: { accepted: true },
  })

/** Leaves by a date of the usual kind. */
export const leavesOn = (scene: Scene, offset: number): void =>
  releaseDate(scene, scene.chance.pick(['CRD', 'ARD']), offset, -60)

/** Known to a community service, and in treatment there where `start` is given. */
export const knownOutside = (
  scene: Scene,
  service: ServiceName,
  given: Omit<EpisodeWords, 'service'>,
): string => {
  const episodeId = episode(scene, {
    service,
    source: 'prison recovery team',
    kind: 'opioid_substitution',
    substances: 'opiate',
    ...given,
  })
  const worker = communityWorker[service]
  if (worker !== undefined) allocate(scene, worker, service, episodeId, given.referral + 1, given.end)
  return episodeId
}
