import { beforeAll, describe, expect, it } from 'vitest'
import { visit } from '../../../../test/support/browse.ts'
import { withHouse } from '../../../../test/support/house.ts'
import { buildTown, type Town, townPassword } from '../../../../test/support/town.ts'
import { addStaff } from '../../../workforce/index.ts'

const opened = withHouse()
let town: Town

beforeAll(async () => {
  town = await buildTown(opened().house)
  await opened().house.database.intake((tx) =>
    addStaff(tx, {
      name: 'Toni Two',
      signInName: 'toni',
      password: townPassword,
      memberships: [
        { serviceId: town.services.leeds, role: 'recovery_worker', from: tx.today.subtract({ days: 9 }) },
        { serviceId: town.services.leeds, role: 'facilitator', from: tx.today.subtract({ days: 3 }) },
      ],
    }),
  )
})

describe('one’s own account', () => {
  it('says who one is and in which role one works', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const page = await rosa.get('/account')
    expect(page.words).toContain('Recovery worker')
    expect(page.words).not.toContain('another role')
  })

  it.each(['constructor', '__proto__', 'nonsense'])(
    'says nothing was done that is no word of ours: %s',
    async (word) => {
      const rosa = await visit(opened().house, 'rosa')
      const said = async (address: string) =>
        (await rosa.get(address)).document.querySelector(
          '.moj-alert, .govuk-notification-banner, .govuk-error-summary',
        )
      expect(await said('/account?done=ended')).not.toBeNull()
      expect(await said(`/account?done=${word}`)).toBeNull()
      expect(await said(`/sign-in?why=${word}`)).toBeNull()
    },
  )

  it('changes to another role that one holds, and to no other', async () => {
    const toni = await visit(opened().house, 'toni')
    const refused = await toni.post('/account/role', { role: 'administrator', _csrf: await csrfOf(toni) })
    expect(refused.status).toBe(422)
    await toni.post('/account/role', { role: 'facilitator', _csrf: await csrfOf(toni) })
    expect((await toni.get('/account')).words).toContain('Group facilitator')
  })

  it('takes no form of another sign-in', async () => {
    const toni = await visit(opened().house, 'toni')
    expect((await toni.post('/account/role', { role: 'facilitator', _csrf: 'made up' })).status).toBe(403)
  })
})

const fox = 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0'

describe('where one is signed in', () => {
  it('is listed with browser, address and how, and ended one by one', async () => {
    const { house } = opened()
    const elsewhere = await visit(house, 'colin', { address: '203.0.113.7', browser: fox })
    const here = await visit(house, 'colin', { address: '198.51.100.2' })
    const page = await here.get('/account')
    expect(page.words).toContain('Firefox on Windows203.0.113.7today at 08:55, with a password')
    expect(page.words).toContain('A browser we do not know198.51.100.2')
    const ends = [...page.document.querySelectorAll('form[action$="/end"]')]
    expect(ends).toHaveLength(1)
    await here.post(ends[0]?.getAttribute('action') ?? '', { _csrf: await csrfOf(here) })
    expect((await elsewhere.get('/account')).location).toContain('/sign-in')
    expect((await here.get('/account')).status).toBe(200)
  })

  it('is nobody else’s to end', async () => {
    const { house } = opened()
    const nadia = await visit(house, 'nadia')
    await visit(house, 'nadia')
    const page = await nadia.get('/account')
    const end = page.document.querySelector('form[action$="/end"]')?.getAttribute('action') ?? ''
    const kev = await visit(house, 'kev')
    expect((await kev.post(end, { _csrf: await csrfOf(kev) })).status).toBe(404)
    expect((await nadia.get('/account')).document.querySelectorAll('form[action$="/end"]')).toHaveLength(1)
  })

  it('ends everywhere at once', async () => {
    const { house } = opened()
    const [one, other] = [await visit(house, 'tessa'), await visit(house, 'tessa')]
    expect((await one.post('/account/sessions/end-all', { _csrf: await csrfOf(one) })).location).toBe(
      '/sign-in',
    )
    for (const each of [one, other]) expect((await each.get('/account')).location).toContain('/sign-in')
  })

  it('ends after an hour without use, and after twelve hours of use', async () => {
    const { house, clock } = opened()
    const wes = await visit(house, 'wes')
    clock.set(clock.now().add({ minutes: 59 }))
    expect((await wes.get('/account')).status).toBe(200)
    for (let minutes = 59; minutes < 12 * 60 - 50; minutes += 50) {
      clock.set(clock.now().add({ minutes: 50 }))
      expect((await wes.get('/account')).status).toBe(200)
    }
    clock.set(clock.now().add({ minutes: 50 }))
    expect((await wes.get('/account')).location).toContain('/sign-in')
    const idle = await visit(house, 'wes')
    clock.set(clock.now().add({ minutes: 60 }))
    expect((await idle.get('/account')).location).toContain('/sign-in')
  })
})

describe('one’s own password', () => {
  const change = async (visitor: Awaited<ReturnType<typeof visit>>, current: string, chosen: string) =>
    visitor.post('/account/password', { current, chosen, _csrf: await csrfOf(visitor) })

  it('is changed by who knows it, and every other session ends', async () => {
    const { house } = opened()
    const [here, elsewhere] = [await visit(house, 'amira'), await visit(house, 'amira')]
    expect((await change(here, 'not hers at all', 'six white geese walking')).words).toContain(
      'not your password now',
    )
    expect((await change(here, townPassword, 'password')).words).toContain('at least 12 characters')
    expect((await change(here, townPassword, 'six white geese walking')).location).toBe(
      '/account?done=password',
    )
    expect((await here.get('/account')).status).toBe(200)
    expect((await elsewhere.get('/account')).location).toContain('/sign-in')
    const again = await visit(house, null)
    const signIn = (password: string) => again.post('/sign-in', { sign_in_name: 'amira', password })
    expect((await signIn(townPassword)).status).toBe(422)
    expect((await signIn('six white geese walking')).location).toBe('/')
  })

  it('cannot be guessed at an open browser either', async () => {
    const gail = await visit(opened().house, 'gail')
    for (let tries = 0; tries < 8; tries += 1) await change(gail, `guess ${tries}`, 'six white geese walking')
    expect((await change(gail, townPassword, 'six white geese walking')).words).toContain('Wait 15 minutes')
  })
})

const csrfOf = async (visitor: Awaited<ReturnType<typeof visit>>): Promise<string> =>
  (await visitor.get('/account')).document.querySelector('input[name=_csrf]')?.getAttribute('value') ?? ''
