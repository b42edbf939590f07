import { expect, it } from 'vitest'
import { addressWith } from './address.ts'

it('changes one filter and keeps the others', () => {
  expect(addressWith('/board', { prison: 'LEI', page: '3' }, { page: '4' })).toBe('/board?prison=LEI&page=4')
})

it('takes a filter off', () => {
  expect(addressWith('/board', { prison: 'LEI', page: '3' }, { page: undefined })).toBe('/board?prison=LEI')
  expect(addressWith('/board', { prison: '' })).toBe('/board')
})

it('keeps each of several values, and writes every character safely', () => {
  expect(addressWith('/board', { wing: ['A', 'B & C'] })).toBe('/board?wing=A&wing=B+%26+C')
})
