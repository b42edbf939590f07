import type { Insertable } from 'kysely'
import { timeZone } from '../platform/clock.ts'
import type { ContactOutcome, DB, EndReason, MovementType, RecordClass } from '../platform/database/schema.ts'
import type { Ids } from '../platform/ids.ts'
import type { Chance } from './chance.ts'
import type { Invented } from './invented.ts'
import type { Rows } from './rows.ts'
import type { ServiceName, StaffName, World } from './world.ts'

/** Everything a story needs to be told. Days are counted from today: -1 is yesterday. */
export interface Stage {
  readonly world: World
  readonly chance: Chance
  readonly ids: Ids
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
  readonly rows: Rows
}

/** One person's story under way. */
export interface Scene extends Stage {
  readonly personId: string
  readonly who: Invented
}

export const dayAt = (stage: Stage, offset: number): Temporal.PlainDate => stage.today.add({ days: offset })

/** A moment in London; never later than now. */
export const momentAt = (stage: Stage, offset: number, time = '10:00'): Temporal.Instant => {
  const wanted = dayAt(stage, offset)
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
  return Temporal.Instant.compare(wanted, stage.now) > 0 && offset <= 0
    ? stage.now.subtract({ minutes: 5 })
    : wanted
}

/** Brings a person onto the stage, with their numbers. */
export const introduce = (
  stage: Stage,
  who: Invented,
  more: Partial<Insertable<DB['person']>> = {},
): Scene => {
  const personId = stage.ids.next()
  const recorded_at = momentAt(stage, -800)
  stage.rows.person.push({
    id: personId,
    family_name: who.family,
    given_name: who.given,
    date_of_birth: who.born,
    sex: who.sex,
    recorded_at,
    ...more,
  })
  const numbers = [
    ['prison_number', who.prisonNumber],
    ['nhs_number', who.nhsNumber],
  ] as const
  for (const [type, value] of numbers)
    stage.rows.identifier.push({
      id: stage.ids.next(),
      person_id: personId,
      recorded_under: personId,
      type,
      value,
      source: 'feed',
      recorded_at,
    })
  return { ...stage, personId, who }
}

const about = (scene: Scene) => ({
  id: scene.ids.next(),
  person_id: scene.personId,
  recorded_under: scene.personId,
})

interface MovementWords {
  readonly establishment: string
  readonly offset: number
  readonly time?: string
  readonly code?: string
  readonly codeKnown?: boolean
}

const feedReasons: Partial<Record<MovementType, readonly ['received' | 'released', string, string]>> = {
  admission: ['received', 'ADMISSION', 'N'],
  transfer_in: ['received', 'TRANSFERRED', 'INT'],
  transfer_out: ['released', 'TRANSFERRED', 'NOTR'],
  to_court: ['released', 'SENT_TO_COURT', 'CRT'],
  from_court: ['received', 'RETURN_FROM_COURT', 'CRT'],
  to_hospital: ['released', 'RELEASED_TO_HOSPITAL', 'HP'],
  temporary_release: ['released', 'TEMPORARY_ABSENCE_RELEASE', 'RDR'],
  temporary_return: ['received', 'TEMPORARY_ABSENCE_RETURN', 'RDR'],
  release: ['released', 'RELEASED', 'CR'],
}

/** A movement as the feed told it; the newer ones with the message itself, so that the inbox shows them. */
export const move = (scene: Scene, type: MovementType, given: MovementWords): string => {
  const [direction, reason, usual] = feedReasons[type] ?? ['released', type.toUpperCase(), 'N']
  const at = momentAt(scene, given.offset, given.time)
  const code = given.code ?? usual
  const row = about(scene)
  const message = scene.ids.next()
  scene.rows.feed_message.push({
    id: message,
    source: 'feed',
    fingerprint: `movement|${scene.who.prisonNumber}|${type}|${at.epochMilliseconds}|${reason}`,
    event_type: `prison-offender-events.prisoner.${direction}`,
    prison_number: scene.who.prisonNumber,
    occurred_at: at,
    raw: JSON.stringify({
      eventType: `prison-offender-events.prisoner.${direction}`,
      version: 1,
      occurredAt: at.toString(),
      additionalInformation: {
        nomsNumber: scene.who.prisonNumber,
        reason,
        prisonId: given.establishment,
        nomisMovementReasonCode: code,
        currentPrisonStatus: type === 'release' ? 'NOT_UNDER_PRISON_CARE' : 'UNDER_PRISON_CARE',
      },
    }),
    received_at: at.add({ minutes: 47 }),
    state: 'applied',
    person_id: scene.personId,
    establishment_code: given.establishment,
    effect: 'movement',
  })
  scene.rows.movement.push({
    ...row,
    source: 'feed',
    type,
    at,
    day: dayAt(scene, given.offset),
    time_known: true,
    establishment_code: given.establishment,
    reason,
    reason_code: code,
    reason_known: given.codeKnown ?? true,
    message_id: message,
    recorded_at: at.add({ minutes: 47 }),
  })
  return message
}

/** A release date of a type, recorded some days ago. */
export const releaseDate = (
  scene: Scene,
  type: string,
  offset: number,
  recorded = -40,
  source = 'sentence calculation',
): void => {
  scene.rows.release_date.push({
    ...about(scene),
    type,
    date: dayAt(scene, offset),
    source,
    recorded_at: momentAt(scene, recorded, '09:00'),
  })
}

export interface EpisodeWords {
  readonly service: ServiceName
  readonly referral: number
  readonly triage?: number
  readonly start?: number
  readonly kind?: 'opioid_substitution' | 'psychosocial'
  readonly end?: number
  readonly reason?: EndReason
  readonly substances?: 'opiate' | 'non_opiate' | 'non_opiate_and_alcohol' | 'alcohol'
  readonly source?: string
}

const day = (stage: Stage, offset: number | undefined): Temporal.PlainDate | null =>
  offset === undefined ? null : dayAt(stage, offset)

const isCommunity: ReadonlySet<ServiceName> = new Set<ServiceName>([
  'bradford',
  'leedsTown',
  'wakefield',
  'sheffield',
  'lambeth',
  'croydon',
  'glasgow',
  'dundee',
])

/** An episode with a service, with its first intervention where treatment started. */
export const episode = (scene: Scene, given: EpisodeWords): string => {
  const row = about(scene)
  const service_id = scene.world.services[given.service]
  const recorded_at = momentAt(scene, given.referral, '11:00')
  scene.rows.episode.push({
    ...row,
    service_id,
    setting: isCommunity.has(given.service) ? 'community' : 'custody',
    local_id: `D-${scene.rows.episode.length + 1}`,
    referral_source: given.source ?? 'reception screen',
    substances:
      given.substances ??
      scene.chance.pick(['opiate', 'opiate', 'non_opiate', 'non_opiate_and_alcohol', 'alcohol'] as const),
    referral_date: dayAt(scene, given.referral),
    triage_date: day(scene, given.triage),
    treatment_start: day(scene, given.start),
    end_date: day(scene, given.end),
    end_reason: given.end === undefined ? null : (given.reason ?? 'transferred_not_in_custody'),
    match: 'recorded',
    recorded_at,
  })
  if (given.start !== undefined)
    scene.rows.intervention.push({
      ...about(scene),
      service_id,
      episode_id: row.id,
      kind: given.kind ?? 'psychosocial',
      started_on: dayAt(scene, given.start),
      ended_on: day(scene, given.end),
      recorded_at: momentAt(scene, given.start, '12:00'),
    })
  return row.id
}

/** A named worker for an episode. */
export const allocate = (
  scene: Scene,
  staff: StaffName,
  service: ServiceName,
  episodeId: string,
  from: number,
  to?: number,
): void => {
  scene.rows.allocation.push({
    ...about(scene),
    service_id: scene.world.services[service],
    episode_id: episodeId,
    staff_id: scene.world.staff[staff],
    as_role: isCommunity.has(service) ? 'community_worker' : 'recovery_worker',
    from_day: dayAt(scene, from),
    to_day: day(scene, to),
    ended_why: to === undefined ? null : 'left the prison',
    recorded_at: momentAt(scene, from, '15:00'),
  })
}

interface ContactWords {
  readonly service: ServiceName
  readonly staff?: StaffName
  readonly offset: number
  readonly time?: string
  readonly outcome: ContactOutcome
  readonly purpose?: 'one_to_one' | 'follow_up' | 'call_sheet' | 'appointment' | 'other'
  readonly mode?: 'in_person' | 'phone' | 'video' | 'in_cell' | 'at_court' | 'at_gate' | 'text' | 'letter'
  readonly place?: string
  readonly words?: string
  readonly handover?: string
  readonly recorded?: number
}

/** A meeting or attempt: planned, or what became of it. */
export const contact = (scene: Scene, given: ContactWords): void => {
  scene.rows.contact.push({
    ...about(scene),
    class: given.handover === undefined ? 'recovery' : 'handover',
    service_id: scene.world.services[given.service],
    staff_id: given.staff === undefined ? null : scene.world.staff[given.staff],
    handover_id: given.handover ?? null,
    purpose: given.purpose ?? 'one_to_one',
    mode: given.mode ?? 'in_person',
    day: dayAt(scene, given.offset),
    starts_at: dayAt(scene, given.offset)
      .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(given.time ?? '10:30') })
      .toInstant(),
    place: given.place ?? null,
    outcome: given.outcome,
    words: given.words ?? null,
    recorded_at: momentAt(scene, given.recorded ?? Math.min(given.offset, 0), '16:00'),
  })
}

interface FactWords {
  readonly kind: string
  readonly class?: RecordClass
  readonly service: ServiceName
  readonly offset: number
  readonly time?: string
  readonly episode?: string
  readonly answers: object
  readonly reading: object
}

/** A short form, filled in. */
export const fact = (scene: Scene, given: FactWords): void => {
  const at = momentAt(scene, given.offset, given.time ?? '10:00')
  scene.rows.fact.push({
    ...about(scene),
    kind: given.kind,
    class: given.class ?? 'recovery',
    service_id: scene.world.services[given.service],
    episode_id: given.episode ?? null,
    day: dayAt(scene, given.offset),
    at,
    answers: JSON.stringify(given.answers),
    reading: JSON.stringify(given.reading),
    recorded_at: at,
  })
}
