import { Logger, parseCronItems, type Runner, run } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import { openPool } from '../database/pool.ts'
import { whatBroke } from '../http/what-broke.ts'
import type { Metrics } from '../metrics.ts'
import type { JobContext, Task } from './task.ts'

export interface JobRunner {
  /** Finishes the jobs under way and takes no more. */
  stop(): Promise<void>
}

const isIds = (payload: unknown): payload is Record<string, string> =>
  typeof payload === 'object' &&
  payload !== null &&
  Object.values(payload).every((value) => typeof value === 'string')

/** What an exception says may hold personal data: the queue's own words about a failed job end before it. */
const withoutDetail = (message: string): string => message.replace(/ with error .*$/s, '')

type Figures = Pick<Metrics, 'jobEnded'>

const taskList = (tasks: readonly Task[], context: JobContext, log: Log, metrics: Figures | undefined) =>
  Object.fromEntries(
    tasks.map((task) => [
      task.name,
      async (payload: unknown) => {
        try {
          await task.run(isIds(payload) ? payload : {}, context)
        } catch (error) {
          metrics?.jobEnded(task.name, 'failed')
          log.error({ ...whatBroke(error), task: task.name }, 'job failed')
          throw error
        }
        metrics?.jobEnded(task.name, 'done')
        log.info({ task: task.name, runsAs: task.runsAs }, 'job')
      },
    ]),
  )

/** Does jobs until stopped, as the worker role; each is tried again, later and later, where it fails. */
export const runJobs = async (
  url: string,
  tasks: readonly Task[],
  context: JobContext,
  log: Log,
  metrics?: Figures,
): Promise<JobRunner> => {
  const pool = openPool(url, 3, ['-c role=throughcare_worker'])
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ level }, withoutDetail(message))
    }),
    taskList: taskList(tasks, context, log, metrics),
    parsedCronItems: parseCronItems(
      tasks.flatMap((task) => (task.every === undefined ? [] : [{ task: task.name, match: task.every }])),
    ),
  })
  return {
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}
