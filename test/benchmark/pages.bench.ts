import { beforeAll, expect, it } from 'vitest'
import { storeSearch } from '../../src/people/index.ts'
import { ok } from '../../src/platform/result.ts'
import { visit } from '../support/browse.ts'
import { withHouse } from '../support/house.ts'
import { buildTown } from '../support/town.ts'
import { loadPeople } from './load.ts'
import { measurePage } from './pages.ts'

const people = Number(process.env.BENCH_PEOPLE ?? 100_000)
const opened = withHouse()
let personId = ''
let searchId = ''

const print = (words: string): void => {
  process.stdout.write(`${words}\n`)
}

beforeAll(async () => {
  const { house } = opened()
  const { staff } = await buildTown(house)
  await loadPeople(house, { people })
  const rosa = await visit(house, 'rosa')
  personId = /\/people\/([0-9a-f-]{36})/.exec((await rosa.get('/releases')).html)?.[1] ?? ''
  const as = { staffId: staff.rosa?.id ?? '', role: 'recovery_worker' }
  const stored = await house.database.write(as, async (tx) => ok(await storeSearch(tx, 'jordan penland')))
  searchId = stored.ok ? stored.value : ''
})

it.each(['/today', '/caseload?worker=team', '/releases', 'search', 'person', '/handovers', '/feed'])(
  '%s',
  async (path) => {
    const address =
      path === 'person' ? `/people/${personId}` : path === 'search' ? `/people?search=${searchId}` : path
    const figure = await measurePage(opened().house, 'rosa', address)
    print(
      `page: ${path === 'person' ? '/people/…' : path} with ${people} people: median ${figure.medianMs} ms (25 asked for: ${(figure.medianMs / 25).toFixed(2)} of it), slowest ${figure.slowestMs} ms, ${figure.kilobytes} kB`,
    )
    expect(figure.status).toBe(200)
  },
)
