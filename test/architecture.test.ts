import { describe, expect, it } from 'vitest'
import { routes } from '../src/routes.ts'
import { circles, rules } from './architecture/rules.ts'
import { readSource, readSources } from './architecture/source.ts'

const breachesOf = (path: string, text: string): string[] =>
  rules.flatMap((rule) => rule(readSource(path, text)))

describe('the rules themselves', () => {
  it.each([
    [
      'casework/pages/today.tsx',
      "import { send } from '../../handover/actions/sendHandover.ts'",
      'enter by its index',
    ],
    [
      'platform/http/app.ts',
      "import { person } from '../../people/index.ts'",
      'knows nothing about recovery',
    ],
    ['people/rules.ts', "import { openPool } from '../platform/database/pool.ts'", 'are pure'],
    ['people/pages/person.tsx', "tx.db.selectFrom('person')", 'holds SQL'],
    ['people/pages/person.tsx', 'const now = new Date()', 'passed in'],
    ['people/utils/names.ts', 'export const name = 1', 'says nothing'],
    ['people/actions/long.ts', '\n'.repeat(400), 'at most 300'],
  ])('finds the breach planted in %s', (path, text, words) => {
    expect(breachesOf(path, text).join('\n')).toContain(words)
  })

  it('finds a planted circle', () => {
    const one = readSource('people/one.ts', "import { two } from './two.ts'")
    const two = readSource('people/two.ts', "import { one } from './one.ts'")
    expect(circles([one, two])).toEqual(['people/one.ts → people/two.ts → people/one.ts'])
  })

  it('lets a capability be entered by its index, and a model read a model', () => {
    expect(
      breachesOf('casework/pages/today.tsx', "import { sendHandover } from '../../handover/index.ts'"),
    ).toEqual([])
    expect(breachesOf('custody/model.ts', "import type { Day } from '../standards/model.ts'")).toEqual([])
  })
})

describe('the house', () => {
  const sources = readSources()

  it('is read', () => {
    expect(sources.length).toBeGreaterThan(100)
  })

  it('keeps its rules', () => {
    expect(sources.flatMap((source) => rules.flatMap((rule) => rule(source)))).toEqual([])
  })

  it('has no circles', () => {
    expect(circles(sources)).toEqual([])
  })
})

describe('pages', () => {
  it('each say who may, and what is audited', () => {
    for (const route of routes) {
      expect(route.audit, route.path).not.toBe('')
      expect(route.may === 'anyone' || route.may === 'signed_in' || route.may.length > 0, route.path).toBe(
        true,
      )
    }
  })

  it('have one address each', () => {
    const addresses = routes.flatMap(({ path, methods }) => methods.map((method) => `${method} ${path}`))
    expect(addresses).toEqual([...new Set(addresses)])
  })
})
