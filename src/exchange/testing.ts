import { applyHeld, messageOf, readFeedLine, takeMessages } from '../custody/index.ts'
import type { Database } from '../platform/database/transaction.ts'
import { ok } from '../platform/result.ts'

/** A message of the feed in a test. */
export interface TestMessage {
  readonly number: string
  readonly says: 'received' | 'released'
  readonly reason: string
  /** With its offset: "2026-11-22T18:00:00Z". */
  readonly at: string
  readonly prison?: string
  readonly code?: string
}

const lineOf = ({ number, says, reason, at, prison = 'LEI', code }: TestMessage): string =>
  JSON.stringify({
    eventType: `prison-offender-events.prisoner.${says}`,
    occurredAt: at,
    additionalInformation: {
      nomsNumber: number,
      reason,
      prisonId: prison,
      currentPrisonStatus: reason === 'RELEASED' ? 'NOT_UNDER_PRISON_CARE' : 'UNDER_PRISON_CARE',
      ...(code === undefined ? {} : { nomisMovementReasonCode: code }),
    },
  })

/** Two numbers that turn out to be one person's, as the feed says it. */
export const mergeLine = (survivor: string, removed: string, at: string): string =>
  JSON.stringify({
    eventType: 'prison-offender-events.prisoner.merged',
    occurredAt: at,
    additionalInformation: { nomsNumber: survivor, removedNomsNumber: removed, reason: 'MERGE' },
  })

/** Reads lines as the feed does; answers with what became of them. */
export const tellLines = async (database: Database, lines: readonly string[]) => {
  const messages = lines.map((line) => {
    const read = readFeedLine(line)
    if (read.kind === 'ignored' || read.kind === 'rejected') throw new Error(`not a message: ${line}`)
    return messageOf(read, line)
  })
  const taken = await database.intake((tx) => takeMessages(tx, messages))
  if (!taken.ok) throw new Error(taken.refusal.message)
  return taken.value
}

export const tell = (database: Database, ...messages: readonly TestMessage[]) =>
  tellLines(database, messages.map(lineOf))

/** Adds somebody with a prison number, and applies what waited for them; answers with their id. */
export const known = async (database: Database, name: string, number: string): Promise<string> => {
  const added = await database.intake(async (tx) => {
    const id = tx.ids.next()
    const [given_name = '', family_name = ''] = name.split(' ')
    await tx.db.insertInto('person').values({ id, given_name, family_name, recorded_at: tx.now }).execute()
    await tx.db
      .insertInto('identifier')
      .values({
        id: tx.ids.next(),
        person_id: id,
        recorded_under: id,
        type: 'prison_number',
        value: number,
        source: 'test',
        recorded_at: tx.now,
      })
      .execute()
    await applyHeld(tx, [number])
    const locked = await tx.lock(id)
    return locked.ok ? ok(id) : locked
  })
  if (!added.ok) throw new Error(added.refusal.message)
  return added.value
}
