import { type Kysely, sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { DB } from '../database/schema.ts'
import type { Database } from '../database/transaction.ts'

/** What a job is done with. */
export interface JobContext {
  readonly database: Database
  readonly clock: Clock
}

/** A kind of job: its name, the named system actor that it runs as, and what it does with the ids that it is given. */
export interface Task {
  readonly name: string
  readonly runsAs: string
  /** Cron pattern in UTC, for what happens by itself. */
  readonly every?: string
  readonly run: (ids: Readonly<Record<string, string>>, context: JobContext) => Promise<void>
}

/** Adds a job in the transaction of the fact behind it; it carries ids only, and is done after the commit. */
export const enqueue = async (
  db: Pick<Kysely<DB>, 'getExecutor'>,
  task: string,
  ids: Readonly<Record<string, string>>,
): Promise<void> => {
  await sql`select enqueue(${task}, ${JSON.stringify(ids)}::json)`.execute(db as Kysely<DB>)
}
