import { beforeAll, describe, expect, it } from 'vitest'
import { movement, person } from '../../test/security/record.ts'
import { record } from '../../test/security/rows.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { systemIds } from '../platform/ids.ts'
import { viewsOfPerson } from './index.ts'

const opened = withHouse()
let town: Town
const lee = systemIds.next()

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  await record(house, [lee], (tx) => [
    ...person(tx, lee, 'Looked'),
    movement(tx, lee, 'admission', 'LEI', '2026-11-20'),
  ])
})

const as = (name: string) => ({ staffId: town.staff[name]?.id ?? '', role: town.staff[name]?.role ?? '' })
const told = (who: string, names: boolean) =>
  opened().house.database.read(as(who), (tx) => viewsOfPerson(tx, lee, { names }))

describe('who has looked, for the person to be told', () => {
  it('is by role and service, and by name where they ask', async () => {
    const rosa = await visit(opened().house, 'rosa')
    await rosa.get(`/people/${lee}`)
    await rosa.get(`/people/${lee}/history`)
    await (await visit(opened().house, 'colin')).get(`/people/${lee}`)
    const plain = await told('rosa', false)
    expect(
      plain.map(({ role, services, name, opened: times }) => [role, services, name, times]).sort(),
    ).toEqual([
      ['coordinator', 'Leeds recovery team', null, 1],
      ['recovery_worker', 'Leeds recovery team', null, 2],
    ])
    const named = await told('rosa', true)
    expect(named.map(({ name }) => name).sort()).toEqual(['Colin Example', 'Rosa Example'])
  })

  it('is told by nobody who may not see them', async () => {
    for (const who of ['isla', 'amira', 'kev', 'ada', 'commy']) expect(await told(who, true), who).toEqual([])
  })
})
