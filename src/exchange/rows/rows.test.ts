import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { episodeColumns, readEpisodeRow } from './episodes.ts'
import type { Cells, RowResult } from './model.ts'
import { movementColumns, readMovementRow } from './movements.ts'
import { peopleColumns, readPeopleRow } from './people.ts'
import { readReleaseDateRow, releaseDateColumns } from './release-dates.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const now = Temporal.Instant.from('2026-11-22T12:00:00Z')

const taken = <Row>(result: RowResult<Row>): Row => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.row
}
const problem = (result: RowResult<unknown>) => (result.ok ? undefined : result.problem)
const warned = (result: RowResult<unknown>) =>
  result.ok ? result.warnings.map(({ field }) => field) : undefined

describe('people.csv', () => {
  const row = {
    prison_number: 'A1234BC',
    nhs_number: '943 476 5919',
    family_name: ' Whitaker ',
    given_name: 'Lee',
    date_of_birth: '1990-02-28',
    sex: 'm',
    date_of_death: '',
  }
  const read = (change: Cells = {}) => readPeopleRow({ ...row, ...change }, today)

  test('has the header of its description', () =>
    expect(peopleColumns.join()).toBe(
      'prison_number,nhs_number,family_name,given_name,date_of_birth,sex,date_of_death',
    ))
  test('is taken in normal form', () =>
    expect(taken(read())).toMatchObject({
      nhs_number: '9434765919',
      family_name: 'Whitaker',
      sex: 'M',
      date_of_death: null,
    }))
  test.each([
    [{ date_of_birth: '1990-02-31' }, 'date_of_birth', 'There is no such day'],
    [{ date_of_birth: '28/02/1990' }, 'date_of_birth', 'Write the day as YYYY-MM-DD'],
    [{ date_of_birth: '2026-11-23' }, 'date_of_birth', 'This day is in the future'],
    [{ date_of_death: '1989-01-01' }, 'date_of_death', 'This is before the date of birth'],
    [{ nhs_number: '9434765918' }, 'nhs_number', expect.stringMatching(/last digit does not fit/)],
    [{ prison_number: 'nobody' }, 'prison_number', expect.stringMatching(/like A1234BC/)],
    [{ sex: 'male' }, 'sex', 'This must be one of: M, F, X'],
    [{ family_name: '' }, 'family_name', 'This is empty'],
    [{ given_name: 'Lee\0' }, 'given_name', 'There is a character here that cannot be kept'],
  ])('%j is rejected', (change, field, reason) => expect(problem(read(change))).toEqual({ field, reason }))
  test('a column that is not there is named', () => {
    const { sex: _, ...short } = row
    expect(problem(readPeopleRow(short, today))).toEqual({ field: 'sex', reason: 'This column is missing' })
  })
})

describe('movements.csv', () => {
  const row = {
    prison_number: '12345',
    event: 'release',
    establishment: 'HMP Barlinnie',
    at: '2026-06-30',
    reason: '',
  }
  const read = (change: Cells = {}) => readMovementRow({ ...row, ...change }, today)

  test('has the header of its description', () =>
    expect(movementColumns.join()).toBe('prison_number,event,establishment,at,reason'))
  test('a day alone is that day in London, from its start', () => {
    const movement = taken(read())
    expect(movement).toMatchObject({
      type: 'release',
      establishment: 'BLN',
      timeKnown: false,
      source: 'spreadsheet',
    })
    expect([movement.day.toString(), movement.instant.toString()]).toEqual([
      '2026-06-30',
      '2026-06-29T23:00:00Z',
    ])
  })
  test('a day with a time is that moment', () =>
    expect(taken(read({ at: '2026-06-30 23:30' })).instant.toString()).toBe('2026-06-30T22:30:00Z'))
  test('a removal code makes a release a removal', () =>
    expect(taken(read({ reason: 'DEIRC' }))).toMatchObject({ type: 'removal', reasonCode: 'DEIRC' }))
  test('a future day is warned of', () => expect(warned(read({ at: '2026-11-23' }))).toEqual(['at']))
  test.each([
    [{ event: 'gone' }, 'event'],
    [{ at: '2026-02-31' }, 'at'],
    [{ prison_number: '1' }, 'prison_number'],
    [{ establishment: 'Atlantis' }, 'establishment'],
  ])('%j is rejected', (change, field) => expect(problem(read(change))?.field).toBe(field))
})

describe('release-dates.csv', () => {
  const row = {
    prison_number: 'A1234BC',
    type: 'crd',
    date: '2026-12-25',
    recorded_at: '2026-11-01T09:00',
    source: '',
  }
  const read = (change: Cells = {}) => readReleaseDateRow({ ...row, ...change }, now)

  test('has the header of its description', () =>
    expect(releaseDateColumns.join()).toBe('prison_number,type,date,recorded_at,source'))
  test('is taken, its type in capitals', () =>
    expect(taken(read())).toMatchObject({ type: 'CRD', source: null }))
  test('an empty date withdraws', () => expect(taken(read({ date: '' })).date).toBeNull())
  test('something recorded in the future is warned of', () =>
    expect(warned(read({ recorded_at: '2026-11-23' }))).toEqual(['recorded_at']))
  test.each([
    [{ type: 'XYZ' }, 'type'],
    [{ date: '2026-02-30' }, 'date'],
    [{ recorded_at: '' }, 'recorded_at'],
  ])('%j is rejected', (change, field) => expect(problem(read(change))?.field).toBe(field))
})

describe('episodes.csv', () => {
  const row = {
    service_code: 'COM12',
    setting: 'community',
    local_id: 'E1',
    prison_number: '',
    nhs_number: '',
    given_initial: 'l',
    family_initial: 'W',
    date_of_birth: '1990-02-28',
    sex: 'M',
    substances: 'opiate',
    referral_date: '2026-01-10',
    triage_date: '2026-01-12',
    treatment_start: '2026-01-14',
    end_date: '',
    end_reason: '',
  }
  const read = (change: Cells = {}) => readEpisodeRow({ ...row, ...change }, today)

  test('has the header of its description', () =>
    expect(episodeColumns.join()).toBe(
      'service_code,setting,local_id,prison_number,nhs_number,given_initial,family_initial,date_of_birth,sex,substances,referral_date,triage_date,treatment_start,end_date,end_reason',
    ))
  test('is taken without a word', () => {
    expect(taken(read()).given_initial).toBe('L')
    expect(warned(read())).toEqual([])
  })
  test.each([
    [{ triage_date: '2026-01-15' }, ['treatment_start']],
    [{ triage_date: '2026-01-09' }, ['triage_date']],
    [{ treatment_start: '2026-01-09' }, ['treatment_start', 'treatment_start']],
    [{ end_date: '2026-12-01', end_reason: 'declined' }, ['end_date']],
    [{ treatment_start: '', triage_date: '' }, []],
  ])('%j is kept, and warned of: %j', (change, fields) => expect(warned(read(change))).toEqual(fields))
  test.each([
    [{ end_date: '2026-01-13', end_reason: 'declined' }, 'end_date', 'This is before the treatment start'],
    [
      { treatment_start: '', end_date: '2026-01-09', end_reason: 'declined' },
      'end_date',
      'This is before the referral',
    ],
    [{ end_date: '2026-02-01' }, 'end_reason', expect.anything()],
    [{ end_reason: 'declined' }, 'end_date', expect.anything()],
    [{ end_date: '2026-02-01', end_reason: 'left' }, 'end_reason', expect.anything()],
    [{ setting: 'hospital' }, 'setting', expect.anything()],
    [{ substances: '' }, 'substances', 'This is empty'],
    [{ local_id: '' }, 'local_id', 'This is empty'],
    [{ referral_date: '' }, 'referral_date', 'This is empty'],
    [{ nhs_number: '1234567890' }, 'nhs_number', expect.anything()],
    [{ given_initial: 'Lee' }, 'given_initial', 'Write one letter'],
  ])('%j is rejected', (change, field, reason) => expect(problem(read(change))).toEqual({ field, reason }))
})

test('no cells whatever break a reader', () => {
  const columns = [...peopleColumns, ...movementColumns, ...releaseDateColumns, ...episodeColumns]
  const cells = fc.dictionary(fc.constantFrom(...columns), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(cells, (record) => {
      for (const read of [readPeopleRow, readMovementRow, readEpisodeRow])
        expect(read(record, today)).toHaveProperty('ok')
      expect(readReleaseDateRow(record, now)).toHaveProperty('ok')
    }),
  )
})
