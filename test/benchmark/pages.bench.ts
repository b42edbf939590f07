import { beforeAll, expect, it } from 'vitest'
import { ok } from '../../src/platform/result.ts'
import { withHouse } from '../support/house.ts'
import { buildTown } from '../support/town.ts'
import { loadPeople } from './load.ts'
import { measurePage } from './pages.ts'

const people = Number(process.env.BENCH_PEOPLE ?? 100_000)
const opened = withHouse()
let personId = ''

const print = (words: string): void => {
  process.stdout.write(`${words}\n`)
}

beforeAll(async () => {
  const { house } = opened()
  await buildTown(house)
  await loadPeople(house, { people })
  const found = await house.database.intake(async ({ db }) => {
    const row = await db
      .selectFrom('whereabouts')
      .select('person_id')
      .where('establishment_code', '=', 'LEI')
      .where('status', '=', 'in_custody')
      .where('in_treatment_since', 'is not', null)
      .executeTakeFirstOrThrow()
    return ok(row.person_id)
  })
  if (found.ok) personId = found.value
})

it.each(['/today', '/releases', '/people?q=whitaker', 'person', '/handovers', '/feed'])(
  '%s',
  async (path) => {
    const address = path === 'person' ? `/people/${personId}` : path
    const figure = await measurePage(opened().house, 'rosa', address)
    print(
      `page: ${path === 'person' ? '/people/…' : path} with ${people} people: median ${figure.medianMs} ms (25 asked for: ${(figure.medianMs / 25).toFixed(2)} of it), slowest ${figure.slowestMs} ms, ${figure.kilobytes} kB`,
    )
    expect(figure.status).toBe(200)
  },
)
