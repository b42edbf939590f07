import { sql } from 'kysely'
import { type PersonHeader, personName } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { fullDate } from '../../platform/ui/dates.ts'
import { fitByHand, type HandMovement, meaningOf, namesPrison, placeOf } from '../by-hand.ts'
import { lastMovementAt } from '../queries/lastMovement.ts'

/** A movement that somebody saw or was told of. */
export interface MovementByHand {
  readonly person: Pick<
    PersonHeader,
    'id' | 'givenName' | 'familyName' | 'knownAs' | 'prisonNumber' | 'place'
  >
  readonly what: HandMovement
  readonly day: Temporal.PlainDate
  /** Null: only the day is known. */
  readonly time: Temporal.PlainTime | null
  /** Where they came in; for other movements it is where they are held. */
  readonly establishment: string | null
  /** One of the actor's services. */
  readonly serviceId: string
  /** The prisons where the actor works: of a move at another they know nothing at first hand. */
  readonly atPrisons: readonly string[]
}

interface Entry {
  readonly at: Temporal.Instant
  readonly establishment: string | null
}

const storeMessage = async (
  tx: WriteTx,
  given: MovementByHand,
  { at, establishment }: Entry,
): Promise<string> => {
  const id = tx.ids.next()
  const { person, what, day, time } = given
  await tx.db
    .insertInto('feed_message')
    .values({
      id,
      source: 'hand',
      fingerprint: `hand|${id}`,
      event_type: what === 'death' ? 'death_recorded_by_hand' : 'recorded_by_hand',
      prison_number: person.prisonNumber ?? '',
      occurred_at: at,
      raw: JSON.stringify({ what, day: day.toString(), time: time?.toString() ?? null, establishment }),
      received_at: tx.now,
      state: 'applied',
      person_id: person.id,
      establishment_code: establishment,
      effect: 'movement',
    })
    .execute()
  return id
}

const storeMovement = async (
  tx: WriteTx,
  { person, what, day, time, serviceId }: MovementByHand,
  { at, establishment }: Entry,
  messageId: string,
): Promise<void> => {
  const { type, reasonCode, unplanned } = meaningOf(what)
  await tx.db
    .insertInto('movement')
    .values({
      id: tx.ids.next(),
      person_id: person.id,
      recorded_under: person.id,
      service_id: serviceId,
      source: 'hand',
      type,
      at,
      day,
      time_known: time !== null,
      establishment_code: establishment,
      reason: what,
      reason_code: reasonCode,
      reason_known: true,
      unplanned,
      message_id: messageId,
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
}

const recordDeath = async (
  tx: WriteTx,
  person: MovementByHand['person'],
  day: Temporal.PlainDate,
): Promise<void> => {
  await tx.db
    .updateTable('person')
    .set((row) => ({ date_of_death: day, version: row('version', '+', 1) }))
    .where('id', '=', person.id)
    .execute()
  const words = `${personName(person)} died on ${fullDate(day)}. Letters, reminders and calls have stopped.`
  await sql`select tell_involved(${person.id}, 'death', ${words}, ${tx.now}::timestamptz)`.execute(tx.db)
}

/** Where it happened: where they came in, else where they are held. */
const prisonOf = ({ what, person, establishment, atPrisons }: MovementByHand): Result<string | null> => {
  const { type } = meaningOf(what)
  if (!namesPrison(type)) {
    const held = person.place.establishment_code
    return type === 'death' || (held !== null && atPrisons.includes(held))
      ? ok(held)
      : refused('invalid', 'Only a team of the prison that holds them can record this', 'what')
  }
  if (establishment === null) return refused('invalid', 'Choose the prison they came to', 'establishment')
  return atPrisons.includes(establishment)
    ? ok(establishment)
    : refused('invalid', 'Choose a prison from the list', 'establishment')
}

/**
 * Records a movement by hand as a message of its own, so that it can be set aside; the person is locked already.
 * Refuses with the sentence of `whyItDoesNotFit` what does not fit where they are.
 */
export const recordMovementByHand = async (tx: WriteTx, given: MovementByHand): Promise<Result<void>> => {
  const place = placeOf(given.person.place)
  const prison = prisonOf(given)
  if (!prison.ok) return prison
  const at = fitByHand(given, {
    place,
    last: await lastMovementAt(tx, given.person.id),
    now: tx.now,
    today: tx.today,
  })
  if (!at.ok) return at
  const entry = { at: at.value, establishment: prison.value }
  await storeMovement(tx, given, entry, await storeMessage(tx, given, entry))
  if (meaningOf(given.what).type === 'death') await recordDeath(tx, given.person, given.day)
  return ok(undefined)
}
