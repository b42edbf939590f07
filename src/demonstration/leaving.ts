import { forRelease, screened, triaged } from './answers.ts'
import { assessed, halfAssessed, topsSince } from './assessed.ts'
import { appointment, handOver } from './handing-over.ts'
import { planned, riskReviewed } from './planned.ts'
import { communityWorker, type Post } from './posts.ts'
import { allocate, contact, episode, fact } from './record.ts'
import { move, releaseDate, type Scene } from './scene.ts'
import type { ServiceName } from './teams.ts'
import {
  inTreatment,
  knownOutside,
  leavesOn,
  seenSince,
  type Treatment,
  trainedWithNaloxone,
} from './told.ts'

/** How ready somebody is who leaves soon. */
export type Readiness = 'nothing' | 'open' | 'sent' | 'seen' | 'declined' | 'accepted' | 'ready'

const townNames: Readonly<Partial<Record<ServiceName, string>>> = {
  bradford: 'Bradford',
  leedsTown: 'Leeds',
  wakefield: 'Wakefield',
  sheffield: 'Sheffield',
  lambeth: 'Lambeth',
  croydon: 'Croydon',
  glasgow: 'Glasgow',
  dundee: 'Dundee',
}

const offersOf = (readiness: Readiness, town: ServiceName, other: ServiceName) => {
  const by = communityWorker[town]
  const who = by === undefined ? {} : { by }
  if (readiness === 'nothing' || readiness === 'open') return []
  if (readiness === 'sent') return [{ to: town, sent: -2 }]
  if (readiness === 'seen') return [{ to: town, sent: -1, seen: 0, ...who }]
  if (readiness === 'declined')
    return [
      {
        to: town,
        sent: -5,
        seen: -4,
        ...who,
        answered: -3,
        answer: 'declined' as const,
        reason: 'They will live outside our area',
        suggests: other,
      },
    ]
  return [{ to: town, sent: -9, seen: -8, ...who, answered: -7, answer: 'accepted' as const }]
}

/** In treatment, and leaves in `inDays`. */
export const leavingSoon = (scene: Scene, post: Post, inDays: number, readiness: Readiness): Treatment => {
  const treatment = inTreatment(scene, post, { since: -scene.chance.whole(60, 300) })
  leavesOn(scene, inDays)
  if (inDays <= 10 && readiness !== 'open') riskReviewed(scene, post, inDays - 12)
  if (readiness === 'nothing') return treatment
  const { town, worker } = treatment
  const other = post.towns.find((name) => name !== town) ?? town
  const handover = handOver(scene, {
    from: post.team,
    by: worker,
    opened: -12,
    destination: townNames[town] ?? '',
    offers: offersOf(readiness, town, other),
  })
  if (readiness === 'accepted' || readiness === 'ready') knownOutside(scene, town, { referral: -7 })
  if (readiness === 'ready') {
    appointment(scene, handover, {
      service: town,
      staff: communityWorker[town],
      offset: inDays + 1,
      outcome: 'planned',
      booked: -6,
    })
    forRelease(scene, post.team, -4)
  }
  return treatment
}

/** What became of somebody after release. */
export type Ending =
  | 'started'
  | 'started_later'
  | 'kept_not_asked'
  | 'missed'
  | 'no_answer'
  | 'declined_service'
  | 'dropped_out'
  | 'returned'
  | 'nothing_known'

const follow = (
  scene: Scene,
  post: Post,
  service: ServiceName | null,
  left: number,
  days: readonly number[],
  outcome: 'no_answer' | 'kept',
): void => {
  for (const day of days.filter((day) => left + day <= 0)) {
    const staff = service === null ? undefined : communityWorker[service]
    contact(scene, {
      service: service ?? post.team,
      ...(staff === undefined ? {} : { staff }),
      offset: left + day,
      time: '13:20',
      outcome,
      purpose: 'follow_up',
      mode: 'phone',
      words:
        outcome === 'kept'
          ? 'Answered. Is at his mother’s, has his naloxone.'
          : 'Rang twice, no answer. No message left, as agreed.',
    })
  }
}

const accepted = (scene: Scene, post: Post, treatment: Treatment, left: number, closed?: number): string => {
  const by = communityWorker[treatment.town]
  return handOver(scene, {
    from: post.team,
    by: treatment.worker,
    opened: left - 30,
    destination: townNames[treatment.town] ?? '',
    offers: [
      {
        to: treatment.town,
        sent: left - 24,
        seen: left - 23,
        ...(by === undefined ? {} : { by }),
        answered: left - 22,
        answer: 'accepted',
      },
    ],
    ...(closed === undefined ? {} : { closed }),
  })
}

const startedOn = (left: number, ending: Ending, scene: Scene): number | undefined => {
  if (ending === 'started') return Math.min(left + scene.chance.whole(1, 12), 0)
  return ending === 'started_later' ? left + scene.chance.whole(25, 60) : undefined
}

const weekly = [21, 28, 35, 42, 49, 56, 63, 70, 77, 84]

/** Looked for every week up to day 84; then a team leader closed it with a reason. */
const lookedFor = (scene: Scene, post: Post, service: ServiceName | null, left: number): void => {
  follow(
    scene,
    post,
    service,
    left,
    weekly.filter((day) => left + day < -2),
    'no_answer',
  )
  if (left + 86 < 0)
    fact(scene, {
      kind: 'follow_up_closed',
      service: post.team,
      offset: left + 86,
      answers: { why: 'Rung every week for twelve weeks without an answer. The door stays open.' },
      reading: {},
    })
}

/** Left without a hand-over: rung the next day from the call sheet, and looked for since. */
const notTraced = (scene: Scene, post: Post, left: number): void => {
  if (left < -1)
    contact(scene, {
      service: post.team,
      offset: left + 1,
      outcome: 'no_answer',
      purpose: 'call_sheet',
      mode: 'phone',
      words: 'Number not in use.',
    })
  follow(
    scene,
    post,
    null,
    left,
    [1, 3, 7, 14].filter((day) => left + day < 0),
    'no_answer',
  )
  lookedFor(scene, post, null, left)
}

/** Recalled while being followed up: screened, taken up again by the prison's team, assessed and planned with anew. */
const cameBack = (scene: Scene, post: Post, offset: number): void => {
  move(scene, 'admission', { establishment: post.code, offset, time: '16:30', code: 'L' })
  if (offset > -3) return
  screened(scene, post.team, offset, 'opioids')
  const episodeId = episode(scene, {
    service: post.team,
    referral: offset,
    triage: offset + 1,
    start: offset + 2,
    kind: 'opioid_substitution',
    substances: 'opiate',
  })
  triaged(scene, post.team, offset + 1, episodeId, scene.chance.pick(post.towns))
  const worker = scene.chance.pick(post.workers)
  allocate(scene, worker, post.team, episodeId, offset + 1)
  seenSince(scene, post, worker, { from: offset + 1, to: -scene.chance.whole(1, 10) })
  trainedWithNaloxone(scene, post, Math.min(offset + 4, -1))
  releaseDate(scene, 'PRRD', scene.chance.whole(90, 300), offset + 1)
  if (offset > -14) return
  assessed(scene, post, { offset: offset + 6, what: 'opioids', episode: episodeId })
  topsSince(scene, post, { what: 'opioids', start: offset + 2, until: 0 })
  planned(scene, post, { assessed: offset + 6, until: 0, what: 'opioids' })
}

/** Left `left` (a day before today) in treatment, by a planned release; then `ending`. */
export const released = (scene: Scene, post: Post, left: number, ending: Ending): void => {
  const treatment = inTreatment(scene, post, {
    since: left - scene.chance.whole(70, 400),
    end: { end: left, reason: 'transferred_not_in_custody' },
  })
  releaseDate(scene, 'CRD', left, left - 50)
  move(scene, 'release', {
    establishment: post.code,
    offset: left,
    time: scene.chance.pick(['08:55', '09:20', '10:05']),
  })
  if (ending === 'nothing_known') {
    notTraced(scene, post, left)
    return
  }
  const start = startedOn(left, ending, scene)
  const handover = accepted(scene, post, treatment, left, start)
  forRelease(scene, post.team, left - 2)
  const ended =
    ending === 'dropped_out'
      ? { end: Math.min(left + 20, 0), reason: 'dropped_out' as const }
      : ending === 'declined_service'
        ? { end: Math.min(left + 9, 0), reason: 'declined' as const }
        : {}
  knownOutside(scene, treatment.town, {
    referral: left - 22,
    ...(start === undefined ? {} : { triage: Math.min(left + 1, 0), start }),
    ...ended,
  })
  const staff = communityWorker[treatment.town]
  const kept = start !== undefined || ending === 'kept_not_asked'
  const first = Math.min(left + 1, start ?? left + 3)
  appointment(scene, handover, {
    service: treatment.town,
    staff,
    offset: first,
    booked: left - 15,
    outcome: first > 0 ? 'planned' : kept ? 'kept' : 'no_answer',
  })
  follow(
    scene,
    post,
    treatment.town,
    left,
    start === undefined ? [1, 3, 7, 14].filter((day) => left + day < 0) : [1],
    ending === 'no_answer' || ending === 'missed' ? 'no_answer' : 'kept',
  )
  if (start === undefined && ending !== 'returned') lookedFor(scene, post, treatment.town, left)
  if (ending === 'returned') {
    halfAssessed(scene, post, 'opioids', left - 10)
    cameBack(scene, post, Math.min(left + scene.chance.whole(4, 19), 0))
  }
}

/** Went to court in the morning, was released there, and nobody has been told. */
export const releasedFromCourt = (scene: Scene, post: Post, left: number): void => {
  inTreatment(scene, post, { since: left - scene.chance.whole(25, 70) })
  move(scene, 'to_court', { establishment: post.code, offset: left, time: '07:50' })
  move(scene, 'release', { establishment: post.code, offset: left, time: '15:40' })
}
