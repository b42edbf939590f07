import { endReasonWords, usualExit } from '../casework/index.ts'
import type { ContactMode, ContactPurpose } from '../contacts/model.ts'
import { timeZone } from '../platform/clock.ts'
import type { ContactOutcome, EndReason, RecordClass } from '../platform/database/schema.ts'
import { about, dayAt, momentAt, type Scene, type Stage } from './scene.ts'
import type { StaffName } from './staff.ts'
import type { ServiceName } from './teams.ts'

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

/** What was said when a treated episode was closed. */
const dischargeSaid = (scene: Scene, { service, end = 0, reason }: EpisodeWords, episodeId: string): void =>
  fact(scene, {
    kind: 'discharge_told',
    service,
    offset: end,
    episode: episodeId,
    answers: {
      reason: endReasonWords[reason ?? 'transferred_not_in_custody'],
      next: 'Carry on with the plan, and ring when it gets hard.',
      exit_top: 'Not done: left before we could meet',
    },
    reading: { episodeId, exitTopSettled: true },
  })

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
      end_reason: given.end === undefined ? null : usualExit(given.reason ?? 'transferred_not_in_custody'),
      recorded_at: momentAt(scene, given.start, '12:00'),
    })
  if (given.start !== undefined && given.end !== undefined) dischargeSaid(scene, given, row.id)
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
  readonly purpose?: ContactPurpose
  readonly mode?: ContactMode
  readonly place?: string
  readonly words?: string
  readonly handover?: string
  readonly recorded?: number
}

/** A meeting or attempt: planned, or what became of it. */
export const contact = (scene: Scene, given: ContactWords): string => {
  const row = about(scene)
  scene.rows.contact.push({
    ...row,
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
  return row.id
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
