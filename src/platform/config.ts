import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Provider, readProviders } from './auth/providers/settings.ts'
import { ok, type Result, refused } from './result.ts'

const port = z.coerce.number().int().min(1).max(65_535)

/** The project's own folder: this file is two below it, in `src` and in `dist` alike. */
const project = fileURLToPath(new URL('../../', import.meta.url))

/** `name` or `name:port`, as a URL has it; several with commas between. */
const hosts = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ''),
  )
  .refine(
    (names) => names.every((name) => /^[a-z0-9.-]+(:\d{1,5})?$/.test(name)),
    'host names, with commas between, such as alerts.example.org',
  )

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_WEB_PASSWORD: z.string().min(12).optional(),
  THROUGHCARE_DATA: z.string().min(1).optional(),
  THROUGHCARE_SEALS: z.string().min(1).optional(),
  THROUGHCARE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  THROUGHCARE_METRICS_TOKEN: z.string().min(16).optional(),
  THROUGHCARE_SECRET: z.string().min(32).optional(),
  THROUGHCARE_PROVIDERS: z.string().optional(),
  THROUGHCARE_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  THROUGHCARE_IDLE_MINUTES: z.coerce.number().int().min(10).max(720).default(60),
  THROUGHCARE_SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(12),
  THROUGHCARE_OUTSIDE_HOSTS: hosts.default([]),
  THROUGHCARE_STOP_SECONDS: z.coerce.number().int().min(1).max(600).default(8),
  THROUGHCARE_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

/** What the service is told from outside, parsed. */
export interface Config {
  readonly host: string
  /** Null: 3000, or the next that is free. */
  readonly port: number | null
  /** The administering login; null: the embedded PostgreSQL in `dataFolder`. */
  readonly databaseUrl: string | null
  /** Password of the two login roles; null: derived from that of the administering login. */
  readonly loginPassword: string | null
  /** Absolute. */
  readonly dataFolder: string
  /** The file that every seal of the audit log is also written to. Absolute. */
  readonly sealFile: string
  readonly publicUrl: string | null
  /** Whoever brings it reads `/metrics`; null: this machine alone. */
  readonly metricsToken: string | null
  /** What seals what the database must not tell; null: the one in `dataFolder`. */
  readonly secret: string | null
  /** Other services that people may sign in with (OpenID Connect). */
  readonly providers: readonly Provider[]
  /** How many proxies of ours stand before the service, each adding to `X-Forwarded-For` whom it was called by. */
  readonly proxies: number
  /** A session without a request for so long is over. */
  readonly idleMinutes: number
  /** A session lasts no longer, however busy. */
  readonly sessionHours: number
  /** The only hosts that the service calls by itself, each with its port where it has one of its own. */
  readonly outsideHosts: readonly string[]
  /** How long requests under way may take to end once the service is asked to stop. */
  readonly stopSeconds: number
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** The list of other services: JSON, or the name of a file with it. */
const providersOf = (given: string | undefined): Result<readonly Provider[]> => {
  if (given === undefined) return ok([])
  if (given.trimStart().startsWith('[')) return readProviders(given)
  try {
    return readProviders(readFileSync(given, 'utf8'))
  } catch {
    return refused('invalid', `THROUGHCARE_PROVIDERS: the file ${given} cannot be read`)
  }
}

/** Reads the configuration from environment variables; a refusal names each one that is wrong and what it should be. */
export const readConfig = (variables: Readonly<Record<string, string | undefined>>): Result<Config> => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return refused('invalid', `The configuration cannot be used. Put right: ${lines.join('; ')}.`)
  }
  const it = parsed.data
  const providers = providersOf(it.THROUGHCARE_PROVIDERS)
  if (!providers.ok)
    return refused('invalid', `The configuration cannot be used. Put right: ${providers.refusal.message}.`)
  const dataFolder =
    it.THROUGHCARE_DATA === undefined ? resolve(project, '.data') : resolve(it.THROUGHCARE_DATA)
  return ok({
    host: it.HOST,
    port: it.PORT ?? null,
    databaseUrl: it.DATABASE_URL ?? null,
    loginPassword: it.DATABASE_WEB_PASSWORD ?? null,
    dataFolder,
    sealFile: resolve(it.THROUGHCARE_SEALS ?? resolve(dataFolder, 'audit-seals.jsonl')),
    publicUrl: it.THROUGHCARE_PUBLIC_URL ?? null,
    metricsToken: it.THROUGHCARE_METRICS_TOKEN ?? null,
    secret: it.THROUGHCARE_SECRET ?? null,
    providers: providers.value,
    proxies: it.THROUGHCARE_PROXIES,
    idleMinutes: it.THROUGHCARE_IDLE_MINUTES,
    sessionHours: it.THROUGHCARE_SESSION_HOURS,
    outsideHosts: it.THROUGHCARE_OUTSIDE_HOSTS,
    stopSeconds: it.THROUGHCARE_STOP_SECONDS,
    logLevel: it.THROUGHCARE_LOG,
  })
}
