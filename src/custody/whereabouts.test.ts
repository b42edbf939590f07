import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Movement, MovementType, Place } from './model.ts'
import { distinctMovements } from './movement-order.ts'
import { placeAsSeen } from './sightings.ts'
import { aMovement } from './testing.ts'
import { custodyHistory } from './whereabouts.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const admitted = aMovement('admission', '2026-01-05T16:00', { establishment: 'LEI' })
const released = aMovement('release', '2026-03-02T09:00', { establishment: 'MDI' })

const placeOf = (...movements: Movement[]) => custodyHistory(movements).place

/** Days as text, so that a difference can be read. */
const shown = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('where somebody is', () => {
  test('nobody has told us', () => expect(placeOf()).toEqual({ kind: 'not_known' }))

  test.each<[MovementType, Place['kind']]>([
    ['to_court', 'at_court'],
    ['from_court', 'in_custody'],
    ['to_hospital', 'in_hospital'],
    ['from_hospital', 'in_custody'],
    ['temporary_release', 'temporary_release'],
    ['transfer_out', 'in_transit'],
    ['release', 'in_community'],
    ['removal', 'removed'],
    ['death', 'died'],
    ['unknown', 'in_custody'],
  ])('after %s: %s', (type, kind) =>
    expect(placeOf(admitted, aMovement(type, '2026-02-01T10:00')).kind).toBe(kind),
  )

  test('somebody at court still belongs to their prison, though the message names none', () =>
    expect(
      shown(placeOf(admitted, aMovement('to_court', '2026-02-01T10:00', { establishment: null }))),
    ).toEqual({
      kind: 'at_court',
      establishment: 'LEI',
      since: '2026-02-01',
    }))

  test('between two prisons until the second says they came', () => {
    const out = aMovement('transfer_out', '2026-02-01T08:00', { establishment: 'LEI' })
    const arrived = aMovement('transfer_in', '2026-02-02T15:00', { establishment: 'MDI' })
    expect(shown(placeOf(admitted, out))).toEqual({ kind: 'in_transit', from: 'LEI', since: '2026-02-01' })
    expect(shown(custodyHistory([admitted, out, arrived]).spells[0]?.transfers)).toEqual([
      { from: 'LEI', to: 'MDI', left: '2026-02-01', arrived: '2026-02-02' },
    ])
  })
})

describe('stays', () => {
  test('go from admission to release, and remember from where somebody left', () => {
    const toCourt = aMovement('to_court', '2026-03-02T08:00')
    expect(shown(custodyHistory([admitted, toCourt, released]).spells)).toMatchObject([
      {
        start: { day: '2026-01-05', establishment: 'LEI' },
        end: { how: 'release', day: '2026-03-02', from: 'at_court' },
      },
    ])
  })

  test('of a release without an admission have no known start', () =>
    expect(shown(custodyHistory([released]).spells)).toMatchObject([
      { start: null, end: { day: '2026-03-02' } },
    ]))

  test('of two admissions without a release are two, the first of unknown end', () => {
    const again = aMovement('admission', '2026-02-20T10:00')
    expect(custodyHistory([again, admitted]).spells.map(({ end }) => end?.how ?? 'open')).toEqual([
      'not_told',
      'open',
    ])
  })

  test('go on when somebody is readmitted', () => {
    const back = aMovement('readmission', '2026-03-03T10:00')
    const history = custodyHistory([admitted, released, back])
    expect(history.spells).toHaveLength(1)
    expect(history.spells[0]?.end).toBeNull()
    expect(history.place.kind).toBe('in_custody')
  })

  test('that begin by recall say so', () =>
    expect(custodyHistory([{ ...admitted, reasonCode: 'L' }]).spells[0]?.start?.recall).toBe(true))

  test('of a transfer in without anything before it begin at an unknown day', () => {
    const history = custodyHistory([aMovement('transfer_in', '2026-02-01T10:00')])
    expect(shown(history.spells)).toMatchObject([
      { start: null, end: null, transfers: [{ from: null, to: 'MDI' }] },
    ])
  })
})

describe('death', () => {
  test('known from elsewhere ends the stay on its day, and a release told later is that death', () => {
    const history = custodyHistory([admitted, released], day('2026-02-28'))
    expect(shown(history.spells[0]?.end)).toMatchObject({ how: 'death', day: '2026-02-28' })
    expect(shown(history.place)).toEqual({ kind: 'died', since: '2026-02-28' })
  })

  test('on the day of release comes after the release', () => {
    const history = custodyHistory([admitted, released], day('2026-03-02'))
    expect(history.spells[0]?.end?.how).toBe('release')
    expect(history.place.kind).toBe('died')
  })

  test('is where movements end', () =>
    expect(placeOf(admitted, aMovement('death', '2026-02-01'), released).kind).toBe('died'))
})

describe('a movement told again', () => {
  test('under another number, with a corrected code, or from a spreadsheet counts once', () => {
    const again = { ...released, prisonNumber: 'B1234BC', reasonCode: 'XX' }
    const sheet = aMovement('release', '2026-03-02', { source: 'spreadsheet', reason: 'release' })
    expect(distinctMovements([sheet, again, released, admitted])).toHaveLength(2)
  })

  test('from a spreadsheet for another prison is another movement', () => {
    const sheet = aMovement('release', '2026-03-02', { source: 'spreadsheet', establishment: 'LEI' })
    expect(distinctMovements([sheet, released])).toHaveLength(2)
  })

  test('at another time of the day by the same spreadsheet is another movement, and the day alone is neither', () => {
    const sheet = (when: string) => aMovement('admission', when, { source: 'spreadsheet' })
    const [early, late] = [sheet('2026-02-01T10:19'), sheet('2026-02-01T19:28')]
    expect(distinctMovements([late, sheet('2026-02-01'), early, early])).toEqual([early, late])
    expect(distinctMovements([late, early, aMovement('admission', '2026-02-01T09:00')])).toHaveLength(1)
  })

  test('as a return from hospital is the temporary return of the feed', () => {
    const feed = aMovement('temporary_return', '2026-02-02T10:00')
    const sheet = aMovement('from_hospital', '2026-02-02', { source: 'spreadsheet' })
    expect(distinctMovements([sheet, feed])).toEqual([feed])
  })
})

const types: MovementType[] = [
  'admission',
  'readmission',
  'transfer_in',
  'transfer_out',
  'to_court',
  'from_court',
  'to_hospital',
  'from_hospital',
  'temporary_release',
  'temporary_return',
  'release',
  'removal',
  'death',
  'unknown',
]

const anyMovement = fc
  .record({
    type: fc.constantFrom(...types),
    at: fc.constantFrom(
      '2026-03-28',
      '2026-03-28T23:30',
      '2026-03-29T00:30',
      '2026-03-29',
      '2026-05-01T10:00',
    ),
    establishment: fc.constantFrom('MDI', 'LEI', null),
    source: fc.constantFrom('feed' as const, 'spreadsheet' as const, 'hand' as const),
  })
  .map(({ type, at, establishment, source }) => aMovement(type, at, { establishment, source }))

test('neither order nor repetition changes the history', () => {
  const movements = fc.array(anyMovement, { maxLength: 12 })
  const shuffled = movements.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
  )
  fc.assert(
    fc.property(shuffled, ([list, twice]) => {
      expect(shown(custodyHistory(twice))).toEqual(shown(custodyHistory(list)))
    }),
  )
})

test('at most the last stay is open, and only while somebody is in custody or nobody knows', () => {
  fc.assert(
    fc.property(fc.array(anyMovement, { maxLength: 12 }), (list) => {
      const { spells, place } = custodyHistory(list)
      expect(spells.slice(0, -1).every(({ end }) => end !== null)).toBe(true)
      if (spells.at(-1)?.end === null) expect(['in_community', 'removed', 'died']).not.toContain(place.kind)
    }),
  )
})

describe('a sighting', () => {
  const inLeeds: Place = { kind: 'in_custody', establishment: 'LEI', since: day('2026-01-05') }
  const seen = (place: Place, direction: 'in' | 'out', reason: string, establishment: string | null) =>
    placeAsSeen(place, { direction, reason, establishment }, day('2026-02-01'))

  test('moves the badge', () => {
    expect(seen(inLeeds, 'out', 'SENT_TO_COURT', 'LEI').kind).toBe('at_court')
    expect(shown(seen(inLeeds, 'in', 'TRANSFERRED', 'MDI'))).toMatchObject({
      establishment: 'MDI',
      since: '2026-02-01',
    })
  })
  test('of what is known already changes nothing, not even since when', () =>
    expect(seen(inLeeds, 'in', 'RETURN_FROM_COURT', 'LEI')).toBe(inLeeds))
  test('never opens or closes anything', () => {
    const outside: Place = { kind: 'in_community', since: day('2026-01-05') }
    expect(seen(inLeeds, 'out', 'RELEASED', 'LEI')).toBe(inLeeds)
    expect(seen(outside, 'in', 'NEW_ADMISSION', 'LEI')).toBe(outside)
    expect(seen(outside, 'in', 'TRANSFERRED', 'LEI')).toBe(outside)
  })
})
