import { beforeAll, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { personHeader, personName } from './index.ts'

const opened = withHouse()
let town: Town
let lee: string

const headerAs = (who: string, personId: string) => {
  const { id, role } = town.staff[who] ?? { id: '', role: 'recovery_worker' }
  return opened().house.database.read({ staffId: id, role }, (tx) => personHeader(tx, personId))
}

beforeAll(async () => {
  town = await buildTown(opened().house)
  lee = await arrive(opened().house, {
    givenName: 'Lee',
    familyName: 'Whitaker',
    prisonNumber: 'A1234BC',
    wing: 'C',
    flag: { kind: 'allergy', detail: 'penicillin' },
    confirmedRelease: '2026-12-04',
  })
})

describe('who a page is about', () => {
  it('says where they are, when they leave and what keeps them safe', async () => {
    const found = await headerAs('rosa', lee)
    expect(found.ok && personName(found.value)).toBe('Lee Whitaker')
    expect(found.ok && found.value).toMatchObject({
      prisonNumber: 'A1234BC',
      where: 'Leeds, C wing',
      flags: [{ kind: 'allergy', detail: 'penicillin' }],
      release: { type: 'CONF', warning: expect.stringContaining('Friday') },
    })
  })

  it.each(['isla', 'amira', 'ada', 'kev', 'mo'])(
    'answers %s, who does not work with them, as nobody',
    async (who) => {
      const found = await headerAs(who, lee)
      expect(found).toMatchObject({ ok: false, refusal: { kind: 'not_found' } })
    },
  )
})
