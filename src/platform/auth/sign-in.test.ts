import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { visit } from '../../../test/support/browse.ts'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown, townPassword } from '../../../test/support/town.ts'
import { fromAddress, mayTry } from './throttle.ts'

const opened = withHouse()

beforeAll(async () => {
  await buildTown(opened().house)
})

describe('signing in', () => {
  it('sends somebody who is not signed in to sign in, and back', async () => {
    const nobody = await visit(opened().house, null)
    const page = await nobody.get('/')
    expect(page.location).toBe('/sign-in')
  })

  it('lets in who knows the password', async () => {
    const rosa = await visit(opened().house, 'rosa')
    expect((await rosa.get('/')).location).toBe('/today')
  })

  it('says the same of a wrong password and an unknown name, and keeps what was typed', async () => {
    const nobody = await visit(opened().house, null)
    const wrong = await nobody.post('/sign-in', { sign_in_name: 'rosa', password: 'not hers at all' })
    const unknown = await nobody.post('/sign-in', { sign_in_name: 'nobody', password: 'not hers at all' })
    expect(wrong.status).toBe(422)
    expect(wrong.words).toContain('The sign-in name or the password is not right')
    expect(unknown.words.replace('nobody', 'rosa')).toBe(wrong.words)
    expect(wrong.document.querySelector('[name=sign_in_name]')?.getAttribute('value')).toBe('rosa')
  })

  it('locks an account after eight wrong passwords, and opens it after fifteen minutes', async () => {
    const { house, clock } = opened()
    const nobody = await visit(house, null)
    for (let tries = 0; tries < 8; tries += 1)
      await nobody.post('/sign-in', { sign_in_name: 'colin', password: `wrong ${tries}` })
    const locked = await nobody.post('/sign-in', { sign_in_name: 'colin', password: townPassword })
    expect(locked.words).toContain('Wait 15 minutes')
    clock.set(clock.now().add({ minutes: 16 }))
    expect((await nobody.post('/sign-in', { sign_in_name: 'colin', password: townPassword })).location).toBe(
      '/',
    )
  })

  it('leads only to addresses of its own', async () => {
    const nobody = await visit(opened().house, null)
    const answer = await nobody.post('/sign-in', {
      sign_in_name: 'rosa',
      password: townPassword,
      to: '//elsewhere.example/',
    })
    expect(answer.location).toBe('/')
  })
})

describe('the record of the door', () => {
  const asAdministrator = async (query: string): Promise<readonly string[]> => {
    const client = new pg.Client({
      connectionString: opened().house.located.adminUrl,
      options: '-c search_path=throughcare,public',
    })
    await client.connect()
    try {
      return (await client.query(query)).rows.map((row) => row.words)
    } finally {
      await client.end()
    }
  }

  it('tells each sign-in, failed sign-in and sign-out, of whom and from where', async () => {
    const address = '203.0.113.9'
    const kev = await visit(opened().house, null, { address })
    await kev.post('/sign-in', { sign_in_name: 'kev', password: 'not his at all' })
    await kev.post('/sign-in', { sign_in_name: 'nobody', password: 'not theirs at all' })
    await kev.post('/sign-in', { sign_in_name: 'kev', password: townPassword })
    const csrf = (await kev.get('/account')).document.querySelector('[name=_csrf]')?.getAttribute('value')
    await kev.post('/sign-out', { _csrf: csrf ?? '' })
    const told =
      await asAdministrator(`select a.action || ' ' || a.outcome || ' ' || coalesce(s.full_name, 'nobody') as words
      from audit_event a left join staff s on s.id = a.staff_id
      where a.address = '${address}' and a.action like 'sign%' order by a.at, a.id`)
    expect(told).toEqual([
      'sign_in refused Kev Example',
      'sign_in refused nobody',
      'sign_in done Kev Example',
      'sign_out done Kev Example',
    ])
  })

  it('stops a sign-in where it cannot be written', async () => {
    const sessions = `select count(*)::text as words from session`
    const before = await asAdministrator(sessions)
    await asAdministrator('revoke execute on function append_audit from throughcare_auth')
    const nobody = await visit(opened().house, null)
    const answer = await nobody.post('/sign-in', { sign_in_name: 'isla', password: townPassword })
    await asAdministrator('grant execute on function append_audit to throughcare_auth')
    expect(answer.status).toBe(500)
    expect(await asAdministrator(sessions)).toEqual(before)
    expect((await nobody.get('/account')).location).toContain('/sign-in')
  })

  it('closes an address after a hundred wrong tries, whatever names they are made with', async () => {
    const address = '203.0.113.10'
    const { services } = opened().house
    for (let each = 0; each < 99; each += 1) await mayTry(services, fromAddress(address))
    const thief = await visit(opened().house, null, { address })
    await thief.post('/sign-in', { sign_in_name: 'one', password: 'a guess at it' })
    const answer = await thief.post('/sign-in', { sign_in_name: 'gail', password: townPassword })
    expect(answer.words).toContain('Wait 15 minutes')
    const gail = await visit(opened().house, null, { address: '203.0.113.11' })
    expect((await gail.post('/sign-in', { sign_in_name: 'gail', password: townPassword })).status).toBe(303)
  })
})
