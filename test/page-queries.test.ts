import pg from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { aPerson } from '../src/casework/testing.ts'
import { storeSearch } from '../src/people/index.ts'
import { ok } from '../src/platform/result.ts'
import { visit } from './support/browse.ts'
import { withHouse } from './support/house.ts'
import { buildTown } from './support/town.ts'

const sent = vi.spyOn(pg.Client.prototype, 'query')
const opened = withHouse()

/** Session, roles, transaction, audit and what the last form said are not the page's own. */
const notThePages =
  /\bsession\b|set_config|act_as|append_audit|"idempotency"|^(begin|commit|start|set|rollback)\b/i

const textOf = (statement: unknown): string => {
  if (typeof statement === 'string') return statement
  return typeof statement === 'object' && statement !== null && 'text' in statement
    ? String(statement.text)
    : ''
}

const queriesOf = async (name: string, path: string): Promise<number> => {
  const somebody = await visit(opened().house, name)
  sent.mockClear()
  expect((await somebody.get(path)).status).toBe(200)
  return sent.mock.calls.map(([statement]) => textOf(statement)).filter((text) => !notThePages.test(text))
    .length
}

let person = ''
let search = ''

beforeAll(async () => {
  const { house } = opened()
  const { staff } = await buildTown(house)
  for (let n = 0; n < 20; n += 1) {
    person = await aPerson(house.database, { given: `Number${n}`, family: 'Example', arrivedDaysAgo: n % 3 })
  }
  const as = { staffId: staff.rosa?.id ?? '', role: 'recovery_worker' }
  const stored = await house.database.write(as, async (tx) => ok(await storeSearch(tx, 'number exampel')))
  search = stored.ok ? stored.value : ''
})

describe('a page asks the database a handful of questions, however many people there are', () => {
  it.each([
    ['rosa', '/today', 8],
    ['nadia', '/today', 8],
    ['amira', '/today', 8],
    ['rosa', '/today/owed?whose=', 2],
    ['tessa', '/team', 5],
    ['tessa', '/team/allocate', 2],
    ['rosa', '/caseload', 3],
    ['rosa', '/leave', 2],
    ['rosa', '/people/:person', 4],
    ['nadia', '/people/:person', 4],
    ['rosa', '/people?search=:search', 3],
    ['rosa', '/releases', 5],
    ['amira', '/releases', 5],
    ['amira', '/handovers', 2],
    ['rosa', '/feed', 6],
  ])('%s at %s: %i', async (name, address, most) => {
    const path = address.replace(':person', person).replace(':search', search)
    const asked = await queriesOf(name, path)
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThanOrEqual(most)
  })
})
