import { describe, expect, it } from 'vitest'
import { nameOf, postsOf } from './claims.ts'
import { readProviders } from './settings.ts'

const rules = [
  { when: { groups: 'recovery' }, role: 'recovery_worker', service: 'PRI-LEI' },
  { when: { groups: 'recovery', 'realm_access.roles': 'lead' }, role: 'team_leader', service: 'PRI-LEI' },
  { when: { staff: 'true' }, role: 'commissioner', organisation: 'Northern Recovery' },
] as const

describe('what claims give', () => {
  it.each([
    [{}, []],
    [{ groups: 'recovery' }, ['recovery_worker']],
    [{ groups: ['café', 'recovery'] }, ['recovery_worker']],
    [{ groups: ['recovery'], realm_access: { roles: ['lead'] } }, ['recovery_worker', 'team_leader']],
    [{ groups: ['recovery'], 'realm_access.roles': ['lead'] }, ['recovery_worker', 'team_leader']],
    [{ realm_access: { roles: ['lead'] } }, []],
    [{ groups: 'recovery workers' }, []],
    [{ staff: true }, ['commissioner']],
    [{ groups: { recovery: true } }, []],
  ])('%j gives %j', (claims, roles) => {
    expect(postsOf(rules, claims).map(({ role }) => role)).toEqual(roles)
  })

  it('is never given by what every object has', () => {
    const rule = { when: { constructor: 'anything' }, role: 'administrator', service: 'X' } as const
    expect(postsOf([rule], {})).toEqual([])
  })

  it('gives a name, whatever they are called by', () => {
    expect(nameOf({ nameClaim: 'display' }, { display: 'Rosa Example', name: 'R.' })).toBe('Rosa Example')
    expect(nameOf({ nameClaim: 'display' }, { sub: 'u1', email: 'rosa@example.org' })).toBe(
      'rosa@example.org',
    )
    expect(nameOf({ nameClaim: 'name' }, { sub: 'u1', name: '  ' })).toBe('u1')
  })
})

describe('the list of other services', () => {
  const good = {
    id: 'prison',
    label: 'HMPPS',
    issuer: 'https://sign-in.example.org',
    clientId: 'throughcare',
    clientSecret: 'kept',
    roles: rules,
  }
  const read = (change: object) => readProviders(JSON.stringify([{ ...good, ...change }]))

  it('is read, with what is usual where nothing is said', () => {
    const { ok, ...rest } = read({})
    expect(ok).toBe(true)
    expect(rest).toMatchObject({ value: [{ scope: 'openid profile email', nameClaim: 'name' }] })
  })

  it.each([
    [{ issuer: 'http://sign-in.example.org' }, 'THROUGHCARE_PROVIDERS.0.issuer: must be an https address'],
    [{ id: 'Prison Service' }, '0.id: must be 2 to 31 small letters'],
    [{ roles: [] }, '0.roles: needs at least one rule'],
    [{ roles: [{ when: {}, role: 'clinical', service: 'X' }] }, '0.roles.0.when: name at least one claim'],
    [{ roles: [{ when: { a: 'b' }, role: 'doctor', service: 'X' }] }, '0.roles.0.role: must be one of'],
    [{ roles: [{ when: { a: 'b' }, role: 'clinical' }] }, 'give either "service"'],
    [{ secret: 'misspelt' }, 'secret'],
  ])('refuses %j in words', (change, words) => {
    const refused = read(change)
    expect(!refused.ok && refused.refusal.message).toContain(words)
  })

  it('refuses what is not JSON, and two of the same id', () => {
    const refused = [readProviders('{'), readProviders(JSON.stringify([good, good]))]
    expect(refused.map((each) => !each.ok && each.refusal.message)).toEqual([
      'THROUGHCARE_PROVIDERS: not JSON',
      'THROUGHCARE_PROVIDERS: each needs an "id" of its own',
    ])
  })
})
