import { describe, expect, it } from 'vitest'
import { nameOfStatement } from './prepared.ts'

const long = `select * from person where ${'x'.repeat(200)} = $1`

describe('statements whose plans are kept', () => {
  it('are long and read, and keep their names', () => {
    expect(nameOfStatement(long)).toMatch(/^[0-9a-f]{40}$/)
    expect(nameOfStatement(long)).toBe(nameOfStatement(long))
    expect(nameOfStatement(`${long} `)).not.toBe(nameOfStatement(long))
  })

  it.each(['select 1', `insert into person ${'x'.repeat(300)}`, `select ${'x'.repeat(70_000)}`])(
    'are not others',
    (text) => {
      expect(nameOfStatement(text)).toBeNull()
    },
  )
})
