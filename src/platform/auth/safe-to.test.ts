import { describe, expect, it } from 'vitest'
import { safeTo } from './safe-to.ts'

describe('where somebody is led after signing in', () => {
  it.each(['/', '/today', '/people/new?from=today', '/é'])('is the address that they came for: %s', (to) => {
    expect(safeTo(to)).toBe(to)
  })

  it.each([
    '',
    'today',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/a b',
    '/a\r\nset-cookie: a=b',
    '/\u0000',
    '/\u0001',
    '/\u007f',
    '/\u0085',
  ])('is the first page, where %j is no address that can be sent', (to) => {
    expect(safeTo(to)).toBe('/')
  })
})
