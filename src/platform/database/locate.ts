import pg from 'pg'
import type { Config } from '../config.ts'
import { startEmbedded } from './embedded/index.ts'
import type { DatabaseAddress } from './logins.ts'

/** A database that is there, and how to let go of it. */
export interface Located extends DatabaseAddress {
  /** Ends our hold on the embedded server; its last holder stops it. */
  release(): Promise<void>
}

const name = 'throughcare'

const createWhereMissing = async (clusterUrl: string): Promise<string> => {
  const client = new pg.Client({ connectionString: clusterUrl })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${name}`)
  } catch (error) {
    // Another starter was quicker.
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505')
      throw error
  } finally {
    await client.end()
  }
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  return url.toString()
}

/** The database of `DATABASE_URL`, else the embedded PostgreSQL in the data folder, started if need be. */
export const locateDatabase = async (config: Config): Promise<Located> => {
  if (config.databaseUrl !== null)
    return { adminUrl: config.databaseUrl, loginPassword: config.loginPassword, release: async () => {} }
  const server = await startEmbedded({ dataFolder: config.dataFolder })
  const adminUrl = await createWhereMissing(server.adminUrl)
  return { adminUrl, loginPassword: config.loginPassword, release: () => server.release() }
}
