import { holdersOf } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import { storedTellings } from '../queries/storedTellings.ts'
import type { Message } from '../told.ts'
import { applyHeld } from './applyHeld.ts'
import { applyMessages } from './applyMessages.ts'
import { type StoredMessage, storeMessages } from './storeMessages.ts'

/** What became of messages. */
export interface Taken {
  readonly applied: number
  readonly duplicates: number
  readonly held: number
}

/** A message that was not stored before; `again` where another telling of the same thing was. */
interface New {
  readonly message: Message
  readonly again: boolean
}

const newOnes = async (tx: WriteTx, messages: readonly Message[]): Promise<readonly New[]> => {
  const stored = await storedTellings(
    tx,
    messages.map(({ fingerprint }) => fingerprint),
  )
  const seen = new Map<string, Set<string>>()
  return messages.flatMap((message) => {
    const { fingerprint, telling } = message
    const told = seen.get(fingerprint)
    const before = stored.get(fingerprint)
    if (told?.has(telling) === true || before?.tellings.has(telling) === true || before?.aside === true)
      return []
    seen.set(fingerprint, (told ?? new Set()).add(telling))
    return [{ message, again: told !== undefined || before !== undefined }]
  })
}

const takeMerges = async (tx: WriteTx, merges: readonly Message[]): Promise<ReadonlySet<string>> => {
  const stored = merges.map((message): StoredMessage => ({ id: tx.ids.next(), message, holder: null }))
  await storeMessages(tx, stored)
  const numbers = merges.flatMap(({ prison_number, other_number }) => [prison_number, other_number ?? ''])
  await applyHeld(tx, [...(await holdersOf(tx.db, numbers)).keys()])
  const known = await holdersOf(tx.db, numbers)
  return new Set(
    merges.flatMap(({ prison_number, fingerprint }) => (known.has(prison_number) ? [] : [fingerprint])),
  )
}

const takeLines = async (
  tx: WriteTx,
  lines: readonly Message[],
): Promise<Result<{ readonly stored: readonly StoredMessage[]; readonly repeats: ReadonlySet<string> }>> => {
  const holders = await holdersOf(tx.db, [...new Set(lines.map(({ prison_number }) => prison_number))])
  const stored = lines.map(
    (message): StoredMessage => ({
      id: tx.ids.next(),
      message,
      holder: holders.get(message.prison_number) ?? null,
    }),
  )
  const locked = await tx.lock(...stored.flatMap(({ holder }) => holder?.personId ?? []))
  if (!locked.ok) return locked
  await storeMessages(tx, stored)
  return ok({ stored, repeats: await applyMessages(tx, stored) })
}

const isMerge = ({ message }: New): boolean => message.told.kind === 'merged'

/**
 * Takes messages of the feed or rows of a movements file, in any order and any number of times: stores each,
 * applies what is somebody's, holds the rest. Merges come first, since they say whose the others are.
 * Runs as the intake.
 */
export const takeMessages = async (tx: WriteTx, messages: readonly Message[]): Promise<Result<Taken>> => {
  const news = await newOnes(tx, messages)
  const again = new Set(news.flatMap((one) => (one.again ? [one.message] : [])))
  const heldMerges = await takeMerges(
    tx,
    news.filter(isMerge).map(({ message }) => message),
  )
  const lines = await takeLines(
    tx,
    news.filter((one) => !isMerge(one)).map(({ message }) => message),
  )
  if (!lines.ok) return lines
  const first = lines.value.stored.filter(({ message }) => !again.has(message))
  const held = first.filter(({ holder, message }) => holder === null && message.prison_number !== '').length
  const repeats = first.filter(({ id }) => lines.value.repeats.has(id)).length
  const waiting = held + heldMerges.size
  const counted = first.length + news.filter(isMerge).length
  return ok({
    applied: counted - waiting - repeats,
    duplicates: messages.length - counted + repeats,
    held: waiting,
  })
}
