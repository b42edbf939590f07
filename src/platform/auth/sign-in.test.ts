import { beforeAll, describe, expect, it } from 'vitest'
import { visit } from '../../../test/support/browse.ts'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown, townPassword } from '../../../test/support/town.ts'

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
