import pg from 'pg'

const processOf = (client: pg.PoolClient): readonly number[] =>
  'processID' in client && typeof client.processID === 'number' ? [client.processID] : []

/**
 * Watches the connections of a pool over `url`. What it gives back ends those in use: what runs on them fails and is
 * rolled back, also where it waits for a lock that nobody lets go.
 */
export const interruptible = (pool: pg.Pool, url: string): (() => Promise<void>) => {
  const inUse = new Set<pg.PoolClient>()
  pool.on('acquire', (client) => inUse.add(client))
  pool.on('release', (_error, client) => inUse.delete(client))
  return async () => {
    const processes = [...inUse].flatMap(processOf)
    if (processes.length === 0) return
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('select pg_terminate_backend(process) from unnest($1::int[]) process', [processes])
    await client.end()
  }
}
