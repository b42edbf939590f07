import { beforeAll, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { mergePeople, takeMergeApart } from './index.ts'

const opened = withHouse()
let lee: string
let other: string

beforeAll(async () => {
  const { house } = opened()
  await buildTown(house)
  lee = await arrive(house, { givenName: 'Lee', familyName: 'Whitaker', prisonNumber: 'A1234BC' })
  other = await arrive(house, { givenName: 'Leigh', familyName: 'Wittaker', prisonNumber: 'A5678BC' })
  const merged = await house.database.intake((tx) => mergePeople(tx, { survivorId: lee, mergedId: other }))
  if (!merged.ok) throw new Error(merged.refusal.message)
})

describe('two records found to be one person', () => {
  it('stand in the history, are found by the old name, and are taken apart with a reason', async () => {
    const { house } = opened()
    const rosa = await visit(house, 'rosa')
    expect((await rosa.search('A5678BC')).words).toContain('Lee Whitaker')
    const history = await rosa.get(`/people/${lee}/history`)
    expect(history.words).toContain('Old: replaced by a merge')
    const link = history.document.querySelector('a[href$=undo]')?.getAttribute('href') ?? ''
    expect((await rosa.send(link, { why: '' })).status).toBe(422)
    const asked = await rosa.send(link, { why: 'Two brothers' })
    expect(asked.words).toContain('Being taken apart')
    await takeMergeApart.run(
      { mergeId: link.split('/')[4] ?? '' },
      { database: house.database, clock: house.services.clock },
    )
    const after = await rosa.get(`/people/${lee}/history`)
    expect(after.words).toContain('by Rosa Example: Two brothers')
    expect((await rosa.get(`/people/${other}`)).words).toContain('Leigh Wittaker')
    expect((await rosa.get(link)).status).toBe(404)
  })
})
