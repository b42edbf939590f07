import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { type DatabaseAddress, loginPasswords } from './logins.ts'
import { openPool } from './pool.ts'

const folder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url))
const oneAtATime = 7_425_011
const quiet = new Logger(() => () => {})

interface MigrationFile {
  readonly name: string
  readonly text: string
  readonly digest: string
}

const readFiles = async (): Promise<MigrationFile[]> => {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, digest: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

const appliedOnes = async (client: pg.ClientBase): Promise<ReadonlyMap<string, string>> => {
  const known = await client.query("select to_regclass('throughcare.migration') is not null as known")
  if (known.rows[0].known !== true) return new Map()
  const rows = await client.query<{ name: string; digest: string }>(
    'select name, digest from throughcare.migration',
  )
  return new Map(rows.rows.map((row) => [row.name, row.digest]))
}

const apply = async (client: pg.ClientBase, file: MigrationFile, first: boolean): Promise<void> => {
  await client.query('begin')
  try {
    if (!first) await client.query('set local role throughcare_owner')
    await client.query(file.text)
    await client.query('set local role none')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${file.name} failed: ${(error as Error).message}`, { cause: error })
  }
}

/** Tables that a migration added are opened to what works through every table by the catalogue, such as disposal. */
const openNewTables = async (client: pg.ClientBase): Promise<void> => {
  await client.query('begin')
  await client.query('set local role throughcare_owner')
  await client.query('set local search_path = throughcare, public')
  await client.query('select open_to_disposal()')
  await client.query('commit')
}

const note = async (client: pg.ClientBase, files: readonly MigrationFile[]): Promise<void> => {
  for (const file of files)
    await client.query(
      'insert into throughcare.migration (name, digest, applied_at) values ($1, $2, now()) on conflict do nothing',
      [file.name, file.digest],
    )
}

const setPasswords = async (client: pg.ClientBase, address: DatabaseAddress): Promise<void> => {
  for (const [login, password] of loginPasswords(address))
    await client.query(`alter role ${login} password ${pg.escapeLiteral(password)}`)
}

const migrateJobs = async (adminUrl: string): Promise<void> => {
  const pool = openPool(adminUrl, 1, ['-c role=throughcare_worker'])
  try {
    await runMigrations({ pgPool: pool, logger: quiet })
  } finally {
    await pool.end()
  }
}

const run = async (client: pg.ClientBase, address: DatabaseAddress): Promise<readonly string[]> => {
  const files = await readFiles()
  const applied = await appliedOnes(client)
  const changed = files.find((file) => applied.has(file.name) && applied.get(file.name) !== file.digest)
  if (changed !== undefined)
    throw new Error(
      `Migration ${changed.name} was changed after it was applied here. Use the version of Throughcare that this database belongs to, or a later one.`,
    )
  const wanted = files.filter((file) => !applied.has(file.name))
  for (const file of wanted) await apply(client, file, file.name.startsWith('0001'))
  await note(client, wanted)
  if (wanted.length > 0) {
    await openNewTables(client)
    await setPasswords(client, address)
    await migrateJobs(address.adminUrl)
  }
  return wanted.map((file) => file.name)
}

/**
 * Brings a database up to date, forward only: each file of `db/migrations` once, in order, each in a transaction.
 * Two starters at once take turns. Says which files were applied; throws with the file's name where one fails.
 */
export const migrate = async (address: DatabaseAddress): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: address.adminUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [oneAtATime])
    return await run(client, address)
  } finally {
    await client.end()
  }
}
