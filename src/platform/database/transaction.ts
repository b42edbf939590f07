import { type Kysely, PostgresDialect, Kysely as Queries, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import { type AuditEvent, appendAudit } from '../audit/append.ts'
import type { Clock } from '../clock.ts'
import { dayOf } from '../clock.ts'
import type { Ids } from '../ids.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import type { DB } from './schema.ts'

/** Who a transaction runs as: a member of staff in one role. */
export interface ActingAs {
  readonly staffId: string
  readonly role: string
}

/** Reading: rows exist as row security lets this actor see them. */
export interface ReadTx {
  readonly db: Pick<Kysely<DB>, 'selectFrom' | 'with' | 'fn' | 'executeQuery' | 'getExecutor'>
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** Writing: records facts, and derives what is owed to everyone it locked before it commits. */
export interface WriteTx extends Omit<ReadTx, 'db'> {
  readonly db: Transaction<DB>
  readonly ids: Ids
  /** Null for the intake (files, the feed). */
  readonly actor: ActingAs | null
  /**
   * Locks people, lower id first, and has their obligations derived at the end of the transaction.
   * Refuses `not_found` where the actor may not see one of them.
   */
  lock(...people: readonly string[]): Promise<Result<void>>
}

/** What the engine does at the end of each writing transaction, for everyone it locked. */
export type Derive = (tx: Pick<WriteTx, 'db' | 'today' | 'now'>, people: readonly string[]) => Promise<void>

/** What the audit log says of a change that no member of staff made in the browser. */
export interface IntakeTold {
  /** verb_resource: `import_people`. */
  readonly action: string
  /** The named system actor. */
  readonly runsAs: string
  readonly staffId?: string | null
  readonly subject?: string | null
  /** From where: the command line and the machine's user. */
  readonly address?: string | null
  /** One for everything that belongs together, such as the chunks of a file. */
  readonly requestId?: string | null
  readonly why?: string | null
}

export interface Database {
  read<Value>(as: ActingAs, work: (tx: ReadTx) => Promise<Value>): Promise<Value>
  /** Commits unless `work` throws or returns a refusal, which is handed back after rolling back. */
  write<Value>(as: ActingAs, work: (tx: WriteTx) => Promise<Result<Value>>): Promise<Result<Value>>
  /**
   * The same, as the intake: files, the feed, the demonstration, jobs. Whom it locked stands in the audit log as
   * changed by it, in the same transaction.
   */
  intake<Value>(work: (tx: WriteTx) => Promise<Result<Value>>, told?: IntakeTold): Promise<Result<Value>>
  /** Accounts and sessions, before anyone is known. */
  auth<Value>(work: (db: Transaction<DB>) => Promise<Value>): Promise<Value>
  /** Jobs that see nobody's record: sealing the audit log, looking for what is to be reviewed in it. */
  worker<Value>(work: (db: Transaction<DB>) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

export interface DatabaseParts {
  readonly web: pg.Pool
  readonly work: pg.Pool
  readonly clock: Clock
  readonly ids: Ids
  readonly derive: Derive
}

class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** The first statement of a member of staff: the database works out what they may, for this transaction. */
const actAs = async (db: Transaction<DB>, as: ActingAs, now: Temporal.Instant): Promise<void> => {
  await sql`select act_as(${as.staffId}::uuid, ${as.role}::staff_role, ${dayOf(now).toString()}::date, ${now.toString()}::timestamptz)`.execute(
    db,
  )
}

const become = async (
  db: Transaction<DB>,
  role: 'intake' | 'auth' | 'worker',
  now: Temporal.Instant,
): Promise<void> => {
  await sql`select set_config('role', ${`throughcare_${role}`}, true), set_config('throughcare.today', ${dayOf(now).toString()}, true),
    set_config('throughcare.now', ${now.toString()}, true)`.execute(db)
}

const lockPeople = async (db: Transaction<DB>, people: readonly string[]): Promise<Result<void>> => {
  const wanted = [...new Set(people)].sort()
  const found = await sql<{ id: string }>`select lock_people(${wanted}::uuid[]) as id`.execute(db)
  return found.rows.length === wanted.length
    ? { ok: true, value: undefined }
    : refused('not_found', 'There is no such person, or the record has been joined with another.')
}

const changedByIntake = (
  id: string,
  at: Temporal.Instant,
  people: readonly string[],
  told: IntakeTold = { action: 'change_records', runsAs: 'intake' },
): AuditEvent => ({
  id,
  at,
  staffId: told.staffId ?? null,
  role: told.runsAs,
  serviceIds: [],
  action: told.action,
  outcome: 'done',
  people,
  subject: told.subject ?? null,
  address: told.address ?? null,
  requestId: told.requestId ?? null,
  why: told.why ?? null,
})

const writing = async <Value>(
  parts: DatabaseParts,
  db: Transaction<DB>,
  actor: ActingAs | null,
  now: Temporal.Instant,
  work: (tx: WriteTx) => Promise<Result<Value>>,
  told?: IntakeTold,
): Promise<Value> => {
  const touched = new Set<string>()
  const lock = async (...people: readonly string[]): Promise<Result<void>> => {
    const locked = await lockPeople(db, people)
    if (locked.ok) for (const id of people) touched.add(id)
    return locked
  }
  const done = await work({ db, actor, now, today: dayOf(now), ids: parts.ids, lock })
  if (!done.ok) throw new RolledBack(done.refusal)
  if (touched.size === 0) return done.value
  const people = [...touched].sort()
  await parts.derive({ db, now, today: dayOf(now) }, people)
  if (actor === null) await appendAudit(db, changedByIntake(parts.ids.next(), now, people, told))
  return done.value
}

/** Row security turned a row away: they may read the record, but no longer, or never, add such a row to it. */
const isRowTurnedAway = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '42501' &&
  error.message.includes('row-level security')

const asResult = async <Value>(work: Promise<Value>): Promise<Result<Value>> => {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, refusal: error.refusal }
    if (isRowTurnedAway(error))
      return refused('forbidden', 'Your team may read this record, but not add this to it.')
    throw error
  }
}

/** The database as the service uses it: one transaction a request, as the actor, and never outside one. */
export const openDatabase = (parts: DatabaseParts): Database => {
  const web = new Queries<DB>({ dialect: new PostgresDialect({ pool: parts.web }) })
  const work = new Queries<DB>({ dialect: new PostgresDialect({ pool: parts.work }) })
  return {
    read: (as, task) =>
      web.transaction().execute(async (db) => {
        const now = parts.clock.now()
        await actAs(db, as, now)
        return task({ db, now, today: dayOf(now) })
      }),
    write: (as, task) =>
      asResult(
        web.transaction().execute(async (db) => {
          const now = parts.clock.now()
          await actAs(db, as, now)
          return writing(parts, db, as, now, task)
        }),
      ),
    intake: (task, told) =>
      asResult(
        work.transaction().execute(async (db) => {
          const now = parts.clock.now()
          await become(db, 'intake', now)
          return writing(parts, db, null, now, task, told)
        }),
      ),
    auth: (task) =>
      web.transaction().execute(async (db) => {
        await become(db, 'auth', parts.clock.now())
        return task(db)
      }),
    worker: (task) =>
      work.transaction().execute(async (db) => {
        await become(db, 'worker', parts.clock.now())
        return task(db)
      }),
    close: async () => {
      await Promise.all([web.destroy(), work.destroy()])
    },
  }
}
