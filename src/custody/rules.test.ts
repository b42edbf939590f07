import { describe, expect, test } from 'vitest'
import type { Place } from './model.ts'
import { isInCustody, isReleaseIntoCommunity, leftUnexpectedly, whyItDoesNotFit } from './rules.ts'
import { aMovement } from './testing.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-22')
const inside: Place = { kind: 'in_custody', establishment: 'LEI', since: day('2026-11-01') }
const outside: Place = { kind: 'in_community', since: day('2026-11-01') }

describe('a release into the community', () => {
  test.each([
    ['release', null, true],
    ['release', '2026-11-10', true],
    ['release', '2026-11-09', false],
    ['removal', null, false],
    ['death', null, false],
    ['to_court', null, false],
  ] as const)('%s of somebody who died on %s: %s', (type, diedOn, expected) =>
    expect(isReleaseIntoCommunity(aMovement(type, '2026-11-10'), diedOn === null ? null : day(diedOn))).toBe(
      expected,
    ),
  )
})

test('leaving from court or hospital is unexpected, dying there is not a release', () => {
  expect(leftUnexpectedly({ how: 'release', from: 'at_court' })).toBe(true)
  expect(leftUnexpectedly({ how: 'release', from: 'in_custody' })).toBe(false)
  expect(leftUnexpectedly({ how: 'death', from: 'at_court' })).toBe(false)
})

test('who is at court or on the road is in custody', () => {
  expect(isInCustody({ ...inside, kind: 'at_court' })).toBe(true)
  expect(isInCustody({ kind: 'in_transit', from: null, since: today })).toBe(true)
  expect(isInCustody(outside)).toBe(false)
})

describe('a movement recorded by hand', () => {
  test.each([
    ['release', '2026-11-20', inside, null],
    ['admission', '2026-11-20', outside, null],
    ['release', '2026-11-23', inside, /not in the future/],
    ['release', '2026-11-20', outside, /record the admission first/],
    ['admission', '2026-11-20', inside, /in custody already/],
    ['release', '2026-10-31', inside, /Something later/],
    ['admission', '2026-11-20', { kind: 'died', since: day('2026-11-01') }, /has died/],
    ['death', '2026-11-20', outside, null],
    ['transfer_out', '2026-11-20', { kind: 'not_known' }, /record the admission first/],
  ] as const)('%s on %s', (type, at, place, why) => {
    const sentence = whyItDoesNotFit(aMovement(type, at), place, today)
    if (why === null) expect(sentence).toBeNull()
    else expect(sentence).toMatch(why)
  })
})
