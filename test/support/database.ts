import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbedded } from '../../src/platform/database/embedded/index.ts'
import type { Located } from '../../src/platform/database/locate.ts'
import { migrate } from '../../src/platform/database/migrate.ts'

const migrations = fileURLToPath(new URL('../../db/migrations/', import.meta.url))

/** The cluster that tests clone databases in: that of `DATABASE_URL`, else an embedded one of their own. */
export const testCluster = async (): Promise<{ adminUrl: string; release(): Promise<void> }> => {
  const url = process.env.DATABASE_URL
  if (url !== undefined && url !== '') return { adminUrl: url, release: async () => {} }
  const folder = resolve(process.env.THROUGHCARE_TEST_DATA ?? '.data/test')
  const server = await startEmbedded({ dataFolder: folder })
  return { adminUrl: server.adminUrl, release: () => server.release() }
}

const digestOfMigrations = (): string => {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations).sort())
    hash.update(name).update(readFileSync(`${migrations}${name}`))
  return hash.digest('hex').slice(0, 12)
}

const within = (adminUrl: string, database: string): string => {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.toString()
}

const template = async (client: pg.Client, adminUrl: string): Promise<string> => {
  const name = `throughcare_template_${digestOfMigrations()}`
  await client.query('select pg_advisory_lock(7425012)')
  try {
    const found = await client.query('select from pg_database where datname = $1 and datistemplate', [name])
    if (found.rowCount !== 0) return name
    await client.query(`drop database if exists ${name}`)
    await client.query(`create database ${name}`)
    await migrate({ adminUrl: within(adminUrl, name), loginPassword: null })
    await client.query(`alter database ${name} is_template true`)
    return name
  } finally {
    await client.query('select pg_advisory_unlock(7425012)')
  }
}

const administer = async <Value>(
  adminUrl: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> => {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A database of one test file's own, cloned from a migrated template; `release` drops it. */
export const cloneDatabase = async (): Promise<Located> => {
  const cluster = await testCluster()
  const name = `throughcare_test_${randomBytes(6).toString('hex')}`
  await administer(cluster.adminUrl, async (client) => {
    const from = await template(client, cluster.adminUrl)
    await client.query(`create database ${name} template ${from}`)
  })
  return {
    adminUrl: within(cluster.adminUrl, name),
    loginPassword: null,
    release: async () => {
      await administer(cluster.adminUrl, (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      )
      await cluster.release()
    },
  }
}
