import { beforeAll, describe, expect, it } from 'vitest'
import { visit } from '../../../test/support/browse.ts'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown, type Town, townPassword } from '../../../test/support/town.ts'
import { addStaff } from '../../workforce/index.ts'

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

const csrfOf = async (visitor: Awaited<ReturnType<typeof visit>>): Promise<string> =>
  (await visitor.get('/account')).document.querySelector('input[name=_csrf]')?.getAttribute('value') ?? ''
