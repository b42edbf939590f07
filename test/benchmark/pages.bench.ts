import { beforeAll, expect, it } from 'vitest'
import { visit } from '../support/browse.ts'
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
  const rosa = await visit(house, 'rosa')
  const search = await rosa.get('/people?q=whitaker')
  personId = /\/people\/([0-9a-f-]{36})/.exec(search.html)?.[1] ?? ''
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
