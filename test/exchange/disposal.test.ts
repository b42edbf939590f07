import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { House } from '../../src/compose.ts'
import { matchAllEpisodes } from '../../src/exchange/actions/matchAllEpisodes.ts'
import { continuityOfAll } from '../../src/insight/index.ts'
import { ok } from '../../src/platform/result.ts'
import { carryOutDisposal, listDisposalRun } from '../../src/retention/index.ts'
import { rebuildObligations } from '../../src/standards/index.ts'
import { addStaff } from '../../src/workforce/index.ts'
import { expectedFigures, windowOf } from '../support/continuity-pipeline.ts'
import { countsOf } from '../support/files.ts'
import { openTestHouse } from '../support/house.ts'
import { rowsOf } from '../support/records.ts'

const year = windowOf('2025-04-01', '2026-03-31', '2026-07-31')
const halfYear = windowOf('2026-01-01', '2026-06-30', '2026-06-20')

const figures = async ({ database }: House) => {
  const found = await database.intake(async (tx) =>
    ok([await continuityOfAll(tx, year, true), await continuityOfAll(tx, halfYear, false)]),
  )
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value
}

const example = (name: string): string => new URL(`../examples/continuity/${name}`, import.meta.url).pathname

/** Runs of every organisation, listed by one and approved by another. */
const disposeOfAll = async (house: House, clock: Parameters<typeof listDisposalRun.run>[1]['clock']) => {
  const made = await house.database.intake(async (tx) => {
    const staff: string[] = []
    const [organisation] = (
      await sql<{ id: string }>`select service_id as id from episode limit 1`.execute(tx.db)
    ).rows
    for (const name of ['one', 'two']) {
      const added = await addStaff(tx, {
        name,
        signInName: name,
        password: 'three random words do well',
        memberships: [{ serviceId: organisation?.id ?? '', role: 'administrator', from: tx.today }],
      })
      if (!added.ok) return added
      staff.push(added.value)
    }
    const runs = await sql<{ id: string }>`
      insert into disposal_run (id, organisation_id, as_of, state, made_by, made_at)
      select uuidv7(), o.id, ${tx.today}::date, 'listing', ${staff[0]}::uuid, ${tx.now}::timestamptz from organisation o returning id`.execute(
      tx.db,
    )
    return ok({ runs: runs.rows.map(({ id }) => id), second: staff[1] ?? '' })
  })
  if (!made.ok) throw new Error(made.refusal.message)
  for (const runId of made.value.runs) {
    await listDisposalRun.run({ runId }, { database: house.database, clock })
    await house.database.intake(async (tx) => {
      await sql`update disposal_run set state = 'approved', approved_by = ${made.value.second}, approved_at = ${tx.now}::timestamptz where id = ${runId}`.execute(
        tx.db,
      )
      return ok(undefined)
    })
    await carryOutDisposal.run({ runId }, { database: house.database, clock })
  }
}

test('the continuity figures are the same before and after everything that is due has gone', async () => {
  const { house, clock } = await openTestHouse()
  try {
    for (const name of ['people', 'movements', 'episodes'] as const)
      await countsOf(
        house,
        name,
        example({ people: 'people.csv', movements: 'movements.ndjson', episodes: 'episodes.csv' }[name]),
      )
    const before = await figures(house)
    expect(before).toEqual([expectedFigures('year'), expectedFigures('half-year')])
    await house.database.intake(async (tx) => {
      await sql`update episode set end_date = ${tx.today}::date, end_reason = 'retained_in_custody' where end_date is null`.execute(
        tx.db,
      )
      return tx.lock(
        ...(
          await sql<{ id: string }>`select id from person where merged_into is null`.execute(tx.db)
        ).rows.map(({ id }) => id),
      )
    })
    clock.set(clock.now().add({ hours: 24 * 366 * 25 }))
    await disposeOfAll(house, clock)
    const [nameless] = await rowsOf(
      house,
      sql<{ total: number }>`select count(*)::integer as total from person where family_name = ''`,
    )
    expect(nameless?.total).toBeGreaterThan(100)
    expect(await figures(house)).toEqual(before)
    await matchAllEpisodes(house.database)
    const rates = (all: Awaited<ReturnType<typeof figures>>) =>
      all.map(({ unmatched_episodes: _, ...rest }) => rest)
    expect(rates(await figures(house))).toEqual(rates(before))
    expect(await rebuildObligations(house.database, () => {})).toMatchObject({ changed: 0 })
  } finally {
    await house.close()
  }
}, 180_000)
