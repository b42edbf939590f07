import { beforeAll, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { ok } from '../platform/result.ts'

const opened = withHouse()
let town: Town
let tessa: Visitor
let personId = ''

const idOf = (name: string): string => town.staff[name]?.id ?? ''
const statusFor = async (who: string): Promise<number> =>
  (await (await visit(opened().house, who)).get(`/people/${personId}`)).status

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  tessa = await visit(house, 'tessa')
  personId = await arrive(house, { givenName: 'Marcus', familyName: 'Bell', prisonNumber: 'A2010AA' })
})

describe('a record for named staff alone', () => {
  const restrict = (fields: Record<string, string | string[]>) =>
    tessa.send(`/people/${personId}/restriction`, { why: 'Works in the same town', ...fields })

  it('asks for a number to ring and a reason', async () => {
    expect((await restrict({ restricted: 'yes', ring: '' })).words).toContain('number that anybody else')
    expect((await restrict({ restricted: 'yes', ring: '0113', why: '' })).words).toContain('Say why')
  })

  it('opens to them and its leader, and to nobody else, until it is lifted', async () => {
    await restrict({ restricted: 'yes', ring: '0113 496 0001', named: [idOf('colin')] })
    expect(await statusFor('tessa')).toBe(200)
    expect(await statusFor('colin')).toBe(200)
    expect(await statusFor('rosa')).toBe(404)
    expect(await statusFor('nadia')).toBe(404)
    expect((await (await visit(opened().house, 'rosa')).search('Marcus Bell')).words).not.toContain('Bell,')
    await restrict({ restricted: 'no' })
    expect(await statusFor('rosa')).toBe(200)
  })

  it('is nobody’s to change but the leader’s of the team that holds them', async () => {
    const rosa = await visit(opened().house, 'rosa')
    expect((await rosa.get(`/people/${personId}/restriction`)).status).toBe(403)
    const { house } = opened()
    const tried = await house.database
      .write({ staffId: idOf('rosa'), role: 'recovery_worker' }, async (tx) => {
        await tx.db.deleteFrom('lock_out').execute()
        return ok(undefined)
      })
      .catch((error: unknown) => String(error))
    expect(JSON.stringify(tried)).toMatch(/permission denied|"ok":false/)
  })
})

describe('locking out', () => {
  it('keeps one member of staff from one record, until the tick is taken off', async () => {
    const lockOut = (members: string[]) =>
      tessa.send(`/people/${personId}/lock-out`, { members, why: 'A cousin of his' })
    await lockOut([idOf('rosa'), idOf('nadia')])
    expect(await statusFor('rosa')).toBe(404)
    expect(await statusFor('colin')).toBe(200)
    await lockOut([idOf('nadia')])
    expect(await statusFor('rosa')).toBe(200)
    expect(await statusFor('nadia')).toBe(404)
    expect((await lockOut([])).words).toContain('Nobody is locked out')
  })
})
