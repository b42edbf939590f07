import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { person as aPerson, movement, note, wholeRecord } from '../../test/security/record.ts'
import { record } from '../../test/security/rows.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { rowsOf } from '../../test/support/records.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { ok } from '../platform/result.ts'
import { clearAccess, gatherAccess } from './index.ts'

const opened = withHouse()
let town: Town
let requestId = ''
const lee = '01900000-0000-7000-8000-0000000000b1'
const before = '01900000-0000-7000-8000-0000000000b2'

const context = () => ({ database: opened().house.database, clock: opened().clock })

const idOf = (name: string): string => town.staff[name]?.id ?? ''

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  await record(house, [lee], (tx) => [
    ...aPerson(tx, lee, 'Whitaker'),
    [
      'person',
      {
        id: before,
        family_name: 'Earlier',
        given_name: 'Lee',
        merged_into: lee,
        recorded_at: tx.now.toString(),
      },
    ],
    ...wholeRecord(tx, lee, town),
    movement(tx, lee, 'admission', 'LEI', '2026-11-10'),
    [
      note(tx, lee, town.services.leeds, 'recovery')[0],
      { ...note(tx, lee, town.services.leeds, 'recovery')[1], words: 'Talked of Mary Donnelly, who visits.' },
    ],
    [
      'lock_out',
      { person_id: lee, staff_id: idOf('ada'), reason: 'A relative', locked_at: tx.now.toString() },
    ],
  ])
  const nadia = await visit(house, 'nadia')
  await nadia.get(`/people/${lee}`)
  const tessa = await visit(house, 'tessa')
  const page = await tessa.send(`/people/${lee}/access-requests/new`, {
    asked_by: 'person',
    asked_name: 'Lee, on C wing',
    identity: 'Seen by their worker',
    'asked-day': '20',
    'asked-month': '11',
    'asked-year': '2026',
    reviewer: idOf('colin'),
  })
  expect(page.words).toContain('answer by 21 December 2026')
  expect(page.html).toContain('http-equiv="refresh"')
  requestId = (await rowsOf(house, sql<{ id: string }>`select id from access_request`))[0]?.id ?? ''
  await gatherAccess.run({ requestId }, context())
})

const passagesOf = async (who: string) => {
  const seen = await opened().house.database.read(
    { staffId: idOf(who), role: town.staff[who]?.role ?? '' },
    ({ db }) =>
      sql<{
        id: string
        class: string
        words: string
        why: string
      }>`select id, class, words, why from access_passage where request_id = ${requestId} order by id`.execute(
        db,
      ),
  )
  return seen.rows
}

const decideAll = async (who: string, decision: string): Promise<void> => {
  const visitor = await visit(opened().house, who)
  for (const { id } of await passagesOf(who))
    await visitor.send(`/access-requests/${requestId}/passages/${id}`, {
      decision,
      reason: 'It is about somebody else',
    })
}

const release = async (who: string) =>
  (await visit(opened().house, who)).send(`/access-requests/${requestId}/release`, {
    given_to: 'Lee',
    how: 'in_hand',
  })

describe('what is gathered', () => {
  it('comes from every table that holds anything about a person, as the database itself lists them', async () => {
    const known = await rowsOf(
      opened().house,
      sql<{ name: string }>`
      select distinct c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'throughcare' and t.table_type = 'BASE TABLE' and c.column_name in ('person_id', 'survivor_id') order by 1`,
    )
    const gathered = await rowsOf(
      opened().house,
      sql<{ name: string }>`select name from person_table order by 1`,
    )
    const copies = ['access_item', 'access_passage', 'disposal_line']
    const missing = known.map(({ name }) => name).filter((name) => !gathered.some((row) => row.name === name))
    expect(missing).toEqual(copies)
    const tables = new Set(gathered.map(({ name }) => name))
    const referring = await rowsOf(
      opened().house,
      sql<{ name: string; column: string }>`
      select c.conrelid::regclass::text as name, a.attname as column from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'throughcare.person'::regclass`,
    )
    const elsewhere = referring.filter(
      ({ name }) =>
        !tables.has(name.replace('throughcare.', '')) && !copies.includes(name.replace('throughcare.', '')),
    )
    expect(elsewhere).toEqual([])
  })

  it('can be read from each of them, every row', async () => {
    const tables = await rowsOf(
      opened().house,
      sql<{ name: string; whose: string }>`select name, whose from person_table`,
    )
    for (const { name, whose } of tables) {
      const [held] = await rowsOf(
        opened().house,
        sql<{ total: number }>`select count(*)::integer as total from held_about(${lee}::uuid, ${name})`,
      )
      const { default: pg } = await import('pg')
      const admin = new pg.Client({ connectionString: opened().house.located.adminUrl })
      await admin.connect()
      const stands = await admin.query(
        `select count(*)::integer as total from throughcare.${name} where ${whose} = $1`,
        [lee],
      )
      await admin.end()
      expect(held?.total, name).toBe(stands.rows[0].total + (name === 'person' ? 1 : 0))
    }
  })

  it('says who has looked, as what and for whom, and not by name', async () => {
    const items = await rowsOf(
      opened().house,
      sql<{
        heading: string
        fields: unknown
      }>`select heading, fields from access_item where request_id = ${requestId} and source = 'who_looked'`,
    )
    expect(JSON.stringify(items)).toContain('clinical')
    expect(JSON.stringify(items)).toContain('Leeds healthcare')
    expect(JSON.stringify(items)).not.toContain('Nadia')
  })
})

describe('the review', () => {
  it('shows each reader the marked passages of what they may read, and the named reviewer safeguarding', async () => {
    const classes = async (who: string) =>
      [...new Set((await passagesOf(who)).map((row) => row.class))].toSorted()
    expect(await classes('tessa')).not.toContain('clinical')
    expect(await classes('tessa')).not.toContain('safeguarding')
    expect(await classes('nadia')).toContain('clinical')
    expect(await classes('colin')).toEqual(['safeguarding'])
    expect(await classes('rosa')).toEqual([])
    expect((await (await visit(opened().house, 'rosa')).get(`/access-requests/${requestId}`)).status).toBe(
      404,
    )
    const mary = (await passagesOf('tessa')).find(({ words }) => words.includes('Mary'))
    expect(mary?.why).toBe('May name somebody else: Mary Donnelly')
  })

  it('lets nothing leave while a passage waits: not on the page, and not in the database', async () => {
    expect((await release('tessa')).words).toContain('wait for a decision')
    const tried = await opened().house.database.write(
      { staffId: idOf('tessa'), role: 'team_leader' },
      async (tx) => {
        await sql`insert into access_release (id, request_id, person_id, recorded_under, classes, given_to, how, released_by, recorded_at)
        values (${tx.ids.next()}, ${requestId}, ${lee}, ${lee}, '{recovery}', 'Lee', 'in_hand', ${idOf('tessa')}, ${tx.now}::timestamptz)`.execute(
          tx.db,
        )
        return ok(undefined)
      },
    )
    expect(tried.ok).toBe(false)
    const tessa = await visit(opened().house, 'tessa')
    expect((await tessa.get(`/access-requests/${requestId}/document`)).status).toBe(404)
    expect((await tessa.get(`/access-requests/${requestId}/data.json`)).status).toBe(404)
  })

  it('asks why a passage is withheld', async () => {
    const [first] = await passagesOf('tessa')
    const tessa = await visit(opened().house, 'tessa')
    const answer = await tessa.send(`/access-requests/${requestId}/passages/${first?.id}`, {
      decision: 'withheld',
      reason: '',
    })
    expect(answer.words).toContain('Say why it is withheld')
  })
})

describe('whom a request waits for', () => {
  const waits = 'A request for records waits for you'

  it('are told on Today, with the way to it, until their part has left; and nobody else is', async () => {
    const { house } = opened()
    const today = async (who: string) => (await visit(house, who)).get('/today')
    const colins = await today('colin')
    expect(colins.words).toContain(waits)
    expect(colins.document.querySelector(`a[href="/access-requests/${requestId}"]`)?.textContent).toContain(
      'Go through it',
    )
    const opensIt = await (await visit(house, 'colin')).get(`/access-requests/${requestId}`)
    expect(opensIt.words).toContain('Go through the marked passages')
    expect((await today('tessa')).words).toContain(waits)
    expect((await today('nadia')).words).toContain(waits)
    for (const who of ['rosa', 'amira']) expect((await today(who)).words, who).not.toContain(waits)
  })
})

describe('the release', () => {
  it('is of what its giver may read; the request is released when every part has left', async () => {
    await decideAll('tessa', 'withheld')
    expect((await release('tessa')).words).toContain('Released')
    const tessa = await visit(opened().house, 'tessa')
    const page = await tessa.get(`/access-requests/${requestId}/document`)
    expect(page.words).toContain('What we hold about you')
    expect(page.words).toContain('Withheld: It is about somebody else')
    expect(page.words).not.toMatch(/Mary|About clinical|About safeguarding/)
    expect(page.document.querySelector('title')?.textContent).not.toContain('Lee')
    await decideAll('nadia', 'kept')
    await release('nadia')
    expect(
      (await (await visit(opened().house, 'nadia')).get(`/access-requests/${requestId}/document`)).words,
    ).toContain('About clinical')
    await decideAll('colin', 'kept')
    await release('colin')
    for (const who of ['tessa', 'nadia', 'colin'])
      expect((await (await visit(opened().house, who)).get('/today')).words, who).not.toContain(
        'waits for you',
      )
    const [state] = await rowsOf(
      opened().house,
      sql<{ state: string }>`select state from access_request where id = ${requestId}`,
    )
    expect(state).toEqual({ state: 'released' })
  })

  it('is the same as data, and each export is on the audit log', async () => {
    const tessa = await visit(opened().house, 'tessa')
    const data = await tessa.get(`/access-requests/${requestId}/data.json`)
    expect(data.status).toBe(200)
    const read: { format: string; records: { section: string }[] } = JSON.parse(data.html)
    expect(read.format).toBe('throughcare-subject-access')
    expect(read.records.length).toBeGreaterThan(10)
    const { default: pg } = await import('pg')
    const admin = new pg.Client({ connectionString: opened().house.located.adminUrl })
    await admin.connect()
    const events = await admin.query(
      `select distinct action from throughcare.audit_event where $1 = any (person_ids) and outcome = 'done' and action like any (array['export_access%', 'release_access%']) order by 1`,
      [lee],
    )
    await admin.end()
    expect(events.rows.map(({ action }) => action)).toEqual([
      'export_access_data',
      'export_access_document',
      'release_access_request',
    ])
  })

  it('is deleted some days later; that it was answered stays', async () => {
    const { house, clock } = opened()
    await clearAccess.run({}, context())
    expect((await rowsOf(house, sql`select from access_item`)).length).toBeGreaterThan(0)
    clock.set(clock.now().add({ hours: 24 * 91 }))
    await clearAccess.run({}, context())
    expect(await rowsOf(house, sql`select from access_item`)).toEqual([])
    expect(await rowsOf(house, sql`select from access_passage`)).toEqual([])
    expect((await rowsOf(house, sql`select from access_release`)).length).toBe(3)
  })
})
