import { expect, it } from 'vitest'
import type { House } from '../../src/compose.ts'
import { systemIds } from '../../src/platform/ids.ts'
import { superuserOf } from '../support/audit.ts'
import { openTestHouse } from '../support/house.ts'
import { buildTown } from '../support/town.ts'
import { loadPeople } from './load.ts'
import { measureRefusals } from './pages.ts'

const people = Number(process.env.BENCH_PEOPLE ?? 100_000)

const pages = ['', '/plan', '/contacts', '/assessments', '/risk', '/release', '/sharing', '/history']

/** Somebody whom no team of Leeds works with, nor ever did. */
const hiddenFrom = async (house: House, service: string): Promise<string> => {
  const superuser = await superuserOf(house)
  const found = await superuser.query<{ id: string }>(
    `select p.id from person p where p.merged_into is null
       and not exists (select from involvement i where i.person_id = p.id and i.service_id = $1) order by p.id limit 1`,
    [service],
  )
  await superuser.end()
  const [person] = found.rows
  if (person === undefined) throw new Error('Everybody who was loaded is known at Leeds.')
  return person.id
}

/** Printed and not asserted: what is asked of the database is held equal by test/security/same-questions.test.ts. */
it('refusing somebody hidden takes as long as refusing nobody', async () => {
  const { house } = await openTestHouse()
  try {
    const { services } = await buildTown(house)
    await loadPeople(house, { people })
    const hidden = await hiddenFrom(house, services.leeds)
    const ratios: number[] = []
    for (const page of pages) {
      const { hiddenMs, nobodyMs } = await measureRefusals(
        house,
        'rosa',
        `/people/${hidden}${page}`,
        `/people/${systemIds.next()}${page}`,
      )
      ratios.push(hiddenMs / nobodyMs)
      process.stdout.write(
        `refusal: /people/…${page}: hidden ${hiddenMs.toFixed(2)} ms, nobody ${nobodyMs.toFixed(2)} ms, ${(hiddenMs / nobodyMs).toFixed(3)} times; ${people} people\n`,
      )
    }
    ratios.sort((a, b) => a - b)
    process.stdout.write(
      `refusal: median of ${pages.length} pages: ${ratios[Math.floor(ratios.length / 2)]?.toFixed(3)} times, between ${ratios[0]?.toFixed(3)} and ${ratios.at(-1)?.toFixed(3)}\n`,
    )
    expect(ratios).toHaveLength(pages.length)
  } finally {
    await house.close()
  }
})
