import pg from 'pg'
import { typeParsers } from './temporal.ts'

const settings = '-c search_path=throughcare,public -c timezone=UTC -c jit=off'

/** A pool of connections to `url`, with the schema, zone and types that everything here expects. */
export const openPool = (url: string, most = 10, more: readonly string[] = []): pg.Pool => {
  const options = [settings, ...more].join(' ')
  const pool = new pg.Pool({ connectionString: url, max: most, options, types: typeParsers })
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
