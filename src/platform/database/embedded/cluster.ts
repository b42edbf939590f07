import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { EmbeddedFailure } from './failure.ts'
import type { Layout } from './layout.ts'
import { giveTo, type Identity, runAs } from './run-as.ts'

/** The major version that the embedded server reads and writes. */
const version = '18'

const locale = [
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

const newPassword = async ({ password }: Layout): Promise<string> => {
  const secret = randomBytes(24).toString('hex')
  await writeFile(password, secret, { mode: 0o600 })
  return secret
}

/**
 * Makes the cluster: superuser `postgres` with a random password, UTF-8, sorted by code point, checksums on.
 * It bears its name only when it is whole, so that an interrupted start leaves nothing half made.
 */
export const makeCluster = async (identity: Identity, layout: Layout, programs: string): Promise<void> => {
  const unfinished = `${layout.cluster}-${randomBytes(6).toString('hex')}`
  const passwordFile = `${unfinished}.password`
  await writeFile(passwordFile, await newPassword(layout), { mode: 0o600 })
  await giveTo(identity, passwordFile)
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const initdb = [`${programs}/initdb`, '-D', unfinished, '--data-checksums', ...locale, ...access]
  const { code, output } = await runAs(identity, initdb)
  await rm(passwordFile)
  if (code !== 0) throw new EmbeddedFailure(`PostgreSQL could not make ${layout.cluster}: ${output}`)
  await rename(unfinished, layout.cluster)
}

/** Refuses a cluster of another major version, which this server cannot read. */
export const checkVersion = async ({ cluster }: Layout): Promise<void> => {
  const found = (await readFile(`${cluster}/PG_VERSION`, 'utf8')).trim()
  if (found === version) return
  throw new EmbeddedFailure(
    `${cluster} was made by PostgreSQL ${found}, not ${version}: move it with pg_upgrade, or set THROUGHCARE_DATA to another folder.`,
  )
}
