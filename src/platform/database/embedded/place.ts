import { chmod, mkdir, mkdtemp, realpath, rm, stat, symlink } from 'node:fs/promises'
import { EmbeddedFailure } from './failure.ts'
import type { Layout } from './layout.ts'
import { giveTo, type Identity, runAs } from './run-as.ts'

const elsewhere = '/var/lib/throughcare'

const canUse = async (identity: Identity, folder: string): Promise<boolean> =>
  (await runAs(identity, ['sh', '-c', 'test -w "$0" && test -x "$0"', folder])).code === 0

const placeHere = async (identity: Identity, { server }: Layout): Promise<boolean> => {
  await mkdir(server, { mode: 0o700 })
  await giveTo(identity, server)
  if (await canUse(identity, server)) return true
  await rm(server, { recursive: true })
  return false
}

const placeElsewhere = async (identity: Identity, { server }: Layout): Promise<boolean> => {
  if (identity.kind !== 'user') return false
  await mkdir(elsewhere, { recursive: true })
  await chmod(elsewhere, 0o755)
  const folder = await mkdtemp(`${elsewhere}/data-`)
  await giveTo(identity, folder)
  if (!(await canUse(identity, folder))) return false
  await symlink(folder, server)
  return true
}

/**
 * Makes the folder that PostgreSQL writes, in the data folder or, for another user who cannot reach that,
 * under /var/lib with a link to it, and says whom to run PostgreSQL as. What an unfinished start left goes.
 */
export const placeNew = async (layout: Layout, identities: readonly Identity[]): Promise<Identity> => {
  await rm(layout.server, { recursive: true, force: true })
  for (const identity of identities) {
    if (await placeHere(identity, layout)) return identity
    if (await placeElsewhere(identity, layout)) return identity
  }
  throw new EmbeddedFailure(
    `PostgreSQL does not run as root, and no other user can reach ${layout.server}: run as an ordinary user, or set DATABASE_URL.`,
  )
}

/** Whom to run PostgreSQL as where its folder is already there: the user that owns it. */
export const placeOf = async (layout: Layout, identities: readonly Identity[]): Promise<Identity> => {
  const { uid, gid } = await stat(layout.server)
  const mine = uid === process.geteuid?.()
  const identity = mine ? identities.find(({ kind }) => kind !== 'user') : { kind: 'user' as const, uid, gid }
  const may = mine || process.geteuid?.() === 0
  if (may && identity !== undefined && (await canUse(identity, await realpath(layout.server)))) {
    return identity
  }
  throw new EmbeddedFailure(
    mine
      ? `PostgreSQL does not run as root here: give ${layout.server} to another user (chown -R), or set DATABASE_URL.`
      : `PostgreSQL cannot run here on ${layout.server}, which belongs to user ${uid}: run as that user, or set THROUGHCARE_DATA to another folder.`,
  )
}
