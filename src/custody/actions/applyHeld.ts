import { sql } from 'kysely'
import { holdersOf } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Told } from '../told.ts'
import { applyHeldMerges } from './applyHeldMerges.ts'
import { applyHeldReleaseDates } from './applyHeldReleaseDates.ts'
import { applyHeldRoll } from './applyHeldRoll.ts'
import { applyMessages } from './applyMessages.ts'
import { effectOf, type StoredMessage } from './storeMessages.ts'

interface HeldMessage {
  readonly id: string
  readonly prison_number: string
  readonly other_number: string | null
  readonly told: Told
}

const heldFor = async (tx: WriteTx, numbers: readonly string[]): Promise<readonly HeldMessage[]> => {
  const found = await sql<HeldMessage>`select id, prison_number, other_number, told from feed_message
    where state = 'held' and event_type <> 'merged' and prison_number = any (${numbers}::text[])
    order by occurred_at, fingerprint`.execute(tx.db)
  return found.rows
}

const markApplied = async (tx: WriteTx, messages: readonly StoredMessage[]): Promise<void> => {
  const rows = messages.map(({ id, holder, message }) => ({
    id,
    person_id: holder?.personId,
    effect: effectOf(message.told),
  }))
  await sql`update feed_message m set state = 'applied', held_because = null, told = null, person_id = t.person_id, effect = t.effect
    from json_populate_recordset(null::feed_message, ${JSON.stringify(rows)}::json) t where m.id = t.id`.execute(
    tx.db,
  )
}

const applyLines = async (tx: WriteTx, numbers: readonly string[]): Promise<void> => {
  const held = await heldFor(tx, numbers)
  if (held.length === 0) return
  const holders = await holdersOf(tx.db, [...new Set(held.map(({ prison_number }) => prison_number))])
  const messages = held.flatMap(({ id, prison_number, other_number, told }): StoredMessage[] => {
    const holder = holders.get(prison_number)
    const message = { prison_number, other_number, told, fingerprint: '', telling: '', raw: '' }
    return holder === undefined ? [] : [{ id, holder, message }]
  })
  const locked = await tx.lock(...messages.flatMap(({ holder }) => holder?.personId ?? []))
  if (!locked.ok) throw new Error(locked.refusal.message)
  await markApplied(tx, messages)
  await applyMessages(tx, messages)
}

/**
 * Applies everything that waits for these numbers, which are somebody's now, and for those that merges add:
 * merges first, then movements and sightings, then release dates and the roll.
 */
export const applyHeld = async (tx: WriteTx, numbers: readonly string[]): Promise<void> => {
  if (numbers.length === 0) return
  const known = [...new Set([...numbers, ...(await applyHeldMerges(tx, numbers))])]
  await applyLines(tx, known)
  await applyHeldReleaseDates(tx, known)
  await applyHeldRoll(tx, known)
}
