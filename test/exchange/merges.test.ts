import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { undoMerge } from '../../src/people/index.ts'
import { rebuildObligations } from '../../src/standards/index.ts'
import { merged, received, released } from '../support/feed-lines.ts'
import { scratchFolder } from '../support/files.ts'
import { withHouse } from '../support/house.ts'
import { importing } from '../support/imports.ts'
import { placeOf, rowsOf } from '../support/records.ts'

const open = withHouse()
const house = () => open().house
const take = importing(house, scratchFolder())

/** Runs steps in every order. */
const orders = <Step>(steps: readonly Step[]): readonly (readonly Step[])[] =>
  steps.length === 0
    ? [[]]
    : steps.flatMap((step, index) =>
        orders(steps.toSpliced(index, 1)).map((rest): readonly Step[] => [step, ...rest]),
      )

let next = 0
const number = (): string => {
  next += 1
  return `B${String(next).padStart(4, '0')}BB`
}

const holderOf = async (value: string): Promise<{ name: string; alias: boolean } | undefined> => {
  const [row] = await rowsOf(
    house(),
    sql<{ name: string; alias: boolean }>`select p.family_name as name, i.alias from identifier i
      join person p on p.id = i.person_id where i.value = ${value}`,
  )
  return row
}

describe('a merge told by the feed', () => {
  const steps = ['survivor', 'removed', 'merge', 'movements'] as const

  test.each(orders(steps))('joins two people: %s, %s, %s, %s', async (...order) => {
    const [kept, gone] = [number(), number()]
    const acts: Readonly<Record<(typeof steps)[number], () => Promise<unknown>>> = {
      survivor: () => take.people(`${kept}||Kept`),
      removed: () => take.people(`${gone}||Gone`),
      merge: () => take.feed(merged(kept, gone)),
      movements: () =>
        take.feed(
          received(gone, '2026-03-01T09:00:00Z', 'LEI'),
          released(kept, '2026-04-01T09:00:00Z', 'LEI'),
        ),
    }
    for (const step of order) await acts[step]()
    expect(await holderOf(kept)).toEqual({ name: 'Kept', alias: false })
    expect(await holderOf(gone)).toEqual({ name: 'Kept', alias: true })
    expect(await placeOf(house(), gone)).toMatchObject({ status: 'in_community', movements: 2 })
  })

  test.each(orders(['a', 'b', 'c', 'a to b', 'b to c'] as const).filter((_, index) => index % 5 === 0))(
    'follows a chain: %s, %s, %s, %s, %s',
    async (...order) => {
      const [a, b, c] = [number(), number(), number()]
      const acts = {
        a: () => take.people(`${a}||First`),
        b: () => take.people(`${b}||Second`),
        c: () => take.people(`${c}||Third`),
        'a to b': () => take.feed(merged(b, a)),
        'b to c': () => take.feed(merged(c, b, '2026-02-02T10:00:00Z')),
      }
      for (const step of order) await acts[step]()
      for (const each of [a, b, c]) expect(await holderOf(each)).toMatchObject({ name: 'Third' })
    },
  )

  test('is found by a number of which nothing else is known', async () => {
    const [kept, gone] = [number(), number()]
    await take.people(`${gone}||Only`)
    await take.feed(merged(kept, gone), received(kept, '2026-03-01T09:00:00Z', 'LEI'))
    expect(await holderOf(kept)).toEqual({ name: 'Only', alias: false })
    expect(await placeOf(house(), kept)).toMatchObject({ status: 'in_custody', movements: 1 })
  })

  test('can be undone: each gets back what was recorded for them', async () => {
    const [kept, gone] = [number(), number()]
    await take.people(`${kept}||Kept`, `${gone}||Gone`)
    await take.feed(
      received(kept, '2026-03-01T09:00:00Z', 'LEI'),
      received(gone, '2026-05-01T09:00:00Z', 'ISI'),
    )
    await take.dates(`${gone},CRD,2027-01-04,2026-05-02T09:00,sheet`)
    await take.feed(merged(kept, gone))
    expect(await placeOf(house(), kept)).toMatchObject({ establishment_code: 'ISI', movements: 2 })
    const [merge] = await rowsOf(
      house(),
      sql<{
        id: string
      }>`select m.id from person_merge m join identifier i on i.recorded_under = m.merged_id where i.value = ${gone}`,
    )
    const undone = await house().database.intake((tx) =>
      undoMerge(tx, { mergeId: merge?.id ?? '', by: null, why: 'Two people after all' }),
    )
    expect(undone.ok).toBe(true)
    expect(await placeOf(house(), kept)).toMatchObject({
      establishment_code: 'LEI',
      movements: 1,
      working_release_date: null,
    })
    expect(await placeOf(house(), gone)).toMatchObject({ establishment_code: 'ISI', movements: 1 })
    expect((await placeOf(house(), gone))?.working_release_date).not.toBeNull()
    expect(await holderOf(gone)).toEqual({ name: 'Gone', alias: false })
  })

  test('leaves nothing underived', async () => {
    expect((await rebuildObligations(house().database, () => {})).changed).toBe(0)
  })
})
