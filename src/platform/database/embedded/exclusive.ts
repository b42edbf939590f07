import type { Layout } from './layout.ts'
import { type Identity, runAs } from './run-as.ts'

const taken = 75

/**
 * Runs a program that keeps the kernel's lock on the cluster, and passes it on to the server it starts: while
 * any process of that server lives, in this container or another, no second one starts on the same files.
 * Whatever `stale` names was left by a server that is gone, and is removed first.
 */
export const runExclusively = (
  identity: Identity,
  { serverLock }: Layout,
  stale: string,
  command: readonly string[],
) => {
  const clean = ['sh', '-c', 'rm -rf "$0" && exec "$@"', stale]
  return runAs(identity, ['flock', '-w', '30', '-E', String(taken), serverLock, ...clean, ...command])
}

/** Whether a server of this cluster, or what starts one, still runs after waiting so long for its end. */
export const isRunning = async (
  identity: Identity,
  { serverLock }: Layout,
  waitSeconds = 0,
): Promise<boolean> => {
  const tryLock = ['flock', '-w', String(waitSeconds), '-E', String(taken), serverLock, 'true']
  return (await runAs(identity, tryLock)).code === taken
}
