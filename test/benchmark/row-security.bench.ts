import pg from 'pg'
import { expect, it } from 'vitest'
import { openTestHouse } from '../support/house.ts'
import { buildTown } from '../support/town.ts'
import { loadPeople } from './load.ts'
import { loadNotes, rowSecurityRatios } from './row-security.ts'

const people = Number(process.env.BENCH_PEOPLE ?? 100_000)

/** Gives a worker forty people of the prison, and finds one of them. */
const giveCaseload = async (adminUrl: string, staffId: string, serviceId: string): Promise<string> => {
  const client = new pg.Client({ connectionString: adminUrl, options: '-c search_path=throughcare,public' })
  await client.connect()
  const given = await client.query<{ person_id: string }>(
    `update allocation a set staff_id = $1 from (select id from allocation where service_id = $2 and to_day is null order by id limit 40) forty
     where a.id = forty.id returning a.person_id`,
    [staffId, serviceId],
  )
  await client.query('vacuum analyze allocation')
  await client.end()
  return given.rows[0]?.person_id ?? ''
}

it('row security costs', async () => {
  const { house } = await openTestHouse()
  try {
    const { staff, services } = await buildTown(house)
    await loadPeople(house, { people })
    const notes = await loadNotes(house)
    const staffId = staff.rosa?.id ?? ''
    const personId = await giveCaseload(house.located.adminUrl, staffId, services.leeds)
    const scene = { as: { staffId, role: 'recovery_worker' }, services: [services.leeds], personId }
    for (const { name, secured, bare } of await rowSecurityRatios(house, scene)) {
      process.stdout.write(
        `row security: ${name}: ${(secured / bare).toFixed(2)} times (1.5 allowed), ${secured.toFixed(2)} ms with it, ${bare.toFixed(2)} ms without; ${people} people, ${notes} notes\n`,
      )
      expect(secured).toBeGreaterThan(0)
    }
  } finally {
    await house.close()
  }
})
