import pino from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/compose.ts'
import { createApp } from '../../src/platform/http/index.ts'
import { routes } from '../../src/routes.ts'
import { type Visited, visit } from '../support/browse.ts'
import { withHouse } from '../support/house.ts'
import { buildTown, townPassword } from '../support/town.ts'
import { buildScene, type MatrixScene } from './matrix-scene.ts'
import { type Walked, walk } from './walk.ts'

const opened = withHouse()
let scene: MatrixScene
let walked: readonly Walked[]
let logged = ''

/** The same house, with all that it logs in hand, however little it says otherwise. */
const listening = (house: House): House => ({
  ...house,
  services: {
    ...house.services,
    log: pino(
      { level: 'trace' },
      {
        write: (line: string) => {
          logged += line
        },
      },
    ),
  },
})

beforeAll(async () => {
  const house = listening(opened().house)
  scene = await buildScene(house, await buildTown(house))
  walked = await walk(house, scene)
})

const where = ({ path, who }: Walked): string => `${path} as ${who}`

const failing = (isWrong: (page: Visited) => boolean): readonly string[] =>
  walked.filter(({ visited }) => isWrong(visited)).map(where)

const policyOf = ({ headers }: Visited): string => headers.get('content-security-policy') ?? ''

const all = ({ document }: Visited, selector: string): readonly Element[] => [
  ...document.querySelectorAll(selector),
]

describe('every page', () => {
  it('is walked', () => {
    expect(walked.length).toBeGreaterThan(100)
    expect(failing(({ status }) => status >= 400)).toEqual([])
  })

  it('carries a policy that lets nothing in line run but what bears its nonce', () => {
    expect(
      failing(
        (page) =>
          /unsafe-|\*|https?:/.test(policyOf(page)) ||
          !policyOf(page).startsWith("default-src 'none'") ||
          !policyOf(page).includes("frame-ancestors 'none'"),
      ),
    ).toEqual([])
    expect(new Set(walked.map(({ visited }) => policyOf(visited))).size).toBe(walked.length)
  })

  it('has nothing that the policy would stop', () => {
    const isStopped = (page: Visited): boolean => {
      const nonce = /'nonce-([^']+)'/.exec(policyOf(page))?.[1]
      return (
        all(page, 'script:not([src])').some((script) => script.getAttribute('nonce') !== nonce) ||
        all(page, 'style, [style]').length > 0 ||
        all(page, '*').some(({ attributes }) => [...attributes].some(({ name }) => name.startsWith('on')))
      )
    }
    expect(
      failing(
        (page) => page.headers.get('content-type')?.startsWith('text/html') === true && isStopped(page),
      ),
    ).toEqual([])
  })

  it.each([
    ['cache-control', 'no-store'],
    ['referrer-policy', 'no-referrer'],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
  ])('says %s: %s', (name, value) => {
    expect(failing(({ headers }) => headers.get(name) !== value)).toEqual([])
  })

  it('has no name and no number in its title', () => {
    const titles = walked.map(({ visited }) => visited.document.querySelector('title')?.textContent ?? '')
    expect(titles.filter((title) => /\bLee\b|A\d{4}AA|\d{10}/.test(title))).toEqual([])
    expect(titles.filter((title) => title.includes('this person')).length).toBeGreaterThan(10)
  })

  it('leads nowhere with a name or a number in the address', () => {
    const addresses = walked.flatMap(({ visited }) =>
      all(visited, 'a[href], form[action]').map(
        (each) => each.getAttribute('href') ?? each.getAttribute('action') ?? '',
      ),
    )
    const telling = addresses.filter(
      (address) =>
        !address.startsWith('tel:') && /\bLee\b|A\d{4}AA|(?<![\da-f-])\d{10}(?![\da-f-])/.test(address),
    )
    expect([...new Set(telling)]).toEqual([])
  })
})

describe('what is no page', () => {
  it.each(['/nothing-here', '/health', '/metrics', '/assets/none.js', '/people/nobody'])(
    '%s has the same headers',
    async (path) => {
      const { house } = opened()
      const app = createApp(house.services, routes, house.healthy)
      const { headers } = await app.request(`http://localhost${path}`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )
})

describe('searching', () => {
  it('puts what was typed into no address, and shows it to nobody else', async () => {
    const { house } = opened()
    const rosa = await visit(house, 'rosa')
    const page = await rosa.get('/people')
    const hidden = Object.fromEntries(
      all(page, 'main form input[type=hidden]').map((each) => [
        each.getAttribute('name') ?? '',
        each.getAttribute('value') ?? '',
      ]),
    )
    const sent = await rosa.post('/people', { ...hidden, q: 'Lee Held', where: 'custody' })
    expect(sent.location).toMatch(/^\/people\?search=[0-9a-f-]{36}&where=custody$/)
    expect((await rosa.get(sent.location ?? '')).words).toContain('Lee Held')
    const colin = await visit(house, 'colin')
    expect((await colin.get(sent.location ?? '')).words).not.toContain('Lee Held')
  })

  it('keeps where people are, and not who was looked for, for the next time', async () => {
    const rosa = await visit(opened().house, 'rosa')
    await rosa.search('Lee Held', 'custody')
    const again = await rosa.get('/people')
    expect(again.document.querySelector('[name=where] [selected]')?.getAttribute('value')).toBe('custody')
    expect(again.document.querySelector('[name=q]')?.getAttribute('value') ?? '').toBe('')
  })

  it('shows again what cannot be searched by, with what to type instead', async () => {
    const rosa = await visit(opened().house, 'rosa')
    expect((await rosa.search('31/2/1989')).words).toContain('There is no such day as 31/2/1989')
  })
})

describe('cookies', () => {
  it('belong to this host and to https alone, where the service is reached so', async () => {
    const { house } = opened()
    const config = { ...house.services.config, publicUrl: 'https://throughcare.example' }
    const app = createApp({ ...house.services, config }, routes, house.healthy)
    const send = (path: string, cookie: string, fields: Record<string, string>) =>
      app.request(`https://throughcare.example${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      })
    const signedIn = await send('/sign-in', '', { sign_in_name: 'rosa', password: townPassword })
    const [session = ''] = signedIn.headers.getSetCookie()
    const cookie = session.split(';')[0] ?? ''
    const page = await app.request('https://throughcare.example/people', { headers: { cookie } })
    const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
    const searched = await send('/people', cookie, { _csrf: csrf, q: 'lee', where: '' })
    const set = [...signedIn.headers.getSetCookie(), ...searched.headers.getSetCookie()]
    expect(set.length).toBe(2)
    for (const line of set) {
      expect(line).toMatch(/^__Host-/)
      expect(line).toContain('Secure')
      expect(line).toContain('HttpOnly')
      expect(line).toMatch(/SameSite=(Lax|Strict)/)
      expect(line).toContain('Path=/')
      expect(line).not.toContain('Domain')
    }
    expect(page.headers.get('strict-transport-security')).toContain('max-age=')
  })
})

describe('the log', () => {
  it('tells of every request, and names nobody', async () => {
    const house = listening(opened().house)
    const rosa = await visit(house, 'rosa')
    await rosa.search('Lee Held')
    await rosa.search('943 476 5919')
    await rosa.send(`/people/${scene.held.personId}/notes/new`, {
      class: 'recovery',
      words: 'Talked of Mary',
    })
    await rosa.post(`/people/${scene.held.personId}/notes/new`, { words: 'Talked of Mary' })
    expect(logged).toContain('"pattern":"/people/:personId"')
    expect(logged).not.toMatch(/\bLee\b|\bMary\b|A\d{4}AA|9434765919|943 476 5919/)
    for (const id of [scene.held, scene.sent, scene.left].map(({ personId = '' }) => personId))
      expect(logged).not.toContain(id)
  })

  it('says of what broke where, and not what', async () => {
    const { house } = opened()
    logged = ''
    const { services } = listening(house)
    const app = createApp(services, routes, () => Promise.reject(new Error('Lee Held was not found')))
    expect((await app.request('http://localhost/health')).status).toBe(500)
    expect(logged).toContain('"msg":"failed"')
    expect(logged).not.toContain('Lee')
  })
})

describe('figures for monitoring', () => {
  const ask = (house: House, token: string | null, address: string, headers: Record<string, string> = {}) => {
    const config = { ...house.services.config, metricsToken: token }
    return createApp({ ...house.services, config }, routes, house.healthy).request(
      'http://localhost/metrics',
      { headers },
      { incoming: { socket: { remoteAddress: address } } },
    )
  }
  const token = 'a token that is long'

  it('are read on this machine alone, or with the token that was configured', async () => {
    const { house } = opened()
    const statuses = await Promise.all(
      [
        ask(house, null, '127.0.0.1'),
        ask(house, null, '::1'),
        ask(house, null, '10.0.0.7'),
        ask(house, null, '127.0.0.1', { 'x-forwarded-for': '10.0.0.7' }),
        ask(house, token, '127.0.0.1'),
        ask(house, token, '10.0.0.7', { authorization: 'Bearer another' }),
        ask(house, token, '10.0.0.7', { authorization: `Bearer ${token}` }),
      ].map(async (answer) => (await answer).status),
    )
    expect(statuses).toEqual([200, 200, 404, 404, 404, 404, 200])
  })

  it('count requests by pattern, connections and what is owed, and name nobody', async () => {
    const { house } = opened()
    await (await visit(house, 'rosa')).get(`/people/${scene.held.personId}`)
    const text = await (await ask(house, null, '127.0.0.1')).text()
    expect(text).toContain(
      'throughcare_http_requests_total{method="GET",pattern="/people/:personId",status="200"}',
    )
    expect(text).toMatch(/throughcare_database_connections\{pool="web",state="open"\} [1-9]/)
    expect(text).toMatch(/throughcare_obligations\{state="(open|overdue)"\} [1-9]/)
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|\bLee\b|A\d{4}AA/)
  })
})
