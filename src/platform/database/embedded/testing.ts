import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { onTestFinished, vi } from 'vitest'
import { layoutOf } from './layout.ts'

vi.setConfig({ testTimeout: 60_000 })

/** The uid and gid of Debian's `nobody` and `nogroup`. */
export const nobody = 65534

const removed = (folder: string): void => {
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
}

/** An empty folder that goes when the test is over. */
export const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp('/tmp/throughcare-test-')
  removed(folder)
  return folder
}

/**
 * Another process that starts or joins the server of `folder`, from the code in `code`, as user `uid`.
 * `leave` ends its use and waits for its end; `kill` ends it at once.
 */
export const aStarter = (folder: string, code = import.meta.dirname, uid?: number) => {
  const args = [`${code}/visitor/testing.ts`, folder, ...(uid === undefined ? [] : [String(uid)])]
  const visitor = spawn(process.execPath, args, { cwd: '/', stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(visitor, 'exit')
  const leave = async (): Promise<void> => {
    visitor.stdin.end()
    await ended
  }
  const kill = async (): Promise<void> => {
    visitor.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return { said: once(createInterface(visitor.stdout), 'line'), leave, kill }
}

/** The same, once its server serves or it has said why there is none. */
export const aVisitor = async (folder: string, code?: string, uid?: number) => {
  const { said, leave, kill } = aStarter(folder, code, uid)
  const [line] = await said
  const answer: { adminUrl: string; port: number; failure?: string } = JSON.parse(line)
  return { ...answer, leave, kill }
}

const serverFile = async (folder: string): Promise<readonly string[]> =>
  (await readFile(`${layoutOf(folder).cluster}/postmaster.pid`, 'utf8')).split('\n')

/** The process id of the server of `folder`. */
export const serverPid = async (folder: string): Promise<number> => Number((await serverFile(folder))[0])

/** Ends the server of `folder` as a power cut would. */
export const killServer = async (folder: string): Promise<void> => {
  removed((await serverFile(folder))[4] ?? '')
  process.kill(await serverPid(folder), 'SIGKILL')
}

/** The first column of the first row that a query of the server gives. */
export const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

/** Whether a server answers at this address. */
export const answers = (url: string): Promise<boolean> => ask(url, 'select true').then(Boolean, () => false)
