import { describe, expect, it } from 'vitest'
import { routes } from '../routes.ts'
import { england, scotland, standardsIn } from '../standards/index.ts'
import { fromToday, obligationLink, obligationLinks } from './obligation-links.ts'
import { returnTo } from './return-to.ts'
import { wholeTeam } from './roles.ts'

const formAt = (path: string) =>
  routes.find((route) => new RegExp(`^${route.path.replace(/:[A-Za-z]+/g, '[^/]+')}$`).test(path))

const leadsSomewhere = (path: string): boolean => formAt(path) !== undefined

const letIn = (path: string): readonly string[] => {
  const may = formAt(path)?.may
  return Array.isArray(may) ? may.filter((role) => wholeTeam.includes(role)).sort() : []
}

const ids = [...new Set([england, scotland].flatMap((pack) => standardsIn(pack).map(({ id }) => id)))]

describe('what is owed leads to where it is done', () => {
  it.each(ids)('%s', (id) => {
    const link = obligationLinks[id]
    expect(link?.verb).toMatch(/^[A-Z]/)
    expect(link?.linkText('Lee Whitaker')).toContain('Lee Whitaker')
    expect(link?.path('p', 's')).toMatch(/^\/(people\/p|handovers\/s)(\/|$)/)
    expect(link?.path('p', null)).toMatch(/^\/people\/p(\/|$)/)
    expect(leadsSomewhere(link?.path('p', 's') ?? '')).toBe(true)
    expect([...(link?.may ?? [])].sort()).toEqual(letIn(link?.path('p', 's') ?? ''))
    expect(leadsSomewhere(link?.path('p', null) ?? '')).toBe(true)
  })

  it('for no other standard', () => {
    expect(Object.keys(obligationLinks).sort()).toEqual([...ids].sort())
  })

  it('for one that is no longer in a pack, to the person', () => {
    expect(obligationLink('gone').path('p', null)).toBe('/people/p')
  })
})

describe('doing it from Today comes back to Today', () => {
  const request = (address: string) => ({ url: new URL(address, 'http://localhost') })

  it('where the address says so', () => {
    expect(returnTo(request(fromToday('/people/p/triage')), '/people/p')).toBe('/today')
  })

  it.each(['/people/p/triage', '/people/p/triage?from=https://elsewhere.example', '/x?from=toString'])(
    'but not from %s',
    (address) => {
      expect(returnTo(request(address), '/people/p')).toBe('/people/p')
    },
  )
})
