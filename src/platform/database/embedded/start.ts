import { chmod, mkdir, readFile, rm } from 'node:fs/promises'
import { programsFor } from './binaries.ts'
import { checkVersion, makeCluster } from './cluster.ts'
import { EmbeddedFailure } from './failure.ts'
import { exists, followLink, type Layout, layoutOf } from './layout.ts'
import { liveLeases, takeLease } from './lease.ts'
import { withLock } from './lock.ts'
import { placeNew, placeOf } from './place.ts'
import type { Identity } from './run-as.ts'
import { type Endpoint, runningServer, startServer, stopServer } from './server.ts'

/** A PostgreSQL 18 that serves one data folder. */
export interface EmbeddedDatabase extends Endpoint {
  /** The superuser's address over TCP, in the database `postgres`. */
  readonly adminUrl: string
  /** Ends this use; the last use to end stops the server. Calling it again changes nothing. */
  release(): Promise<void>
}

const prepareFolder = async ({ ours }: Layout): Promise<void> => {
  try {
    await mkdir(ours, { recursive: true })
  } catch (error) {
    throw new EmbeddedFailure(`The folder ${ours} cannot be made: ${String(error)}`)
  }
  await chmod(ours, 0o711).catch(() => undefined)
}

const readPassword = async ({ password, server }: Layout): Promise<string> => {
  try {
    return await readFile(password, 'utf8')
  } catch {
    throw new EmbeddedFailure(`${password} cannot be read: restore it, or remove ${server} to start afresh.`)
  }
}

const serve = async (identity: Identity, layout: Layout): Promise<Endpoint> => {
  await checkVersion(layout)
  const running = await runningServer(identity, layout)
  return running ?? startServer(identity, layout, await programsFor(identity, layout))
}

const leave = async (layout: Layout, identity: Identity, lease: string): Promise<void> => {
  await rm(lease, { force: true })
  if ((await liveLeases(layout.leases)) > 0) return
  await stopServer(identity, layout, await programsFor(identity, layout))
}

const enter = async (folder: Layout, identities: readonly Identity[]) => {
  const known = await exists(folder.cluster)
  const identity = await (known ? placeOf : placeNew)(folder, identities)
  const layout = await followLink(folder)
  if (!known) await makeCluster(identity, layout, await programsFor(identity, layout))
  const password = await readPassword(layout)
  const endpoint = await serve(identity, layout)
  const lease = await takeLease(layout.leases)
  return { ...endpoint, password, lease, leave: () => leave(layout, identity, lease) }
}

const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}

/** `startEmbedded` for whoever may run PostgreSQL: each of `identities` is tried, best first. */
export const startAs = async (
  dataFolder: string,
  identities: readonly Identity[],
): Promise<EmbeddedDatabase> => {
  const folder = layoutOf(dataFolder)
  await prepareFolder(folder)
  const entered = await withLock(folder.lock, () => enter(folder, identities))
  const { port, socketFolder, password, lease, leave } = entered
  const release = once(async () => {
    if (await exists(lease)) await withLock(folder.lock, leave)
  })
  return {
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    socketFolder,
    release,
  }
}
