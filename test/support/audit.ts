import pg from 'pg'
import { expect, vi } from 'vitest'
import type { House } from '../../src/compose.ts'

/** A superuser's connection to the house's database: for what nobody of the service may do. */
export const superuserOf = async ({ located }: House): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: located.adminUrl,
    options: '-c search_path=throughcare,public',
  })
  await client.connect()
  return client
}

/** Waits until what the audit log holds is older than every transaction of this server, which other tests use too. */
export const whenAllEnded = (superuser: pg.Client): Promise<void> =>
  vi.waitFor(
    async () => {
      const rows = await superuser.query<{ ended: boolean }>(
        'select coalesce(max(written_in) < pg_snapshot_xmin(pg_current_snapshot()), true) as ended from audit_event',
      )
      expect(rows.rows[0]?.ended).toBe(true)
    },
    { timeout: 60_000, interval: 20 },
  )
