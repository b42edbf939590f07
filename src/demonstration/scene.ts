import type { Insertable } from 'kysely'
import { timeZone } from '../platform/clock.ts'
import type { DB, MovementType } from '../platform/database/schema.ts'
import type { Ids } from '../platform/ids.ts'
import type { Chance } from './chance.ts'
import type { Invented } from './invented.ts'
import type { Rows } from './rows.ts'
import type { World } from './world.ts'

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

/** The beginning of every row about this person. */
export const about = (scene: Scene) => ({
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
