import { realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'

/**
 * Where things are in a data folder. `ours` is written by the process that starts PostgreSQL; `server` is
 * written by PostgreSQL, which may run as another user, and then may be a link to a place it can reach.
 */
export interface Layout {
  readonly ours: string
  readonly lock: string
  readonly leases: string
  readonly password: string
  readonly port: string
  readonly server: string
  readonly serverLock: string
  readonly cluster: string
  readonly log: string
}

const layoutAt = (ours: string, server: string): Layout => ({
  ours,
  lock: `${ours}/lock`,
  leases: `${ours}/leases`,
  password: `${ours}/password`,
  port: `${ours}/port`,
  server,
  serverLock: `${server}/lock`,
  cluster: `${server}/cluster`,
  log: `${server}/log`,
})

/** The paths of the embedded PostgreSQL in `dataFolder`; makes nothing. */
export const layoutOf = (dataFolder: string): Layout => {
  const ours = resolve(dataFolder, 'postgres')
  return layoutAt(ours, `${ours}/server`)
}

/** The same once the server's folder is there, by the path that PostgreSQL's user can follow. */
export const followLink = async ({ ours, server }: Layout): Promise<Layout> =>
  layoutAt(ours, await realpath(server))

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Whether something is at `path`, links followed; what may not be looked at is taken to be there. */
export const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch (error) {
    return !isMissing(error)
  }
}
