import { type ExecFileOptions, execFile } from 'node:child_process'
import { chown } from 'node:fs/promises'

/**
 * Whom PostgreSQL's programs run as, since they refuse to run as root or as somebody without a name.
 * `self`: this process's user. `namespace`: this process's user, seen as `uid` in a user namespace, so that
 * files stay its own. `user`: another user of this machine; only root may.
 */
export type Identity =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace' | 'user'; readonly uid: number; readonly gid: number }

/** How a program ended; `code` is -1 when it could not be run at all. */
export interface Ended {
  readonly code: number
  readonly output: string
}

const asIdentity = (identity: Identity, command: readonly string[]): readonly string[] =>
  identity.kind === 'namespace'
    ? ['unshare', '--user', `--map-user=${identity.uid}`, `--map-group=${identity.gid}`, '--', ...command]
    : command

/** Runs a program to its end as `identity`, away from the caller's folder and PG… variables. */
export const runAs = (identity: Identity, command: readonly string[]): Promise<Ended> => {
  const [file = '', ...args] = asIdentity(identity, command)
  const options: ExecFileOptions = { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } }
  if (identity.kind === 'user') Object.assign(options, { uid: identity.uid, gid: identity.gid })
  return new Promise((resolve) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve({ code, output: `${stdout}${stderr}`.trim() })
    })
  })
}

/** Gives a file or folder that this process made to `identity`. */
export const giveTo = async (identity: Identity, path: string): Promise<void> => {
  if (identity.kind === 'user') await chown(path, identity.uid, identity.gid)
}
