import { expect, test } from 'vitest'
import { findPrison, prisonCode, prisons } from './prisons.ts'

test('every code is three capitals and belongs to one prison', () => {
  const codes = prisons.map(({ code }) => code)
  expect(codes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBe(codes.length)
})

test('codes of our own cannot be taken for agency codes', () => {
  const own = prisons.filter(({ source }) => source === 'own_code')
  expect(own.filter(({ code }) => code.endsWith('I'))).toEqual([])
  expect(new Set(own.map(({ nation }) => nation))).toEqual(new Set(['scotland', 'northern_ireland']))
})

test.each([
  ['ISI', { name: 'Isis', nation: 'england', women: false, active: true }],
  ['LEI', { name: 'Leeds', nation: 'england', women: false, active: true }],
  ['BZI', { name: 'Bronzefield', nation: 'england', women: true, active: true }],
  ['CFI', { name: 'Cardiff', nation: 'wales', women: false, active: true }],
  ['BLN', { name: 'Barlinnie', nation: 'scotland', women: false, active: true }],
  ['LOM', { name: 'Low Moss', nation: 'scotland', women: false, active: true }],
  ['CAH', { name: 'Castle Huntly', nation: 'scotland', function: 'open' }],
  ['HYI', { name: 'Holloway', active: false, women: true }],
])('%s is known', (code, facts) => expect(findPrison(code)).toMatchObject(facts))

test('OUT and TRN, which the feed says as if they were prisons, are none', () => {
  expect(findPrison('OUT')).toBeUndefined()
  expect(findPrison('TRN')).toBeUndefined()
})

test.each([
  ['bln', 'BLN'],
  ['XYZ', 'XYZ'],
  ['HMP Barlinnie', 'BLN'],
  ['hmp & yoi low moss', 'LOM'],
  ['Low Newton', 'LNI'],
  ['Atlantis', null],
  ['', null],
])('%j is written for the code %s', (text, code) => expect(prisonCode(text)).toBe(code))
