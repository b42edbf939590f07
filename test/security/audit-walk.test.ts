import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/routes.ts'
import { superuserOf } from '../support/audit.ts'
import { type Visitor, visit } from '../support/browse.ts'
import { withHouse } from '../support/house.ts'
import { buildTown, type Town } from '../support/town.ts'
import { everyone, matrix, type Page, type Who } from './matrix.ts'
import { buildScene, type Ids, type MatrixScene } from './matrix-scene.ts'

const opened = withHouse()
let town: Town
let scene: MatrixScene
let superuser: pg.Client
const visitors = new Map<Who, Visitor>()
const address = '192.0.2.7'

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  scene = await buildScene(house, town)
  superuser = await superuserOf(house)
})
afterAll(() => superuser.end())

const as = async (who: Who): Promise<Visitor> => {
  const visitor = visitors.get(who) ?? (await visit(opened().house, who, { address }))
  visitors.set(who, visitor)
  return visitor
}

const pages = Object.entries(matrix).flatMap(([path, row]): [string, Page][] =>
  'sentOnly' in row ? [] : [[path, row]],
)
const ofPeople = new Set(routes.filter(({ may }) => may !== 'anyone').map(({ path }) => path))

/** Forms over one's own sign-in: they show nothing of anybody, and what is done with them has its own events. */
const ownSignIn = /^\/account\/(password|second-step|recovery-codes|passkeys)/
const asked = pages.filter(([path]) => ofPeople.has(path) && !ownSignIn.test(path))

const addressOf = (path: string, ids: Ids): string =>
  path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name)

interface Event {
  readonly staff_id: string
  readonly role: string
  readonly action: string
  readonly outcome: string
  readonly person_ids: readonly string[]
  readonly service_ids: readonly string[]
  readonly address: string
  readonly request_id: string
}

const during = async (work: () => Promise<unknown>): Promise<readonly Event[]> => {
  const { rows: before } = await superuser.query<{ last: string }>(
    `select coalesce(max(written_in)::text, '0') as last from audit_event`,
  )
  await work()
  const { rows } = await superuser.query<Event>(
    'select staff_id, role, action, outcome, person_ids, service_ids, address, request_id from audit_event where written_in > $1::text::xid8',
    [before[0]?.last],
  )
  return rows
}

const faults = (
  events: readonly Event[],
  who: Who,
  outcomes: readonly string[],
  about: string | undefined,
): string[] => {
  const mine = events.filter(({ staff_id }) => staff_id === town.staff[who]?.id)
  const [event] = mine.filter(({ outcome }) => outcomes.includes(outcome))
  if (event === undefined) return [`no event of ${outcomes.join(' or ')}, of ${mine.length}`]
  return [
    ...(event.address === address ? [] : ['from where']),
    ...(event.request_id === null ? ['in which request'] : []),
    ...(event.role === town.staff[who]?.role ? [] : ['as what']),
    ...(about === undefined || mine.some(({ person_ids }) => person_ids.includes(about)) ? [] : ['whom']),
  ]
}

/** Goes to each page and says what its audit events lack. */
const walk = async (
  whoOf: (page: Page) => Who | undefined,
  go: (visitor: Visitor, path: string) => Promise<unknown>,
  outcomes: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const lacking: Record<string, readonly string[]> = {}
  for (const [path, page] of asked) {
    const who = whoOf(page)
    if (who === undefined) continue
    const ids = scene[page.of ?? 'held']
    const visitor = await as(who)
    const events = await during(() => go(visitor, addressOf(path, ids)))
    const found = faults(events, who, outcomes, path.includes(':personId') ? ids.personId : undefined)
    if (found.length > 0) lacking[`${path} ${who}`] = found
  }
  return lacking
}

describe('on the audit log stands', () => {
  it('every page that was looked at: who, whom, as what, from where', async () => {
    expect(
      await walk(
        ({ ok: [first] }) => first,
        (visitor, path) => visitor.get(path),
        ['done'],
      ),
    ).toEqual({})
  })

  it('every page that answered as nothing there', async () => {
    expect(
      await walk(
        ({ ok, missing = [] }) => missing.find((who) => !ok.includes(who)),
        (visitor, path) => visitor.get(path),
        ['refused'],
      ),
    ).toEqual({})
  })

  it('every page that answered as nothing there, where its ids were typed in capitals', async () => {
    expect(
      await walk(
        ({ ok, missing = [] }) => missing.find((who) => !ok.includes(who)),
        (visitor, path) => visitor.get(path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => id.toUpperCase())),
        ['refused'],
      ),
    ).toEqual({})
  })

  it('every page that a role may not open', async () => {
    const turnedAway = ({ ok, missing = [] }: Page): Who | undefined =>
      everyone.find((who) => !ok.includes(who) && !missing.includes(who))
    expect(await walk(turnedAway, (visitor, path) => visitor.get(path), ['refused'])).toEqual({})
  })

  it('every form that was sent, whether it was done, refused or shown again', async () => {
    const sent = new Set(
      routes
        .filter(({ methods, path }) => methods.includes('POST') && path !== '/organisation/signing-in')
        .map(({ path }) => path),
    )
    const send = async (visitor: Visitor, path: string): Promise<void> => {
      await visitor.send(path, {})
    }
    const before = asked.length
    const lacking = await walk(
      (page) => (sent.has(pages.find(([, each]) => each === page)?.[0] ?? '') ? page.ok[0] : undefined),
      send,
      ['done', 'refused'],
    )
    expect(before).toBeGreaterThan(50)
    expect(lacking).toEqual({})
  })
})
