import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { sql, type Transaction } from 'kysely'
import { dayOf } from '../clock.ts'
import type { DB } from '../database/schema.ts'
import type { Count } from '../metrics.ts'
import type { Env, Services } from './route.ts'

const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest()

const bearerOf = (context: Context<Env>): string =>
  /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? ''

interface Bindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

/** From this very machine, and not passed on by a proxy on it. */
const isLocal = (context: Context<Env>): boolean => {
  const { incoming }: Bindings = Object(context.env)
  const from = incoming?.socket?.remoteAddress ?? ''
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) =>
    context.req.header(name),
  )
  return !passedOn && /^(127\.|::1$|::ffff:127\.)/.test(from)
}

/** With a token configured, whoever brings it; without one, this machine alone. */
const mayRead = (context: Context<Env>, { config }: Services): boolean =>
  config.metricsToken === null
    ? isLocal(context)
    : timingSafeEqual(digest(bearerOf(context)), digest(config.metricsToken))

const countsIn = async (db: Transaction<DB>, today: Temporal.PlainDate): Promise<readonly Count[]> => {
  const owed = await sql<{ state: string; total: number }>`
    select state, total from obligation_counts(${today}::date)`.execute(db)
  const jobs = await sql<{ task: string; waiting: number; failing: number }>`
    select task, waiting, failing from job_counts()`.execute(db)
  return [
    ...owed.rows.map(({ state, total }): Count => ({ name: 'obligations', label: state, value: total })),
    ...jobs.rows.flatMap(({ task, waiting, failing }): Count[] => [
      { name: 'jobs_waiting', label: task, value: waiting },
      { name: 'jobs_failing', label: task, value: failing },
    ]),
  ]
}

/** `/metrics`: figures about the service and counts over everybody, nothing about anybody. Answers others as nothing there. */
export const serveMetrics = async (context: Context<Env>, services: Services): Promise<Response> => {
  if (!mayRead(context, services)) return context.text('There is nothing at this address.', 404)
  const counts = await services.database.auth((db) => countsIn(db, dayOf(services.clock.now())))
  return context.body(await services.metrics.text(counts), 200, {
    'content-type': services.metrics.contentType,
  })
}
