import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Visited, type Visitor, visit } from '../../../../test/support/browse.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { buildTown, townPassword } from '../../../../test/support/town.ts'
import { client, type OtherService, startOtherService } from './testing.ts'

let other: OtherService
let opened: TestHouse

beforeAll(async () => {
  other = await startOtherService()
  const providers = [
    {
      id: 'prison',
      label: 'The prison’s own sign-in',
      issuer: other.issuer,
      clientId: client.id,
      clientSecret: client.secret,
      roles: [
        { when: { groups: 'recovery-leeds' }, role: 'recovery_worker', service: 'PRI-LEI' },
        { when: { groups: 'leads' }, role: 'team_leader', organisation: 'Northern Recovery' },
      ],
    },
    {
      id: 'away',
      label: 'Nobody at home',
      issuer: 'http://127.0.0.1:9',
      clientId: 'x',
      clientSecret: 'x',
      roles: [{ when: { a: 'b' }, role: 'clinical', service: 'HC-LEI' }],
    },
  ]
  opened = await openTestHouse(undefined, { THROUGHCARE_PROVIDERS: JSON.stringify(providers) })
  await buildTown(opened.house)
})

afterAll(async () => {
  await opened?.house.close()
  await other?.stop()
})

const setOut = async (visitor: Visitor, to = '/account'): Promise<string> =>
  (await visitor.get(`/sign-in/with?provider=prison&to=${encodeURIComponent(to)}`)).location ?? ''

const comeBack = async (visitor: Visitor, subject: string): Promise<Visited> => {
  const back = await other.visit(await setOut(visitor), subject)
  return visitor.get(back.pathname + back.search)
}

const asked = async (query: string): Promise<readonly string[]> => {
  const connected = new pg.Client({ connectionString: opened.house.located.adminUrl })
  await connected.connect()
  const { rows } = await connected
    .query(`set search_path = throughcare; ${query}`)
    .then((all) => (Array.isArray(all) ? all[1] : all))
  await connected.end()
  return rows.map(({ words }: { words: string }) => words)
}

const posts = (name: string): Promise<readonly string[]> =>
  asked(`select m.role || ' ' || v.code || case when m.to_day is null then '' else ' over' end as words from membership m
    join staff s on s.id = m.staff_id join service v on v.id = m.service_id where s.full_name = '${name}' order by 1`)

const nobody = (): Promise<Visitor> => visit(opened.house, null)

describe('signing in with another service', () => {
  it('is offered by its name', async () => {
    expect((await (await nobody()).get('/sign-in')).words).toContain('The prison’s own sign-in')
  })

  it('makes an account with the name and posts that it says, and lets in', async () => {
    other.says('u1', { name: 'Uma Example', groups: ['staff', 'recovery-leeds'] })
    const uma = await nobody()
    expect((await comeBack(uma, 'u1')).location).toBe('/account')
    const page = await uma.get('/account')
    expect(page.words).toContain('Uma Example')
    expect(page.words).toContain('Recovery worker')
    expect(page.words).toContain('Leeds recovery team')
    expect(page.words).toContain('through The prison’s own sign-in')
    expect(page.words).toContain('None here: you sign in with another service')
    expect((await uma.get('/today')).status).toBe(200)
  })

  it('updates the same account: a new name, a claim that is new, and one that is gone', async () => {
    other.says('u2', { name: 'Una Example', groups: ['recovery-leeds'] })
    const before = await nobody()
    await comeBack(before, 'u2')
    opened.clock.set(opened.clock.now().add({ minutes: 1 }))
    other.says('u2', { name: 'Una Married', groups: ['leads'] })
    const una = await nobody()
    await comeBack(una, 'u2')
    expect(await posts('Una Married')).toEqual(['recovery_worker PRI-LEI over', 'team_leader PRI-LEI'])
    expect((await una.get('/account')).words).toContain('Team leader')
    expect((await before.get('/account')).location).toContain('/sign-in')
    expect(
      await asked(`select a.action || ' ' || coalesce(a.subject, '') as words from audit_event a join staff s on s.id = a.staff_id
        where s.full_name = 'Una Married' and a.action not like 'view%' order by a.at, a.id`),
    ).toEqual([
      'make_account by prison',
      'begin_role recovery_worker in PRI-LEI by prison',
      'sign_in prison',
      'begin_role team_leader in PRI-LEI by prison',
      'end_role recovery_worker in PRI-LEI by prison',
      'sign_in prison',
    ])
  })

  it('ends everything when no claim gives a post any more, and says so', async () => {
    other.says('u3', { name: 'Ulf Example', groups: ['recovery-leeds'] })
    await comeBack(await nobody(), 'u3')
    other.says('u3', { name: 'Ulf Example', groups: [] })
    const ulf = await nobody()
    const page = await comeBack(ulf, 'u3')
    expect(page.status).toBe(403)
    expect(page.words).toContain('You have no role here yet')
    expect(await posts('Ulf Example')).toEqual(['recovery_worker PRI-LEI over'])
    expect((await ulf.get('/account')).location).toContain('/sign-in')
  })

  it('makes no account for somebody to whom no claim gives a post, and says what to ask for', async () => {
    other.says('u4', { name: 'Ugo Example', groups: ['kitchen'] })
    const page = await comeBack(await nobody(), 'u4')
    expect(page.status).toBe(403)
    expect(page.words).toContain('The prison’s own sign-in says that you are Ugo Example')
    expect(page.words).toContain('u4')
    expect(await asked(`select full_name as words from staff where full_name = 'Ugo Example'`)).toEqual([])
  })

  it('never touches what was given here', async () => {
    expect(await posts('Rosa Example')).toEqual(['recovery_worker PRI-LEI'])
    other.says('rosa', { name: 'Rosa Example', groups: ['leads'] })
    await comeBack(await nobody(), 'rosa')
    expect(await posts('Rosa Example')).toEqual(['recovery_worker PRI-LEI', 'team_leader PRI-LEI'])
    const rosa = await visit(opened.house, null)
    expect((await rosa.post('/sign-in', { sign_in_name: 'rosa', password: townPassword })).location).toBe('/')
    expect((await rosa.get('/account')).words).toContain('Recovery worker')
  })
})

describe('an answer', () => {
  it('is taken once', async () => {
    other.says('u5', { name: 'Uri Example', groups: ['recovery-leeds'] })
    const uri = await nobody()
    const back = await other.visit(await setOut(uri), 'u5')
    expect((await uri.get(back.pathname + back.search)).location).toBe('/account')
    expect((await uri.get(back.pathname + back.search)).location).toBe('/sign-in')
  })

  it('is taken only in the browser that set out', async () => {
    const [uri, another] = [await nobody(), await nobody()]
    const back = await other.visit(await setOut(uri), 'u5')
    await setOut(another)
    const page = await another.get(back.pathname + back.search)
    expect(page.status).toBe(403)
    expect(page.words).toContain('or the answer came too late or to another browser')
    expect((await another.get('/account')).location).toContain('/sign-in')
  })

  it('is not taken after a quarter of an hour, nor with another code', async () => {
    const late = await nobody()
    const back = await other.visit(await setOut(late), 'u5')
    opened.clock.set(opened.clock.now().add({ minutes: 15 }))
    expect((await late.get(back.pathname + back.search)).status).toBe(403)
    const forged = await nobody()
    const answer = await other.visit(await setOut(forged), 'u5')
    answer.searchParams.set('code', 'made-up')
    expect((await forged.get(answer.pathname + answer.search)).status).toBe(403)
  })

  it('that somebody turned back is said to be that', async () => {
    const visitor = await nobody()
    const state = new URL(await setOut(visitor)).searchParams.get('state')
    const page = await visitor.get(
      `/sign-in/back?error=access_denied&state=${state}&iss=${encodeURIComponent(other.issuer)}`,
    )
    expect(page.words).toContain('You turned back at The prison’s own sign-in')
  })

  it('leads only to addresses of our own', async () => {
    const visitor = await nobody()
    const back = await other.visit(await setOut(visitor, '//elsewhere.example/'), 'u5')
    expect((await visitor.get(back.pathname + back.search)).location).toBe('/')
  })
})

it('says so where the other service cannot be reached', async () => {
  const page = await (await nobody()).get('/sign-in/with?provider=away')
  expect(page.status).toBe(403)
  expect(page.words).toContain('Nobody at home could not be reached')
})
