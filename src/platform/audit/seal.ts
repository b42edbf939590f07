import type { Transaction } from 'kysely'
import type { DB } from '../database/schema.ts'
import type { Database } from '../database/transaction.ts'
import { ok, type Result, refused } from '../result.ts'
import { hashOf, type Leaf, leafOf, type Seal, type SealBody } from './canonical.ts'
import { appendToSealFile, readSealFile } from './seal-file.ts'
import { eventsBetween, rangeToSeal, type SealRange, sealsAfter, storeSeal, takeTurn } from './stored.ts'

/** What sealing needs: the database, the file outside it, and the time. */
export interface Sealing {
  readonly database: Pick<Database, 'worker'>
  readonly file: string
  readonly now: Temporal.Instant
  /** About how many events one seal covers at most. */
  readonly most?: number
}

/** What was sealed by one call; `busy` where another sealer had the turn. */
export interface Sealed {
  readonly seals: number
  readonly events: number
  readonly busy: boolean
}

const usualEvents = 5_000

const restored =
  'This server counts its transactions from lower than the last seal: it was made anew from a dump. See “Restoring the audit log” in docs/operations.md.'
const noBeginning = 'The audit log has lost its first seal. Run: throughcare audit verify'

const leavesOf = async (db: Transaction<DB>, range: Pick<SealRange, 'from' | 'to'>): Promise<Leaf[]> => {
  const leaves: Leaf[] = []
  for await (const event of eventsBetween(db, range)) leaves.push(leafOf(event))
  return leaves
}

const sealOf = (body: SealBody, leaves: readonly Leaf[]): Seal => ({ ...body, hash: hashOf(body, leaves) })

/** The file is written first, so a seal may stand there that the database lost when the machine stopped: it is made again, to the letter. */
const takeBack = async (db: Transaction<DB>, told: Seal): Promise<Result<void>> => {
  const range = await rangeToSeal(db, 1)
  const leaves = await leavesOf(db, told)
  const { hash, ...body } = told
  const follows =
    range?.number === told.number && range.previous === told.previous && range.from === told.from
  if (!follows || hashOf({ ...body, events: leaves.length }, leaves) !== hash)
    return refused(
      'conflict',
      `Seal ${told.number} is in the outside file and not in the database, and does not fit what is there. Run: throughcare audit verify`,
    )
  await storeSeal(db, told, leaves)
  return ok(undefined)
}

const beginningOf = async (db: Transaction<DB>): Promise<string | null> => {
  for await (const { seal } of sealsAfter(db, -1)) return seal.number === 0 ? seal.hash : null
  return null
}

/** Brings file and database level: each gets what it lacks of the newest. Answers with the chain. */
const level = async (db: Transaction<DB>, { file, now }: Sealing): Promise<Result<string>> => {
  const chain = await beginningOf(db)
  if (chain === null) return refused('conflict', noBeginning)
  const { seals: outside } = await readSealFile(file, chain)
  const lastOutside = outside.keys().reduce((last, number) => Math.max(last, number), 0)
  const missing: Seal[] = []
  for await (const { seal } of sealsAfter(db, lastOutside)) missing.push(seal)
  await appendToSealFile(file, chain, missing, now)
  const newest = ((await rangeToSeal(db, 1))?.number ?? 1) - 1
  for (const told of [...outside.values()].filter(({ number }) => number > newest)) {
    const taken = await takeBack(db, told)
    if (!taken.ok) return taken
  }
  return ok(chain)
}

const sealNext = async (db: Transaction<DB>, sealing: Sealing, chain: string): Promise<Result<number>> => {
  const range = await rangeToSeal(db, sealing.most ?? usualEvents)
  if (range === null) return refused('conflict', noBeginning)
  if (range.behind) return refused('conflict', restored)
  if (range.from === range.to) return ok(0)
  const leaves = await leavesOf(db, range)
  const { behind: _, ...rest } = range
  const seal = sealOf(
    {
      ...rest,
      events: leaves.length,
      sealedAt: sealing.now.round({ smallestUnit: 'millisecond', roundingMode: 'floor' }),
    },
    leaves,
  )
  await appendToSealFile(sealing.file, chain, [seal])
  await storeSeal(db, seal, leaves)
  return ok(leaves.length)
}

const sealOnce = (
  sealing: Sealing,
  chain: string | null,
): Promise<Result<{ chain: string; events: number }> | null> =>
  sealing.database.worker(async (db) => {
    if (!(await takeTurn(db))) return null
    const levelled = chain === null ? await level(db, sealing) : ok(chain)
    if (!levelled.ok) return levelled
    const events = await sealNext(db, sealing, levelled.value)
    return events.ok ? ok({ chain: levelled.value, events: events.value }) : events
  })

/**
 * Seals every event whose transaction is older than the oldest that still runs. It takes no lock that a writer
 * waits for; of several sealers at once one works. Refuses where log and outside file do not fit together.
 */
export const sealAudit = async (sealing: Sealing): Promise<Result<Sealed>> => {
  let chain: string | null = null
  let seals = 0
  let events = 0
  for (;;) {
    const done: Awaited<ReturnType<typeof sealOnce>> = await sealOnce(sealing, chain)
    if (done === null) return ok({ seals, events, busy: true })
    if (!done.ok) return done
    if (done.value.events === 0) return ok({ seals, events, busy: false })
    chain = done.value.chain
    seals += 1
    events += done.value.events
  }
}
