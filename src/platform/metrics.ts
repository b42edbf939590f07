import type pg from 'pg'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What a page or a job reports of itself: its pattern and its name, never an address with an identifier in it. */
export interface Metrics {
  /** `pattern` is the route's path with its parameters' names: `/people/:personId`. */
  answered(
    of: { readonly method: string; readonly pattern: string; readonly status: number },
    seconds: number,
  ): void
  jobEnded(task: string, outcome: 'done' | 'failed'): void
  watchPool(name: string, pool: pg.Pool): void
  /** In Prometheus' text format; `counts` are read at that moment. */
  text(counts: readonly Count[]): Promise<string>
  readonly contentType: string
}

/** A figure that is counted in the database: over everybody, with no identifier in its labels. */
export interface Count {
  readonly name: 'obligations' | 'jobs_waiting' | 'jobs_failing'
  readonly label: string
  readonly value: number
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const requestsIn = (registry: Registry) => ({
  requests: new Counter({
    name: 'throughcare_http_requests_total',
    help: 'Requests answered, by route pattern and status',
    labelNames: ['method', 'pattern', 'status'],
    registers: [registry],
  }),
  durations: new Histogram({
    name: 'throughcare_http_request_seconds',
    help: 'Seconds to answer, by route pattern',
    labelNames: ['method', 'pattern'],
    buckets,
    registers: [registry],
  }),
})

const jobsIn = (registry: Registry) =>
  new Counter({
    name: 'throughcare_jobs_total',
    help: 'Jobs ended, by task and outcome',
    labelNames: ['task', 'outcome'],
    registers: [registry],
  })

const poolGauge = (registry: Registry, pools: ReadonlyMap<string, pg.Pool>) =>
  new Gauge({
    name: 'throughcare_database_connections',
    help: 'Connections of each pool, and requests that wait for one',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of pools) {
        this.set({ pool, state: 'open' }, totalCount)
        this.set({ pool, state: 'idle' }, idleCount)
        this.set({ pool, state: 'awaited' }, waitingCount)
      }
    },
  })

const countedIn = (registry: Registry): Readonly<Record<Count['name'], Gauge>> => {
  const gauge = (name: string, help: string, label: string) =>
    new Gauge({ name: `throughcare_${name}`, help, labelNames: [label], registers: [registry] })
  return {
    obligations: gauge('obligations', 'What is owed to everybody, by state', 'state'),
    jobs_waiting: gauge('jobs_waiting', 'Jobs that wait, by task', 'task'),
    jobs_failing: gauge('jobs_failing', 'Jobs that failed and are tried again, by task', 'task'),
  }
}

const labelOf = (name: Count['name'], label: string): Record<string, string> =>
  name === 'obligations' ? { state: label } : { task: label }

/** The figures of one copy of the service, in a registry of its own. */
export const createMetrics = (): Metrics => {
  const registry = new Registry()
  const pools = new Map<string, pg.Pool>()
  const { requests, durations } = requestsIn(registry)
  const jobs = jobsIn(registry)
  const counted = countedIn(registry)
  poolGauge(registry, pools)
  return {
    contentType: registry.contentType,
    answered: ({ method, pattern, status }, seconds) => {
      requests.inc({ method, pattern, status: String(status) })
      durations.observe({ method, pattern }, seconds)
    },
    jobEnded: (task, outcome) => jobs.inc({ task, outcome }),
    watchPool: (name, pool) => {
      pools.set(name, pool)
    },
    text: (counts) => {
      for (const gauge of Object.values(counted)) gauge.reset()
      for (const { name, label, value } of counts) counted[name].set(labelOf(name, label), value)
      return registry.metrics()
    },
  }
}
