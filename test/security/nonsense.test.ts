import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/platform/http/index.ts'
import { routes } from '../../src/routes.ts'
import { type Visited, type Visitor, visit } from '../support/browse.ts'
import { withHouse } from '../support/house.ts'
import { buildTown, townPassword } from '../support/town.ts'
import { matrix, type Who } from './matrix.ts'
import { buildScene, type MatrixScene } from './matrix-scene.ts'

const opened = withHouse()
let scene: MatrixScene
const visitors = new Map<Who, Visitor>()

beforeAll(async () => {
  scene = await buildScene(opened().house, await buildTown(opened().house))
  for (const who of ['rosa', 'tessa', 'nadia', 'amira'] as const)
    visitors.set(who, await visit(opened().house, who))
})

/** Every form that somebody of the scene may open, with who opens it. */
const forms = routes
  .filter(({ methods }) => methods.includes('POST') && methods.includes('GET'))
  .flatMap(({ path }): [string, Who][] => {
    const row = matrix[path]
    const who =
      row === undefined || 'sentOnly' in row
        ? undefined
        : row.ok.find((each) => visitors.has(each) || ['rosa', 'tessa', 'nadia', 'amira'].includes(each))
    return who === undefined || path.startsWith('/sign-in') ? [] : [[path, who]]
  })

const addressOf = (path: string): string => {
  const row = matrix[path]
  const of = row === undefined || 'sentOnly' in row ? 'held' : (row.of ?? 'held')
  return path.replace(/:(\w+)/g, (_, name: string) => scene[of][name] ?? name)
}

const visitorOf = (who: Who): Visitor => {
  const found = visitors.get(who)
  if (found === undefined) throw new Error(`${who} is not signed in.`)
  return found
}

const named = ({ document }: Visited, selector: string): readonly Element[] => [
  ...document.querySelectorAll(selector),
]

const nonsense = ['31', '\u0000', 'x'.repeat(10_000), "'); drop table person; --", '2026-02-31', '']

describe.each(forms)('%s, sent by %s', (path, who) => {
  it('refuses what does not come from its own page, and what is too large', async () => {
    const visitor = visitorOf(who)
    expect((await visitor.post(addressOf(path), { anything: 'at all' })).status).toBe(422)
    expect((await visitor.post(addressOf(path), { words: 'x'.repeat(10 * 1024 * 1024) })).status).toBe(413)
    expect(
      (await visitor.get(addressOf(path).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'not-a-number'))).status,
    ).toBe(path.includes(':') ? 404 : 200)
  })

  it('takes no field whose name cannot be stored', async () => {
    const sent = await visitorOf(who).post(addressOf(path), { 'a\u0000b': 'at all' })
    expect(sent.status).toBe(422)
    expect(sent.words).toContain('a character that cannot be stored')
  })

  it('answers nonsense clearly', async () => {
    const visitor = visitorOf(who)
    for (const value of nonsense) {
      const page = await visitor.get(addressOf(path))
      const hidden = Object.fromEntries(
        named(page, 'main form input[type=hidden]').map((each) => [
          each.getAttribute('name') ?? '',
          each.getAttribute('value') ?? '',
        ]),
      )
      const typed = Object.fromEntries(
        named(page, 'main form [name]')
          .filter((each) => each.getAttribute('type') !== 'hidden')
          .map((each) => [each.getAttribute('name') ?? '', value]),
      )
      const answer = await visitor.post(addressOf(path), { ...hidden, ...typed, unknown_field: value })
      expect(answer.status, `${value.slice(0, 20)}`).toBeLessThan(500)
      expect(answer.words).not.toMatch(/at .*\.ts:\d+/)
    }
  })
})

describe('a cookie of nonsense', () => {
  const ask = async (path: string, cookie: string, body?: Readonly<Record<string, string>>) => {
    const { house } = opened()
    const sent = body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body).toString() }
    return createApp(house.services, routes, house.healthy).request(path, {
      ...sent,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    })
  }

  it.each(['-'.repeat(36), 'x', '%00', '%ff'])('in the place of what was said last: %s', async (value) => {
    const entered = await ask('/sign-in', '', { sign_in_name: 'rosa', password: townPassword })
    const [session = ''] = (entered.headers.get('set-cookie') ?? '').split(';')
    expect((await ask('/today', `${session}; said=${value}`)).status).toBe(200)
  })
})
