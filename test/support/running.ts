import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { onTestFinished } from 'vitest'

const command = fileURLToPath(new URL('../../script/throughcare', import.meta.url))

/** The service as somebody runs it: a process of its own over an embedded database in `folder`. */
export interface Running {
  readonly url: URL
  readonly process: ChildProcess
  /** Waits until it has said these words on standard error. */
  said(words: string): Promise<void>
  /** The exit code, once it has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>
}

/** Starts `script/throughcare serve` and waits until it is ready. */
export const runService = async (
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Running> => {
  const { DATABASE_URL: _, PORT: __, ...environment } = process.env
  const service = spawn(command, ['serve'], {
    env: { ...environment, THROUGHCARE_LOG: 'silent', ...settings, THROUGHCARE_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(service, 'exit').then(([code]): number | null => code)
  onTestFinished(async () => {
    service.kill('SIGKILL')
    await ended
  })
  let errors = ''
  service.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const said = async (words: string): Promise<void> => {
    while (!errors.includes(words)) await once(service.stderr, 'data')
  }
  const ready = once(createInterface(service.stdout), 'line').then(([line]) => String(line))
  const line = await Promise.race([
    ready,
    ended.then((code) => `It ended with ${code ?? service.signalCode}: ${errors}`),
  ])
  const [url] = /http:\S+/.exec(line) ?? []
  if (url === undefined) throw new Error(line)
  return { url: new URL(url), process: service, said, ended }
}

/** A connection of the superuser to the database of a service that runs over `folder`. */
export const besideService = async (folder: string): Promise<pg.Client> => {
  const [password, port] = await Promise.all(
    ['password', 'port'].map((name) => readFile(`${folder}/postgres/${name}`, 'utf8')),
  )
  const client = new pg.Client({
    connectionString: `postgres://postgres:${password?.trim()}@127.0.0.1:${port?.trim()}/throughcare`,
  })
  client.on('error', () => {})
  await client.connect()
  return client
}
