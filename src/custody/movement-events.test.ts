import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeedLine } from './model.ts'
import { readFeedLine } from './movement-events.ts'

const release = {
  eventType: 'prison-offender-events.prisoner.released',
  version: 1,
  occurredAt: '2026-03-02T09:12:00+00:00',
  description: 'words',
  additionalInformation: {
    nomsNumber: 'Z9999ZZ',
    reason: 'RELEASED',
    prisonId: 'MDI',
    nomisMovementReasonCode: 'CR',
    currentLocation: 'OUTSIDE_PRISON',
    currentPrisonStatus: 'NOT_UNDER_PRISON_CARE',
  },
}

const read = (change: object = {}, information: object = {}): FeedLine =>
  readFeedLine(
    JSON.stringify({
      ...release,
      ...change,
      additionalInformation: { ...release.additionalInformation, ...information },
    }),
  )

const received = (reason: string) =>
  read({ eventType: 'prison-offender-events.prisoner.received' }, { reason })

const movementOf = (line: FeedLine) => {
  if (line.kind !== 'movement') throw new Error(JSON.stringify(line))
  return line.movement
}

describe('a release into the community', () => {
  test('is RELEASED and no longer under prison care', () =>
    expect(movementOf(read())).toMatchObject({
      prisonNumber: 'Z9999ZZ',
      type: 'release',
      establishment: 'MDI',
      reasonCode: 'CR',
      reasonKnown: true,
      source: 'feed',
    }))

  test.each([
    ['RELEASED', 'UNDER_PRISON_CARE', 'unknown'],
    ['RELEASED_TO_HOSPITAL', 'NOT_UNDER_PRISON_CARE', 'to_hospital'],
    ['SENT_TO_COURT', 'UNDER_PRISON_CARE', 'to_court'],
    ['TRANSFERRED', 'UNDER_PRISON_CARE', 'transfer_out'],
    ['TEMPORARY_ABSENCE_RELEASE', 'UNDER_PRISON_CARE', 'temporary_release'],
    ['UNKNOWN', 'NOT_UNDER_PRISON_CARE', 'unknown'],
  ])('%s with %s is not one but %s', (reason, currentPrisonStatus, type) =>
    expect(movementOf(read({}, { reason, currentPrisonStatus })).type).toBe(type),
  )

  test.each([
    ['DEIRC', 'removal', true],
    ['dd', 'removal', true],
    ['DEC', 'death', true],
    ['ZZZ', 'release', false],
    ['UAL', 'release', false],
    [null, 'release', true],
  ])('with reason code %s is a %s, understood: %s', (nomisMovementReasonCode, type, reasonKnown) =>
    expect(movementOf(read({}, { nomisMovementReasonCode }))).toMatchObject({ type, reasonKnown }),
  )

  test('that does not say whether prison care ended is rejected', () =>
    expect(read({}, { currentPrisonStatus: null })).toMatchObject({
      kind: 'rejected',
      field: 'additionalInformation.currentPrisonStatus',
    }))
})

test.each([
  ['ADMISSION', 'admission'],
  ['READMISSION', 'readmission'],
  ['TRANSFERRED', 'transfer_in'],
  ['RETURN_FROM_COURT', 'from_court'],
  ['TEMPORARY_ABSENCE_RETURN', 'temporary_return'],
  ['SOMETHING_NEW', 'unknown'],
])('received with %s is a movement of type %s', (reason, type) =>
  expect(movementOf(received(reason)).type).toBe(type),
)

describe('the day is the day in Europe/London', () => {
  test.each([
    ['2026-06-30T23:30:00Z', '2026-07-01', '2026-06-30T23:30:00Z'],
    ['2026-06-30T23:30:00+01:00', '2026-06-30', '2026-06-30T22:30:00Z'],
    ['2026-06-30T23:30:00', '2026-06-30', '2026-06-30T22:30:00Z'],
    ['2026-12-31T23:59:59', '2026-12-31', '2026-12-31T23:59:59Z'],
    ['2026-10-25T01:30:00', '2026-10-25', '2026-10-25T00:30:00Z'],
    ['2026-03-29T01:30:00', '2026-03-29', '2026-03-29T01:30:00Z'],
    ['2026-03-29T00:59:59', '2026-03-29', '2026-03-29T00:59:59Z'],
    ['2026-01-31T00:10:00+02:00', '2026-01-30', '2026-01-30T22:10:00Z'],
  ])('%s is on %s', (occurredAt, day, instant) => {
    const movement = movementOf(read({ occurredAt }))
    expect([movement.day.toString(), movement.instant.toString()]).toEqual([day, instant])
  })

  test.each([
    '2026-02-31T10:00:00Z',
    '2026-02-31T10:00:00',
    '2026-13-01T10:00:00Z',
    '0026-01-01T10:00:00',
    'x',
    '',
    null,
  ])('an instant that does not exist (%s) is rejected', (occurredAt) =>
    expect(read({ occurredAt })).toMatchObject({ kind: 'rejected', field: 'occurredAt' }),
  )
})

describe('tolerance', () => {
  test('numbers as strings, strings as numbers, a version as a string', () =>
    expect(
      movementOf(read({ version: '1.0' }, { nomsNumber: 123456, nomisMovementReasonCode: 24 })),
    ).toMatchObject({
      prisonNumber: '123456',
      reasonCode: '24',
    }))

  test('the number among the references where the information has none', () => {
    const personReference = {
      identifiers: [
        { type: 'CRN', value: 'X123456' },
        { type: 'NOMS', value: 'a1234bc' },
      ],
    }
    expect(movementOf(read({ personReference }, { nomsNumber: null })).prisonNumber).toBe('A1234BC')
  })

  test('the envelope of a queue', () => {
    const line = JSON.stringify({ MessageId: '1', Message: JSON.stringify(release) })
    expect(movementOf(readFeedLine(line)).type).toBe('release')
  })

  test('a byte-order mark and Windows line ends', () =>
    expect(movementOf(readFeedLine(`\ufeff${JSON.stringify(release)}\r`)).type).toBe('release'))

  test.each([['OUT'], ['TRN'], [null], ['']])('prison %j is no prison', (prisonId) =>
    expect(movementOf(read({}, { prisonId })).establishment).toBeNull(),
  )
})

test('the search family only sees where somebody is', () =>
  expect(read({ eventType: 'prisoner-offender-search.prisoner.released' })).toEqual({
    kind: 'whereabouts',
    sighting: {
      prisonNumber: 'Z9999ZZ',
      instant: Temporal.Instant.from('2026-03-02T09:12:00Z'),
      direction: 'out',
      reason: 'RELEASED',
      establishment: 'MDI',
    },
  }))

describe('identity', () => {
  const merge = 'prison-offender-events.prisoner.merged'
  test('a merge keeps nomsNumber, whatever the description says', () =>
    expect(
      read({ eventType: merge, description: 'Z9999ZZ into A1111AA' }, { removedNomsNumber: 'A1111AA' }),
    ).toMatchObject({
      kind: 'merged',
      merge: { survivor: 'Z9999ZZ', removed: 'A1111AA' },
    }))
  test('a number is not merged into itself', () =>
    expect(read({ eventType: merge }, { removedNomsNumber: 'z9999zz' }).kind).toBe('rejected'))
  test('a merge without the number that goes is rejected', () =>
    expect(read({ eventType: merge })).toMatchObject({ field: 'additionalInformation.removedNomsNumber' }))
  test('a booking that moved says from whom to whom, and since when', () =>
    expect(
      read(
        { eventType: 'prison-offender-events.prisoner.booking.moved' },
        {
          movedFromNomsNumber: 'A1111AA',
          movedToNomsNumber: 'A2222BB',
          bookingStartDateTime: '2026-01-02T03:04:05',
        },
      ),
    ).toMatchObject({
      kind: 'booking_moved',
      from: 'A1111AA',
      to: 'A2222BB',
      bookingStart: expect.anything(),
    }))
  test('a deleted booking is for review, with or without a person', () =>
    expect(
      read(
        { eventType: 'prison-offender-events.prisoner.booking.deleted' },
        { bookingId: 7, nomsNumber: null },
      ),
    ).toMatchObject({ kind: 'booking_deleted', bookingId: '7', prisonNumber: null }))
})

describe('what cannot be taken', () => {
  test.each([
    '{"eventType": "prison-offender-events.prisoner.rel',
    '',
    '[]',
    '1',
    'null',
    '{}',
    '{"Message":"x"}',
    '\0',
  ])('%j is rejected', (line) => expect(readFeedLine(line).kind).toBe('rejected'))
  test.each([
    [{ nomsNumber: 'nobody' }, 'additionalInformation.nomsNumber'],
    [{ nomsNumber: null }, 'additionalInformation.nomsNumber'],
    [{ reason: undefined }, 'additionalInformation.reason'],
    [{ reason: { deep: true } }, 'additionalInformation.reason'],
  ])('%j is rejected for %s', (information, field) =>
    expect(read({}, information)).toMatchObject({ kind: 'rejected', field }),
  )

  test('an event type that is not used is ignored', () =>
    expect(read({ eventType: 'prisoner-offender-search.prisoner.updated' }).kind).toBe('ignored'))

  test('no line whatever breaks the reader', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.object().map((value) => JSON.stringify({ ...release, ...value })),
    )
    fc.assert(
      fc.property(line, (text) => {
        expect(readFeedLine(text)).toHaveProperty('kind')
      }),
    )
  })
})
