import { describe, expect, it } from 'vitest'
import { loadDemonstration } from '../../src/demonstration/index.ts'
import { ok } from '../../src/platform/result.ts'
import { rebuildObligations } from '../../src/standards/index.ts'
import { withHouse } from '../support/house.ts'

const opened = withHouse()

describe('the demonstration', () => {
  it('loads once, 400 people, and what it derived is what the facts say', async () => {
    const { house } = opened()
    const told: string[] = []
    expect(await loadDemonstration(house.database, (words) => told.push(words))).toBe(true)
    expect(await loadDemonstration(house.database, () => {})).toBe(false)
    expect(told.at(-1)).toContain('400 people')
    expect(await rebuildObligations(house.database, () => {})).toEqual({ people: 400, changed: 0 })
  })

  it('has every state of the main job', async () => {
    const counts = await opened().house.database.intake(async ({ db }) => {
      const places = await db
        .selectFrom('whereabouts')
        .select(['status', db.fn.countAll<number>().as('people')])
        .groupBy('status')
        .execute()
      const offers = await db
        .selectFrom('handover')
        .select(['state', db.fn.countAll<number>().as('handovers')])
        .groupBy('state')
        .execute()
      return ok({ places, offers })
    })
    expect(counts.ok).toBe(true)
    if (!counts.ok) return
    expect(counts.value.places.map(({ status }) => status).sort()).toEqual(
      [
        'at_court',
        'died',
        'in_community',
        'in_custody',
        'in_hospital',
        'not_known',
        'temporary_release',
      ].sort(),
    )
    expect(counts.value.offers.map(({ state }) => state).sort()).toEqual([
      'accepted',
      'closed',
      'declined',
      'open',
      'seen',
      'sent',
    ])
  })
})
