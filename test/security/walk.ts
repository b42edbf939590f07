import type { House } from '../../src/compose.ts'
import { type Visited, type Visitor, visit } from '../support/browse.ts'
import { everyone, matrix, type Page, type Who } from './matrix.ts'
import type { Ids, MatrixScene } from './matrix-scene.ts'

/** Every page of the matrix that is opened with an address. */
export const openedPages: readonly [string, Page][] = Object.entries(matrix).flatMap(
  ([path, row]): [string, Page][] => ('sentOnly' in row ? [] : [[path, row]]),
)

/** The address of a path about somebody of the scene; fails where the scene has no such thing. */
export const addressOf = (path: string, ids: Ids): string =>
  path.replace(/:(\w+)/g, (_, name: string) => {
    const id = ids[name]
    if (id === undefined) throw new Error(`The scene has no ${name}: add one for ${path}.`)
    return id
  })

/** A page without what differs from one request to the next. */
export const shape = ({ status, html }: Visited): string =>
  `${status} ${html
    .replace(/nonce="[^"]*"/g, '')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replace(/value="[A-Za-z0-9_-]{20,}"/g, '')
    .replace(/whsec_[A-Za-z0-9+/=]+/g, 'a new secret')}`

/** One page as somebody who may open it came to it. */
export interface Walked {
  readonly path: string
  readonly who: Who
  readonly visited: Visited
}

/** Opens every page, about the scene, as the first of those who may. */
export const walk = async (house: House, scene: MatrixScene): Promise<readonly Walked[]> => {
  const walked: Walked[] = []
  for (const who of everyone) {
    const pages = openedPages.filter(([, { ok }]) => ok[0] === who)
    const visitor: Visitor | null = pages.length === 0 ? null : await visit(house, who)
    for (const [path, page] of pages)
      if (visitor !== null)
        walked.push({ path, who, visited: await visitor.get(addressOf(path, scene[page.of ?? 'held'])) })
  }
  return walked
}
