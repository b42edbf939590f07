import { readFile, rm, stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { isRunning, runExclusively } from './exclusive.ts'
import { EmbeddedFailure } from './failure.ts'
import type { Layout } from './layout.ts'
import { findPort, isFree } from './port.ts'
import { type Identity, runAs } from './run-as.ts'
import { optionsFor } from './settings.ts'
import { makeSocketFolder, removeSocketFolder, takesConnections } from './socket.ts'

/** Where a running server listens. */
export interface Endpoint {
  readonly port: number
  readonly socketFolder: string
}

const portTries = 5
const readyTries = 1200
const lastProcessSeconds = 10
const longestLogBytes = 5_000_000

/**
 * What a server that is ready says of itself in postmaster.pid: port on line 4, socket on 5, state on 8. It may
 * have been killed since and its last query still run, so that it must take a connection too.
 */
const readyEndpoint = async ({ cluster }: Layout): Promise<Endpoint | undefined> => {
  const lines = (await readFile(`${cluster}/postmaster.pid`, 'utf8').catch(() => '')).split('\n')
  const [port, folder = '', state] = [Number(lines[3]), lines[4], lines[7]?.trim()]
  const ready = state === 'ready' && (await takesConnections(folder, port))
  return ready ? { port, socketFolder: folder } : undefined
}

/** Where a server left over from another process listens, once it is ready; nothing when none is running. */
export const runningServer = async (identity: Identity, layout: Layout): Promise<Endpoint | undefined> => {
  for (let tries = 0; tries < readyTries; tries += 1) {
    if (!(await isRunning(identity, layout))) return undefined
    const endpoint = await readyEndpoint(layout)
    if (endpoint !== undefined) return endpoint
    await setTimeout(100)
  }
  throw new EmbeddedFailure(`A PostgreSQL on ${layout.cluster} neither serves nor stops: see ${layout.log}.`)
}

const lastComplaint = async ({ log }: Layout): Promise<string> => {
  const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n')
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? 'it gave no reason'
}

const removeLongLog = async ({ log }: Layout): Promise<void> => {
  const size = (await stat(log).catch(() => undefined))?.size ?? 0
  if (size > longestLogBytes) await rm(log)
}

/** Starts the server; on a port taken in the meantime tries another. */
export const startServer = async (
  identity: Identity,
  layout: Layout,
  programs: string,
): Promise<Endpoint> => {
  await removeLongLog(layout)
  const socketFolder = await makeSocketFolder(identity)
  const start = [`${programs}/pg_ctl`, 'start', '-w', '-t', '120', '-D', layout.cluster, '-l', layout.log]
  for (let tries = 0; tries < portTries; tries += 1) {
    const port = await findPort(layout)
    const stale = `${layout.cluster}/postmaster.pid`
    const command = [...start, '-o', optionsFor(port, socketFolder)]
    if ((await runExclusively(identity, layout, stale, command)).code === 0) return { port, socketFolder }
    if (await isFree(port)) break
  }
  await removeSocketFolder(socketFolder)
  throw new EmbeddedFailure(`PostgreSQL did not start on ${layout.cluster}: ${await lastComplaint(layout)}`)
}

/** Stops the server once its transactions are rolled back and its data is on disk. */
export const stopServer = async (identity: Identity, layout: Layout, programs: string): Promise<void> => {
  const endpoint = await readyEndpoint(layout)
  const stop = [`${programs}/pg_ctl`, 'stop', '-w', '-t', '60', '-m', 'fast', '-D', layout.cluster]
  if (await isRunning(identity, layout)) await runAs(identity, stop)
  if (await isRunning(identity, layout, lastProcessSeconds)) {
    throw new EmbeddedFailure(`PostgreSQL on ${layout.cluster} did not stop: see ${layout.log}.`)
  }
  if (endpoint !== undefined) await removeSocketFolder(endpoint.socketFolder)
}
