import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { storeSearch } from '../../src/people/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { ok } from '../../src/platform/result.ts'
import { visit } from '../support/browse.ts'
import { withHouse } from '../support/house.ts'
import { runService } from '../support/running.ts'
import { buildTown } from '../support/town.ts'
import { loadPeople } from './load.ts'
import { measurePage, signInTo } from './pages.ts'

const people = Number(process.env.BENCH_PEOPLE ?? 100_000)
const opened = withHouse(systemClock.now())
let pages: readonly (readonly [name: string, path: string, who: string])[] = []

beforeAll(async () => {
  const { house } = opened()
  const { staff } = await buildTown(house)
  await loadPeople(house, { people })
  const rosa = await visit(house, 'rosa')
  const personId = /\/people\/([0-9a-f-]{36})/.exec((await rosa.get('/releases')).html)?.[1] ?? ''
  const as = { staffId: staff.rosa?.id ?? '', role: 'recovery_worker' }
  const search = await house.database.write(as, async (tx) => ok(await storeSearch(tx, 'jordan penland')))
  pages = [
    ['Today', '/today', 'rosa'],
    ['the person’s page', `/people/${personId}`, 'rosa'],
    ['the release board', '/releases', 'rosa'],
    ['name search', `/people?search=${search.ok ? search.value : ''}`, 'rosa'],
    ['Today of a community service', '/today', 'amira'],
    ['the release board of a community service', '/releases', 'amira'],
    ['the team’s caseload', '/caseload?worker=team', 'rosa'],
    ['hand-overs', '/handovers', 'rosa'],
    ['hand-overs of a community service', '/handovers', 'amira'],
    ['the inbox', '/feed', 'rosa'],
  ]
})

/** Of the service as it is run: built, a process of its own, asked over the network. */
it('answers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughcare-bench-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const service = await runService(folder, { DATABASE_URL: opened().house.located.adminUrl })
  const asks = new Map(
    await Promise.all(['rosa', 'amira'].map(async (who) => [who, await signInTo(service.url, who)] as const)),
  )
  for (const [name, path, who] of pages) {
    const ask = asks.get(who)
    if (ask === undefined) throw new Error(`Nobody signed in as ${who}.`)
    const figure = await measurePage(ask, path)
    process.stdout.write(
      `page: ${name} with ${people} people: median ${figure.medianMs} ms (25 asked for: ${(figure.medianMs / 25).toFixed(2)} of it), slowest ${figure.slowestMs} ms, ${figure.kilobytes} kB\n`,
    )
    expect(figure.status, path).toBe(200)
  }
})
