import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/routes.ts'
import { type Visited, type Visitor, visit } from '../support/browse.ts'
import { withHouse } from '../support/house.ts'
import { buildTown, type Town } from '../support/town.ts'
import { filledIn, naming } from './filled.ts'
import { everyone, matrix, type Who } from './matrix.ts'
import { buildScene, type MatrixScene, unseenBy } from './matrix-scene.ts'
import { addressOf, openedPages, shape } from './walk.ts'

const opened = withHouse()
let town: Town
let scene: MatrixScene

beforeAll(async () => {
  town = await buildTown(opened().house)
  scene = await buildScene(opened().house, town)
})

/** Lists with other orders, filters and page numbers than they open with. */
const asked: readonly string[] = [
  '/releases?days=14&place=ISI&order=soonest',
  '/releases?days=84&place=&order=soonest',
  '/releases?days=84&page=2&left=2',
  ...['open', 'incoming', 'outgoing', 'accepted', 'closed'].map((show) => `/handovers?show=${show}`),
  '/handovers?show=open&page=2',
  ...['owed', 'name', 'landing', 'next', 'leaves', 'risk', 'seen'].map(
    (sort) => `/caseload?worker=team&sort=${sort}`,
  ),
  ...['overdue', 'leaving', 'not_seen', 'no_contact'].map((show) => `/caseload?worker=team&show=${show}`),
  '/caseload?worker=team&page=2',
  '/today/owed?whose=team&order=landing',
  '/today/owed?whose=team&due=overdue&page=2',
  '/team/figures?standard=triage&outcome=met',
  '/team/allocate?page=2',
  '/feed?show=all',
  '/continuity/people?prison=ISI',
  '/continuity/people?page=2',
  '/people?show=all&page=2',
  '/people?where=custody',
  '/people?where=community',
  '/contacts/day-list?whose=team',
  '/staff?show=all&page=2',
]

const lists = [
  ...openedPages
    .map(([path]) => path)
    .filter((path) => !path.includes(':') && !path.startsWith('/sign-in') && !path.startsWith('/account')),
  ...asked,
]

const mayOpen = (path: string, who: Who): boolean => {
  const row = matrix[path.split('?')[0] ?? '']
  return row !== undefined && !('sentOnly' in row) && row.ok.includes(who)
}

const everyList = async (who: Who): Promise<Map<string, string>> => {
  const visitor = await visit(opened().house, who)
  const answers = new Map<string, string>()
  for (const path of lists)
    if (mayOpen(path, who)) answers.set(path, shape(await visitor.get(path)).replace(/\d+ minutes?/g, ''))
  return answers
}

describe('somebody hidden moves nothing', () => {
  const before = new Map<Who, Map<string, string>>()

  beforeAll(async () => {
    for (const who of everyone) {
      await everyList(who)
      before.set(who, await everyList(who))
    }
    await unseenBy(opened().house, town)
    await unseenBy(opened().house, town, { name: 'Aaron', released: true, offered: 'accepted' })
    await unseenBy(opened().house, town, { name: 'Zed', offered: 'no' })
  }, 240_000)

  it.each(everyone)('in lists, counts, orders, filters and page numbers, for %s', async (who) => {
    const after = await everyList(who)
    const changed = [...after].filter(([path, answer]) => before.get(who)?.get(path) !== answer)
    expect(changed.map(([path]) => path)).toEqual([])
  })
})

const numberOf = async (personId: string): Promise<string> => {
  const admin = new pg.Client({ connectionString: opened().house.located.adminUrl })
  await admin.connect()
  const found = await admin.query<{ value: string }>(
    'select value from throughcare.identifier where person_id = $1',
    [personId],
  )
  await admin.end()
  return found.rows[0]?.value ?? ''
}

describe('search', () => {
  const without = (page: Visited, words: string): string => shape(page).replaceAll(words, 'typed')

  it.each(everyone.filter((who) => mayOpen('/people', who)))(
    'answers %s of somebody hidden as of nobody',
    async (who) => {
      const visitor = await visit(opened().house, who)
      const number = await numberOf(scene.unseen.personId ?? '')
      for (const [hidden, nobody] of [
        ['Lee Unseen', 'Lee Nobodys'],
        ['Unsean', 'Nobodi'],
        [number, 'A9876ZZ'],
      ] as const)
        expect(without(await visitor.search(hidden), hidden), hidden).toBe(
          without(await visitor.search(nobody), nobody),
        )
    },
  )
})

const token = async (visitor: Visitor): Promise<string> =>
  (await visitor.get('/account')).document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''

describe('a form that names a thing of somebody hidden', () => {
  const forms = routes.filter(({ path, methods }) => path.includes(':') && methods.includes('POST'))
  const tried = new Set<string>()

  /** Things that forms name; services are in the directory, open to everybody. */
  const things = [
    'personId',
    'staffId',
    'episodeId',
    'contactId',
    'noteId',
    'handoverId',
    'basisId',
    'goalId',
    'draftId',
    'messageId',
    'flagId',
  ]

  const whoFirst = everyone.filter((who) =>
    forms.some(({ path }) => {
      const row = matrix[path]
      return row !== undefined && !('sentOnly' in row) && row.ok[0] === who
    }),
  )

  it.each(whoFirst)('is answered as one that names nothing, for %s', async (who) => {
    const visitor = await visit(opened().house, who)
    const _csrf = await token(visitor)
    const told: string[] = []
    for (const { path } of forms) {
      const row = matrix[path]
      if (row === undefined || 'sentOnly' in row || row.ok[0] !== who) continue
      const address = addressOf(path, scene[row.of ?? 'held'])
      const page = await visitor.get(address)
      const body = { ...filledIn(page), _csrf }
      for (const field of naming(page)) {
        const named = async (id: string) => shape(await visitor.post(address, { ...body, [field]: id }))
        const nothing = await named(scene.nobody.personId ?? '')
        tried.add(`${path} ${field}`)
        if (nothing.startsWith('5')) told.push(`${path} ${field}: broke`)
        for (const thing of things)
          if ((await named(scene.unseen[thing] ?? '')) !== nothing) told.push(`${path} ${field}: ${thing}`)
      }
    }
    expect(told).toEqual([])
  })

  it('was tried with those that are', () => {
    expect(tried.size).toBeGreaterThan(10)
    expect([...tried]).toContain('/people/:personId/lock-out members')
  })
})

describe('numbers', () => {
  const add = async (visitor: Visitor, personId: string, value: string): Promise<Visited> =>
    visitor.send(`/people/${personId}/identifiers`, { kind: 'prison_number', value })

  it('are not found out by adding them to a record of one’s own, again and again', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const own = scene.held.personId ?? ''
    const hidden = await numberOf(scene.unseen.personId ?? '')
    for (let tries = 0; tries < 10; tries += 1)
      expect((await add(rosa, own, hidden)).words).toContain('A record has this number already')
    const known = await add(rosa, own, hidden)
    const fresh = await add(rosa, own, 'A7654ZZ')
    expect(known.words).toContain('You tried 10 numbers within the hour')
    expect(fresh.words.replace('A7654ZZ', hidden)).toBe(known.words)
    const colin = await visit(opened().house, 'colin')
    expect((await add(colin, own, 'A7653ZZ')).words).toContain('added')
  })

  it('lead to connect when somebody is added, and count in the same way', async () => {
    const amira = await visit(opened().house, 'amira')
    const hidden = await numberOf(scene.unseen.personId ?? '')
    const body = {
      given_name: 'Mark',
      family_name: 'Guess',
      'birth-day': '1',
      'birth-month': '2',
      'birth-year': '1990',
      sex: 'M',
      why: 'referral',
      'day-day': '23',
      'day-month': '11',
      'day-year': '2026',
      source: 'self',
      prison_number: hidden,
    }
    for (let tries = 0; tries < 10; tries += 1)
      expect((await amira.send('/people/new', body)).words).toContain('A record with this number exists')
    expect((await amira.send('/people/new', body)).words).toContain('You tried 10 numbers within the hour')
    expect((await amira.send('/people/new', { ...body, prison_number: 'A7652ZZ' })).words).toContain(
      'You tried 10 numbers within the hour',
    )
  })
})

/**
 * What must be there once over all records, of tables that staff add to: a refusal could tell of a hidden row.
 * Beside identifiers of our own making, each of these is asked about before it is added, or lies within what one sees.
 */
const onceOverAll: Readonly<Record<string, string>> = {
  'access_reviewer (request_id, staff_id)': 'within a request that its author reads',
  'episode (service_id, local_id)': 'within one’s own service, and given by its files alone',
  'feed_message (fingerprint, telling)': 'of what one tells by hand oneself, of somebody one sees',
  'handover_draft (handover_id)': 'of a hand-over that one sees',
  'identifier (type, value)': 'leads to connect, and is limited in an hour',
  'work_item (kind, message_id)': 'of a message of one’s own prison',
}

describe('what must be there once', () => {
  it('is of one record, or is known to tell nothing', async () => {
    const admin = new pg.Client({ connectionString: opened().house.located.adminUrl })
    await admin.connect()
    const found = await admin.query<{ what: string }>(
      `select c.relname || ' (' || string_agg(a.attname, ', ' order by k.place) || ')' as what
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'throughcare'
         cross join lateral unnest(i.indkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
       where i.indisunique and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'person_id')
         and has_table_privilege('throughcare_actor', c.oid, 'insert')
       group by c.relname, i.indexrelid
       having not bool_or(a.attname in ('person_id', 'recorded_under')) and not array_agg(a.attname::text) <@ array['id'] order by 1`,
    )
    await admin.end()
    expect(found.rows.map(({ what }) => what)).toEqual(Object.keys(onceOverAll))
  })
})
