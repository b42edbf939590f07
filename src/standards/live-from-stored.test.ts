import { expect, it } from 'vitest'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { aPerson, owedTo } from '../casework/testing.ts'
import { ok } from '../platform/result.ts'
import { rebuildObligations } from './index.ts'

const opened = withHouse()

it('once a service says when it began, who was inside before owes no arrival screen', async () => {
  const { database } = opened().house
  const town = await buildTown(opened().house)
  const before = await aPerson(database, { given: 'Nick', family: 'Before', arrivedDaysAgo: 60 })
  const since = await aPerson(database, { given: 'Sam', family: 'Since', arrivedDaysAgo: 0 })
  expect(await owedTo(database, before)).toContain('arrival_screen')
  await database.intake(async (tx) => {
    await tx.db
      .updateTable('service')
      .set({ live_from: tx.today })
      .where('id', '=', town.services.leeds)
      .execute()
    return ok(null)
  })
  expect(await rebuildObligations(database, () => {})).toEqual({ people: 2, changed: 1 })
  expect(await owedTo(database, before)).not.toContain('arrival_screen')
  expect(await owedTo(database, since)).toContain('arrival_screen')
  expect(await rebuildObligations(database, () => {})).toEqual({ people: 2, changed: 0 })
})
