import { triaged } from './answers.ts'
import { aYearOfScores, halfAssessed } from './assessed.ts'
import { released } from './leaving.ts'
import { metBefore } from './met.ts'
import type { Post } from './posts.ts'
import { contact, episode } from './record.ts'
import { move, type Scene } from './scene.ts'
import { cameIn, housed, inTreatment, knownOutside, leavesOn } from './told.ts'

export const lastNight = (scene: Scene, post: Post): void => {
  move(scene, 'admission', { establishment: post.code, offset: -1, time: '21:40' })
  housed(scene, post)
}

export const lastNightWithPlan = (scene: Scene, post: Post): void => {
  knownOutside(scene, post.towns[0] ?? 'leedsTown', {
    referral: -200,
    triage: -198,
    start: -190,
    source: 'self',
  })
  lastNight(scene, post)
}

export const triageOwed = (scene: Scene, post: Post): void =>
  cameIn(scene, post, -2, scene.chance.pick(['opioids', 'alcohol'] as const))

export const waitingForWorker = (scene: Scene, post: Post): void => {
  cameIn(scene, post, -4, 'opioids')
  const episodeId = episode(scene, { service: post.team, referral: -4, triage: -2 })
  triaged(scene, post.team, -2, episodeId, scene.chance.pick(post.towns))
  halfAssessed(scene, post, 'opioids')
}

export const meetingToday = (scene: Scene, post: Post, time: string): void => {
  const { worker } = inTreatment(scene, post, { since: -scene.chance.whole(40, 200), lastSeen: 9 })
  contact(scene, {
    service: post.team,
    staff: worker,
    offset: 0,
    time,
    outcome: 'planned',
    mode: 'in_person',
    place: `${scene.chance.pick(post.wings)} wing, interview room`,
    recorded: -3,
  })
  if (worker === 'demo.rosa') metBefore(scene, { service: post.team, staff: worker }, time)
}

export const lateToBeSeen = (scene: Scene, post: Post): void => {
  const { what } = inTreatment(
    scene,
    { ...post, workers: ['demo.rosa'] },
    { since: -375, lastSeen: 17, tops: false },
  )
  aYearOfScores(scene, post, what)
}

export const transferred =
  (from: Post, to: Post) =>
  (scene: Scene): void => {
    inTreatment(scene, from, { since: -scene.chance.whole(80, 200), lastSeen: 6 })
    move(scene, 'transfer_out', { establishment: from.code, offset: -1, time: '08:10' })
    move(scene, 'transfer_in', { establishment: to.code, offset: -1, time: '13:25' })
    housed(scene, to)
    leavesOn(scene, scene.chance.whole(30, 200))
  }

export const away =
  (type: 'to_court' | 'to_hospital' | 'temporary_release') =>
  (scene: Scene, post: Post): void => {
    inTreatment(scene, post, { since: -scene.chance.whole(30, 150), lastSeen: 8 })
    move(scene, type, { establishment: post.code, offset: type === 'to_hospital' ? -2 : 0, time: '07:40' })
  }

export const died = (scene: Scene, post: Post): void => {
  released(scene, post, -16, 'missed')
  const person = scene.rows.person.at(-1)
  if (person !== undefined) person.date_of_death = scene.today.subtract({ days: 6 })
  const told = {
    recorded_under: scene.personId,
    person_id: scene.personId,
    recorded_at: scene.now.subtract({ hours: 20 }),
  }
  scene.rows.notice.push({
    ...told,
    id: scene.ids.next(),
    service_id: scene.world.services[post.team],
    kind: 'death',
    words: `${scene.who.given} ${scene.who.family} has died. Nobody will be rung or written to.`,
  })
}

export const unknownReason = (scene: Scene, post: Post): void => {
  inTreatment(scene, post, { since: -90, end: { end: -2, reason: 'transferred_not_in_custody' } })
  const message = move(scene, 'release', {
    establishment: post.code,
    offset: -2,
    code: 'ZZ',
    codeKnown: false,
  })
  scene.rows.work_item.push({
    id: scene.ids.next(),
    kind: 'unknown_release_code',
    person_id: scene.personId,
    message_id: message,
    establishment_code: post.code,
    words: `${scene.who.given} ${scene.who.family} left with reason code ZZ, which nobody here knows. Find out whether they are in the community. Until then nobody rings.`,
    opened_at: scene.now.subtract({ hours: 40 }),
  })
}

export const flagged =
  (kind: 'see_with_another' | 'acct_open' | 'allergy' | 'overdose_risk', detail: string | null) =>
  (scene: Scene, post: Post): void => {
    inTreatment(scene, post, { since: -scene.chance.whole(20, 120) })
    scene.rows.safety_flag.push({
      id: scene.ids.next(),
      person_id: scene.personId,
      recorded_under: scene.personId,
      service_id: scene.world.services[post.team],
      kind,
      detail,
      day: scene.today.subtract({ days: 12 }),
      recorded_at: scene.now.subtract({ hours: 12 * 24 }),
    })
  }

export const interpreted = (scene: Scene, post: Post): void => {
  inTreatment(scene, post, { since: -60 })
  const person = scene.rows.person.at(-1)
  if (person !== undefined) Object.assign(person, { interpreter: 'Polish', reading_needs: 'Read aloud' })
}
