import { beforeEach, describe, expect, it } from 'vitest'
import { type Visited, type Visitor, visit } from '../../../../test/support/browse.ts'
import { withHouse } from '../../../../test/support/house.ts'
import { buildTown, townPassword } from '../../../../test/support/town.ts'
import { codeOf, stepAt } from './totp.ts'

const opened = withHouse()

const fieldOf = (page: Visited, name: string): string =>
  page.document.querySelector(`main [name=${name}]`)?.getAttribute('value') ?? ''

const codesOn = (page: Visited): readonly string[] =>
  [...page.document.querySelectorAll('.tc-recovery-codes li')].map((item) => item.textContent.trim())

const keyOn = (page: Visited): string =>
  page.document.querySelector('main ol .tc-code')?.textContent.replaceAll(' ', '') ?? ''

const later = (seconds: number): void => {
  const { clock } = opened()
  clock.set(clock.now().add({ seconds }))
}

const codeNow = (key: string): string => codeOf(key, stepAt(opened().clock.now()))

interface SetUp {
  readonly key: string
  readonly codes: readonly string[]
  readonly sent: Readonly<Record<string, string>>
}

const setUp = async (visitor: Visitor): Promise<SetUp> => {
  const page = await visitor.get('/account/second-step')
  const key = keyOn(page)
  const sent = {
    _csrf: fieldOf(page, '_csrf'),
    _idempotency_key: fieldOf(page, '_idempotency_key'),
    sealed: fieldOf(page, 'sealed'),
    code: codeNow(key),
  }
  return { key, codes: codesOn(await visitor.post('/account/second-step', sent)), sent }
}

const withPassword = async (signInName: string): Promise<Visitor> => {
  const visitor = await visit(opened().house, null)
  await visitor.post('/sign-in', { sign_in_name: signInName, password: townPassword, to: '/people' })
  return visitor
}

const isIn = async (visitor: Visitor): Promise<boolean> => (await visitor.get('/account')).status === 200

const audited = async (): Promise<readonly string[]> => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: opened().house.located.adminUrl })
  await client.connect()
  const { rows } = await client.query(
    `select action || ' ' || outcome || coalesce(' ' || subject, '') as words from throughcare.audit_event where action not like 'view%' order by at, id`,
  )
  await client.end()
  return rows.map(({ words }) => words)
}

let people = ['rosa', 'colin', 'tessa', 'nadia', 'kev', 'isla', 'amira', 'wes', 'gail', 'otto']
const nextPerson = (): string => {
  const [name = '', ...rest] = people
  people = rest
  return name
}

let name: string
let built = false

beforeEach(async () => {
  if (!built) await buildTown(opened().house)
  built = true
  name = nextPerson()
})

describe('codes from an app', () => {
  it('are set up with a square, a key in letters and a first code, which is not taken again', async () => {
    const visitor = await visit(opened().house, name)
    const page = await visitor.get('/account/second-step')
    expect(page.html).toContain('<svg')
    const { key, codes } = await setUp(visitor)
    expect(codes).toHaveLength(10)
    expect((await visitor.get('/account')).words).toContain('Asked for after your password since Monday')
    const again = await withPassword(name)
    expect((await again.post('/sign-in/code', { code: codeNow(key) })).words).toContain('used already')
    later(30)
    expect((await again.post('/sign-in/code', { code: codeNow(key) })).location).toBe('/people')
    expect(await isIn(again)).toBe(true)
  })

  it('are not set up with a wrong code, and the key stays the same to try again', async () => {
    const visitor = await visit(opened().house, name)
    const page = await visitor.get('/account/second-step')
    const answer = await visitor.post('/account/second-step', {
      _csrf: fieldOf(page, '_csrf'),
      sealed: fieldOf(page, 'sealed'),
      code: '000000',
    })
    expect(answer.status).toBe(422)
    expect(keyOn(answer)).toBe(keyOn(page))
    expect((await visitor.get('/account')).words).toContain('Not set up')
  })

  it('are asked for before anything is open', async () => {
    await setUp(await visit(opened().house, name))
    const half = await withPassword(name)
    expect((await half.get('/people')).location).toContain('/sign-in?to=')
    expect((await half.get('/sign-in/code')).words).toContain('Six figures')
  })

  it('take one of two that are sent at once', async () => {
    const { key } = await setUp(await visit(opened().house, name))
    later(30)
    const [one, other] = [await withPassword(name), await withPassword(name)]
    const answers = await Promise.all(
      [one, other].map((each) => each.post('/sign-in/code', { code: codeNow(key) })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  it('close for fifteen minutes after eight wrong ones', async () => {
    const { key } = await setUp(await visit(opened().house, name))
    const half = await withPassword(name)
    for (let tries = 0; tries < 8; tries += 1) await half.post('/sign-in/code', { code: '000000' })
    later(30)
    expect((await half.post('/sign-in/code', { code: codeNow(key) })).words).toContain('Wait 15 minutes')
    later(16 * 60)
    const later2 = await withPassword(name)
    expect((await later2.post('/sign-in/code', { code: codeNow(key) })).location).toBe('/people')
  })

  it('wait ten minutes for somebody with the right password, and no longer', async () => {
    const { key } = await setUp(await visit(opened().house, name))
    const half = await withPassword(name)
    later(10 * 60)
    expect((await half.post('/sign-in/code', { code: codeNow(key) })).location).toBe('/sign-in')
  })
})

describe('recovery codes', () => {
  it('let in once each, however they are typed, and are written down as used', async () => {
    const { codes } = await setUp(await visit(opened().house, name))
    const [code = ''] = codes
    const one = await withPassword(name)
    expect(
      (await one.post('/sign-in/recovery-code', { recovery_code: ` ${code.toLowerCase()} ` })).location,
    ).toBe('/people')
    expect((await one.get('/account')).words).toContain('9 left')
    const other = await withPassword(name)
    expect((await other.post('/sign-in/recovery-code', { recovery_code: code })).words).toContain(
      'used already',
    )
    expect(await audited()).toContain('sign_in done password_and_recovery_code')
    expect(await audited()).toContain('sign_in refused password_and_recovery_code')
  })

  it('are shown again to the same form within ten minutes only, and never by another page', async () => {
    const visitor = await visit(opened().house, name)
    const { codes, sent } = await setUp(visitor)
    expect(codesOn(await visitor.post('/account/second-step', sent))).toEqual(codes)
    later(10 * 60)
    expect(codesOn(await visitor.post('/account/second-step', sent))).toEqual([])
  })

  it('stop working when new ones are made', async () => {
    const visitor = await visit(opened().house, name)
    const { codes } = await setUp(visitor)
    const page = await visitor.get('/account/recovery-codes')
    expect(page.words).toContain('The 10 that you have now stop working')
    const made = codesOn(
      await visitor.post('/account/recovery-codes', {
        _csrf: fieldOf(page, '_csrf'),
        _idempotency_key: fieldOf(page, '_idempotency_key'),
      }),
    )
    expect(made).toHaveLength(10)
    const half = await withPassword(name)
    expect((await half.post('/sign-in/recovery-code', { recovery_code: codes[0] ?? '' })).status).toBe(422)
    expect((await half.post('/sign-in/recovery-code', { recovery_code: made[0] ?? '' })).location).toBe(
      '/people',
    )
  })
})

describe('changing how one signs in', () => {
  it('asks for a fresh sign-in after a quarter of an hour', async () => {
    const visitor = await visit(opened().house, name)
    later(16 * 60)
    const page = await visitor.get('/account/second-step')
    expect(page.location).toBe('/sign-in?to=%2Faccount%2Fsecond-step&again=yes')
    expect((await visitor.get(page.location ?? '')).words).toContain('Sign in again before you change')
  })
})
