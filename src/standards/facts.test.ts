import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupFacts, inOrder } from './facts.ts'
import type { Fact } from './model.ts'

/** Many of two kinds on few days, in any order: more than are put in their place one by one. */
const many: fc.Arbitrary<readonly Fact[]> = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 20 }), kept: fc.boolean() }), {
    minLength: 10,
    maxLength: 80,
  })
  .map((told) =>
    told.map(({ day, kept }, index): Fact => {
      const recorded = { id: `f${index}`, day, at: day * 86_400_000, serviceId: null }
      return kept
        ? { ...recorded, kind: 'contact', outcome: 'kept', purpose: 'one_to_one' }
        : { ...recorded, kind: 'acct_opened' }
    }),
  )

test('however far out of order facts are told, each kind and several as one story are in order', () => {
  fc.assert(
    fc.property(many, (facts) => {
      const grouped = groupFacts(facts)
      const sorted = facts.toSorted(inOrder)
      expect(grouped.of('contact')).toEqual(sorted.filter(({ kind }) => kind === 'contact'))
      expect(grouped.among(['acct_opened', 'contact'])).toEqual(sorted)
    }),
    { numRuns: 300 },
  )
})
