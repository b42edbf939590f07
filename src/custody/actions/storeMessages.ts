import { sql } from 'kysely'
import type { Holder } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Message, Told } from '../told.ts'

/** A message with the identifier it is stored under, and whose it is; null while nobody has its number. */
export interface StoredMessage {
  readonly id: string
  readonly message: Message
  readonly holder: Holder | null
}

const effects: Readonly<Record<Told['kind'], string>> = {
  movement: 'movement',
  whereabouts: 'whereabouts',
  merged: 'merge',
  booking_moved: 'work_item',
  booking_deleted: 'work_item',
}

/** What a message changes, in a word. */
export const effectOf = ({ kind }: Told): string => effects[kind]

const row = ({ id, message, holder }: StoredMessage) => {
  const { told, raw, fingerprint, telling, prison_number, other_number } = message
  const waits = holder === null && prison_number !== ''
  return {
    id,
    fingerprint,
    telling,
    prison_number,
    other_number,
    raw,
    source: told.kind === 'movement' ? told.source : 'feed',
    event_type: told.kind,
    occurred_at: told.at,
    told: waits ? told : null,
    state: waits ? 'held' : 'applied',
    held_because: waits ? `Nobody here has the number ${prison_number}.` : null,
    person_id: holder?.personId ?? null,
    establishment_code: 'establishment_code' in told ? told.establishment_code : null,
    effect: waits ? null : effectOf(told),
  }
}

/** Stores messages before they count: as applied where somebody has the number, else held. */
export const storeMessages = async (tx: WriteTx, messages: readonly StoredMessage[]): Promise<void> => {
  if (messages.length === 0) return
  await sql`insert into feed_message (id, source, fingerprint, telling, event_type, prison_number, other_number, occurred_at, raw,
      told, received_at, state, held_because, person_id, establishment_code, effect)
    select id, source, fingerprint, telling, event_type, prison_number, other_number, occurred_at, raw,
      told, ${tx.now.toString()}::timestamptz, state, held_because, person_id, establishment_code, effect
    from json_populate_recordset(null::feed_message, ${JSON.stringify(messages.map(row))}::json)`.execute(
    tx.db,
  )
}
