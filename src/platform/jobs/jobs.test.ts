import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown, type Town } from '../../../test/support/town.ts'
import { loginUrl } from '../database/logins.ts'
import { ok, refused } from '../result.ts'
import { clearExpired } from './clear-expired.ts'
import { runJobs } from './run.ts'
import { enqueue, type Task } from './task.ts'

const opened = withHouse()
let town: Town

beforeAll(async () => {
  town = await buildTown(opened().house)
})

const collecting = () => {
  const seen: Record<string, string>[] = []
  let tell: () => void = () => {}
  const done = new Promise<void>((resolve) => {
    tell = resolve
  })
  const task: Task = {
    name: 'collect',
    runsAs: 'test',
    run: async (ids) => {
      seen.push({ ...ids })
      tell()
    },
  }
  return { seen, done, task }
}

describe('jobs', () => {
  it('are done after the commit of what they belong to, and not where that is refused', async () => {
    const { house } = opened()
    const { seen, done, task } = collecting()
    await house.database.intake(async ({ db }) => {
      await enqueue(db, 'collect', { id: 'refused' })
      return refused('invalid', 'no')
    })
    await house.database.intake(async ({ db }) => {
      await enqueue(db, 'collect', { id: 'committed' })
      return ok(undefined)
    })
    const runner = await runJobs(
      loginUrl(house.located, 'throughcare_work'),
      [task],
      { database: house.database, clock: house.services.clock },
      house.services.log,
    )
    await done
    await runner.stop()
    expect(seen).toEqual([{ id: 'committed' }])
  })

  it('forget sessions a day after they ran out', async () => {
    const { house, clock } = opened()
    const staffId = town.staff.rosa?.id ?? ''
    const insert = (hash: string, expires: Temporal.Instant) =>
      house.database.auth((db) =>
        db
          .insertInto('session')
          .values({
            id_hash: hash,
            staff_id: staffId,
            role: 'recovery_worker',
            csrf_token: 'x',
            created_at: clock.now(),
            used_at: clock.now(),
            expires_at: expires,
          })
          .execute(),
      )
    await insert('over', clock.now().subtract({ hours: 25 }))
    await insert('lasting', clock.now().subtract({ hours: 23 }))
    await clearExpired.run({}, { database: house.database, clock })
    const left = await house.database.auth((db) =>
      sql<{ id_hash: string }>`select id_hash from session`.execute(db),
    )
    expect(left.rows.map((row) => row.id_hash)).toEqual(['lasting'])
  })
})
