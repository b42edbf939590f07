import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/routes.ts'
import { type Visitor, visit } from '../support/browse.ts'
import { withHouse } from '../support/house.ts'
import { buildTown } from '../support/town.ts'
import { everyone, matrix, type Page, type Who } from './matrix.ts'
import { buildScene, type MatrixScene } from './matrix-scene.ts'
import { addressOf, openedPages, shape } from './walk.ts'

const opened = withHouse()
let scene: MatrixScene

beforeAll(async () => {
  const { house } = opened()
  scene = await buildScene(house, await buildTown(house))
})

const expectedFor = (who: Who, { ok, missing = [] }: Page): string => {
  if (ok.includes(who)) return 'ok'
  return missing.includes(who) ? 'missing' : 'forbidden'
}

const found: Readonly<Record<number, string>> = { 200: 'ok', 303: 'ok', 403: 'forbidden', 404: 'missing' }

describe('every page, as every role', () => {
  it('has a row in the matrix, and every row a page', () => {
    expect(Object.keys(matrix).sort()).toEqual([...new Set(routes.map(({ path }) => path))].sort())
  })

  it('is opened with an address, unless it is only sent', () => {
    const opening = routes.filter(({ methods }) => methods.includes('GET')).map(({ path }) => path)
    expect(openedPages.map(([path]) => path).sort()).toEqual([...new Set(opening)].sort())
  })

  it.each(everyone)('%s', async (who) => {
    const visitor = await visit(opened().house, who)
    const answers: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const [path, page] of openedPages) {
      const { status } = await visitor.get(addressOf(path, scene[page.of ?? 'held']))
      answers[path] = found[status] ?? String(status)
      expected[path] = expectedFor(who, page)
    }
    expect(answers).toEqual(expected)
  })
})

describe('whom one may not see', () => {
  const about = openedPages.filter(([path]) => path.includes(':'))

  const compare = async (visitor: Visitor, path: string): Promise<string | null> => {
    const hidden = await visitor.get(addressOf(path, scene.unseen))
    const nobody = await visitor.get(addressOf(path, scene.nobody))
    return shape(hidden) === shape(nobody) && hidden.status === 404 ? null : `${path} ${hidden.status}`
  }

  it.each(everyone)('answers %s as nobody at all', async (who) => {
    const visitor = await visit(opened().house, who)
    const different: string[] = []
    for (const [path, { ok, missing = [] }] of about)
      if (ok.includes(who) || missing.includes(who)) {
        const told = await compare(visitor, path)
        if (told !== null) different.push(told)
      }
    expect(different).toEqual([])
  })

  it('leads those who have not signed in to signing in', async () => {
    const visitor = await visit(opened().house, null)
    const open = routes.filter(({ may }) => may === 'anyone').map(({ path }) => path)
    for (const [path] of about.filter(([each]) => !open.includes(each))) {
      const answer = await visitor.get(addressOf(path, scene.held))
      expect(`${path} ${answer.status} ${answer.location?.split('?')[0]}`).toBe(`${path} 303 /sign-in`)
    }
  })
})
