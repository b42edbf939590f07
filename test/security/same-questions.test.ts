import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/routes.ts'
import { type Visited, type Visitor, visit } from '../support/browse.ts'
import { withHouse } from '../support/house.ts'
import { buildTown } from '../support/town.ts'
import { listening } from './asked.ts'
import { filledIn } from './filled.ts'
import { everyone, matrix, type Page, type Who } from './matrix.ts'
import { buildScene, type Ids, type MatrixScene } from './matrix-scene.ts'
import { addressOf, openedPages, shape } from './walk.ts'

const { during } = listening()
const opened = withHouse()
let scene: MatrixScene

beforeAll(async () => {
  scene = await buildScene(opened().house, await buildTown(opened().house))
})

/** Parts of an address that say which part of a page: they are the same of anybody. */
const words: readonly string[] = ['section', 'instrument', 'stage', 'token']

/** Fields that the first of every choice does not fill in rightly. */
const wellTyped: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/team/limits/:serviceId/:staffId': { places: '5' },
  '/people/:personId/follow-up': { outcome: 'no_answer', mode: 'phone' },
  '/people/:personId/contact-details': { phone: '07700 900 982', postcode: 'LS1 4AP' },
}

interface Pair {
  readonly hidden: Ids
  readonly nobody: Ids
}

/** What an address names that is a thing of somebody, and no word such as the section of a form. */
const identifiersOf = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '').filter((name) => !words.includes(name))

/** What an address may name: all of somebody unseen, and where it names two things, of somebody seen a thing of somebody unseen. */
const pairsOf = (path: string): readonly Pair[] => {
  const [first, ...more] = identifiersOf(path)
  if (first === undefined) return []
  const same = Object.fromEntries(words.map((name) => [name, scene.held[name] ?? '']))
  const whole = { hidden: { ...scene.unseen, ...same }, nobody: { ...scene.nobody, ...same } }
  if (more.length === 0) return [whole]
  const page = matrix[path]
  const own = scene[page === undefined || 'sentOnly' in page ? 'held' : (page.of ?? 'held')]
  const within = { [first]: own[first] ?? '' }
  return [whole, { hidden: { ...whole.hidden, ...within }, nobody: { ...whole.nobody, ...within } }]
}

const mayTry = ({ ok, missing = [] }: Page, who: Who): boolean => ok.includes(who) || missing.includes(who)

const tell = (path: string, hidden: Heard, nobody: Heard): string[] => {
  if (hidden.value.status !== 404) return [`${path}: ${hidden.value.status}`]
  if (shape(hidden.value) !== shape(nobody.value)) return [`${path}: another answer`]
  const [one, other] = [hidden.asked.toSorted(), nobody.asked.toSorted()]
  const at = one.findIndex((text, index) => text !== other[index])
  return at === -1 && one.length === other.length
    ? []
    : [`${path}: asks ${one.length} for ${other.length}: ${one[at] ?? other[one.length]}`]
}

interface Heard {
  readonly value: Visited
  readonly asked: readonly string[]
}

const token = async (visitor: Visitor): Promise<string> =>
  (await visitor.get('/account')).document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''

describe('of whom one may not see, and of whom there is not, the database is asked the same', () => {
  it.each(everyone)('to show a page to %s', async (who) => {
    const visitor = await visit(opened().house, who)
    const different: string[] = []
    for (const [path, page] of openedPages)
      if (mayTry(page, who))
        for (const { hidden, nobody } of pairsOf(path)) {
          await visitor.get(addressOf(path, nobody))
          const one = await during(() => visitor.get(addressOf(path, hidden)))
          const other = await during(() => visitor.get(addressOf(path, nobody)))
          different.push(...tell(path, one, other))
        }
    expect(different).toEqual([])
  })

  const forms = routes.filter(({ path, methods }) => path.includes(':') && methods.includes('POST'))
  const bodies = new Map<string, Record<string, string | string[]>>()

  beforeAll(async () => {
    for (const who of everyone) {
      const visitor = await visit(opened().house, who)
      for (const { path } of forms) {
        const page = matrix[path]
        if (page !== undefined && !('sentOnly' in page) && page.ok[0] === who)
          bodies.set(
            path,
            filledIn(await visitor.get(addressOf(path, scene[page.of ?? 'held'])), wellTyped[path]),
          )
      }
    }
  })

  const done = new Set<string>()

  it.each(everyone)('to do a form of %s', async (who) => {
    const visitor = await visit(opened().house, who)
    const _csrf = await token(visitor)
    const different: string[] = []
    for (const { path } of forms) {
      const page = matrix[path]
      if (page === undefined || 'sentOnly' in page || !mayTry(page, who)) continue
      for (const { hidden, nobody } of pairsOf(path)) {
        const body = { ...bodies.get(path), _csrf }
        const one = await during(() => visitor.post(addressOf(path, hidden), body))
        const other = await during(() => visitor.post(addressOf(path, nobody), body))
        different.push(...tell(path, one, other))
        if (one.asked.some((text) => text.startsWith('insert into "idempotency"'))) done.add(path)
      }
    }
    expect(different).toEqual([])
  })

  it('to end a session of a colleague', async () => {
    const { database } = opened().house
    const rosa = await visit(opened().house, 'rosa')
    const colins = await database.auth((db) =>
      db
        .selectFrom('session')
        .innerJoin('staff', 'staff.id', 'session.staff_id')
        .select('session.id')
        .where('staff.full_name', 'like', 'Colin %')
        .executeTakeFirstOrThrow(),
    )
    const _csrf = await token(rosa)
    const end = (id: string) => during(() => rosa.post(`/account/sessions/${id}/end`, { _csrf }))
    expect(tell('a session', await end(colins.id), await end(scene.nobody.personId ?? ''))).toEqual([])
  })

  it('was tried with every form filled in', () => {
    done.add('/account/sessions/:sessionId/end')
    expect(forms.map(({ path }) => path).filter((path) => !done.has(path))).toEqual([])
  })
})
