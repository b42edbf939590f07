import { beforeAll, describe, expect, it } from 'vitest'
import { type Visited, type Visitor, visit } from '../../../../test/support/browse.ts'
import { withHouse } from '../../../../test/support/house.ts'
import { buildTown, type Town, townPassword } from '../../../../test/support/town.ts'
import { codeOf, stepAt } from './totp.ts'

const opened = withHouse()
let town: Town

const field = (page: Visited, name: string): string =>
  page.document.querySelector(`main [name=${name}]`)?.getAttribute('value') ?? ''

beforeAll(async () => {
  town = await buildTown(opened().house)
  const ada = await visit(opened().house, 'ada')
  expect((await ada.get('/organisation/signing-in')).words).toContain('Northern Recovery')
  const nonsense = await ada.send('/organisation/signing-in', { required: 'constructor' })
  expect(nonsense.words).toContain('Say whether a password is enough')
  const saved = await ada.send('/organisation/signing-in', { required: 'yes' })
  expect(saved.words).toContain('Saved. It counts from each one’s next sign-in')
})

const setUp = async (visitor: Visitor): Promise<Visited> => {
  const page = await visitor.get('/account/second-step')
  const key = page.document.querySelector('main ol .tc-code')?.textContent.replaceAll(' ', '') ?? ''
  return visitor.post('/account/second-step', {
    _csrf: field(page, '_csrf'),
    _idempotency_key: field(page, '_idempotency_key'),
    sealed: field(page, 'sealed'),
    code: codeOf(key, stepAt(opened().clock.now())),
  })
}

const passkeyFor = (staffId: string): Promise<unknown> =>
  opened().house.database.auth((db) =>
    db
      .insertInto('passkey')
      .values({
        id: `key-of-${staffId}`,
        staff_id: staffId,
        public_key: Buffer.from('none'),
        counter: 0,
        transports: [],
        name: 'Telephone',
        backed_up: false,
        added_at: opened().clock.now(),
      })
      .execute(),
  )

describe('where an organisation asks for more than a password', () => {
  it('nothing is open before it is set up, and everything after', async () => {
    const rosa = await visit(opened().house, 'rosa')
    for (const path of ['/today', '/people', '/account', '/account/password'])
      expect((await rosa.get(path)).location, path).toBe('/account/second-step')
    expect((await rosa.post('/people/new', { family_name: 'Bell' })).location).toBe('/account/second-step')
    expect((await rosa.get('/account/second-step')).words).toContain('Set this up once, or add a passkey')
    expect((await rosa.get('/account/passkeys/new')).status).toBe(200)
    expect((await setUp(rosa)).words).toContain('Your recovery codes')
    expect((await rosa.get('/today')).status).toBe(200)
  })

  it('who has it set up is asked for it, and nobody sets up another with the password alone', async () => {
    await setUp(await visit(opened().house, 'colin'))
    const half = await visit(opened().house, null)
    const answer = await half.post('/sign-in', { sign_in_name: 'colin', password: townPassword })
    expect(answer.location).toBe('/sign-in/code')
    expect((await half.get('/account/second-step')).location).toContain('/sign-in')
  })

  it('who has a passkey alone is asked for that, and gets no way round it', async () => {
    await passkeyFor(town.staff.tessa?.id ?? '')
    const tessa = await visit(opened().house, null)
    const answer = await tessa.post('/sign-in', { sign_in_name: 'tessa', password: townPassword })
    expect(answer.words).toContain('Sign in with your passkey')
    expect((await tessa.get('/account/second-step')).location).toContain('/sign-in')
  })

  it('others are asked for nothing more', async () => {
    const nadia = await visit(opened().house, 'nadia')
    expect((await nadia.get('/today')).status).toBe(200)
  })
})
