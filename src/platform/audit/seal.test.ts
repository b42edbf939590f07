import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { superuserOf, whenAllEnded } from '../../../test/support/audit.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { loginUrl } from '../database/logins.ts'
import { systemIds } from '../ids.ts'
import { appendAudit } from './append.ts'
import { sealedColumns } from './canonical.ts'
import { sealAudit } from './seal.ts'
import { verifyAudit } from './verify.ts'

let folder: string
let open: TestHouse
let admin: pg.Client
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughcare-seals-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const event = (action: string) => ({
  id: systemIds.next(),
  at: open.clock.now(),
  staffId: null,
  role: 'recovery_worker',
  serviceIds: [],
  action,
  outcome: 'done' as const,
  people: [systemIds.next()],
  subject: 'a "quoted" subject',
  address: '192.0.2.1',
  requestId: null,
  why: 'Because',
})

/** Each in a transaction of its own, as requests are. */
const write = async (count: number, action = 'view_person'): Promise<void> => {
  for (let made = 0; made < count; made += 1)
    await open.house.database.auth((db) => appendAudit(db, event(action)))
}

const seal = (most?: number) =>
  sealAudit({
    database: open.house.database,
    file,
    now: open.clock.now(),
    ...(most === undefined ? {} : { most }),
  })

const sealAll = async (most?: number): Promise<void> => {
  await whenAllEnded(admin)
  expect((await seal(most)).ok).toBe(true)
  expect((await verify()).notYetSealed).toBe(0)
}

const verify = () => verifyAudit({ database: open.house.database, file, progress: () => {} })
const found = async () => (await verify()).findings.map(({ kind, seal: number }) => `${kind} ${number}`)

beforeAll(async () => {
  open = await openTestHouse()
  admin = await superuserOf(open.house)
})
afterAll(async () => {
  await admin.end()
  await open.house.close()
})

describe('what a seal covers', () => {
  it('is every column of an event', async () => {
    const columns = await admin.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'audit_event'::regclass and attnum > 0 and not attisdropped`,
    )
    expect(columns.rows.map(({ name }) => name).sort()).toEqual([...sealedColumns].sort())
  })
})

/** Three seals of four events each, and what is done to them as a superuser. */
describe('tampering', () => {
  beforeEach(async () => {
    file = join(folder, `${systemIds.next()}.jsonl`)
    await admin.query('truncate audit_event; delete from audit_seal where number > 0')
    await write(12)
    await sealAll(4)
    expect(await found()).toEqual([])
  })

  const ids = async (number: number): Promise<string[]> => {
    const rows = await admin.query<{ id: string }>(
      `select e.id from audit_event e join audit_seal s on e.written_in >= s.from_xid and e.written_in < s.to_xid
       where s.number = $1 order by e.written_in, e.id`,
      [number],
    )
    return rows.rows.map(({ id }) => id)
  }

  it('finds a removed event, and says which and when', async () => {
    const [first = ''] = await ids(2)
    await admin.query('delete from audit_event where id = $1', [first])
    const { findings } = await verify()
    expect(findings.map(({ kind, seal: number, event: id }) => [kind, number, id])).toEqual([
      ['event_removed', 2, first],
    ])
    expect(findings[0]?.words).toMatch(
      /^Event .* was removed\. It is in seal 2 \(made 23 November 2026 at 08:55\)\.$/,
    )
  })

  it.each([
    ["action = 'view_nothing'"],
    ["staff_id = '01900000-0000-7000-8000-000000000001'"],
    ["role = 'team_leader'"],
    ["service_ids = array['01900000-0000-7000-8000-000000000001'::uuid]"],
    ["outcome = 'refused'"],
    ["person_ids = '{}'"],
    ['subject = null'],
    ["address = '192.0.2.2'"],
    ["request_id = ''"],
    ["why = 'Because.'"],
    ['uninvolved = person_ids'],
    ["at = at + interval '1 microsecond'"],
  ])('finds an event that was altered: %s', async (change) => {
    const [, second = ''] = await ids(1)
    await admin.query(`update audit_event set ${change} where id = $1`, [second])
    const { findings } = await verify()
    expect(findings.map(({ kind, event: id }) => [kind, id])).toEqual([['event_altered', second]])
  })

  it('finds events that changed places', async () => {
    const [first = '', second = ''] = await ids(3)
    await admin.query(
      `update audit_event e set written_in = other.written_in from audit_event other
       where (e.id = $1 and other.id = $2) or (e.id = $2 and other.id = $1)`,
      [first, second],
    )
    expect([...new Set(await found())].sort()).toEqual(['event_altered 3', 'event_reordered 3'])
  })

  it('finds an event that was put in afterwards', async () => {
    const id = systemIds.next()
    await admin.query(
      `insert into audit_event (id, written_in, at, service_ids, action, outcome, person_ids)
       select $1, from_xid, now(), '{}', 'view_person', 'done', '{}' from audit_seal where number = 2`,
      [id],
    )
    const { findings } = await verify()
    expect(findings.map(({ kind, seal: number, event: which }) => [kind, number, which])).toEqual([
      ['event_inserted', 2, id],
    ])
  })

  it('finds a seal that was removed, in the middle, at the end, and the beginning', async () => {
    await admin.query('delete from audit_seal where number = 2')
    expect(await found()).toContain('seal_removed 2')
    await admin.query('delete from audit_seal where number = 3')
    expect(await found()).toEqual(['seal_removed 2'])
    expect((await verify()).findings[0]?.words).toBe('Seals 2 to 3 were removed from the database.')
    const beginning = await admin.query('delete from audit_seal where number = 0 returning *')
    expect(await found()).toContain('seal_removed 0')
    const { number, from_xid, to_xid, events, leaves, previous, hash, sealed_at } = beginning.rows[0]
    await admin.query('insert into audit_seal values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[number, from_xid, to_xid, events, leaves, previous, hash, sealed_at],
    ])
  })

  it.each([
    ['events = events + 1'],
    ["sealed_at = sealed_at + interval '1 second'"],
    ["hash = repeat('0', 64)"],
    ['leaves = leaves || leaves'],
    ["previous = repeat('0', 64)"],
  ])('finds a seal that was altered: %s', async (change) => {
    await admin.query(`update audit_seal set ${change} where number = 2`)
    expect(await found()).toContain('seal_altered 2')
  })

  it('finds a log that was sealed again from the place where it was altered', async () => {
    const [first = ''] = await ids(2)
    await admin.query('delete from audit_event where id = $1', [first])
    await admin.query('delete from audit_seal where number > 1')
    const honest = file
    file = join(folder, `${systemIds.next()}.jsonl`)
    await sealAll(4)
    expect((await verify()).findings).toEqual([])
    file = honest
    expect(await found()).toEqual(expect.arrayContaining(['seal_disagrees 2', 'seal_disagrees 3']))
  })

  it('finds an outside file that is gone, cut, changed or broken', async () => {
    const text = await readFile(file, 'utf8')
    const [first, second, third] = text.trimEnd().split('\n')
    await writeFile(file, `${first}\n${third}\n`)
    expect(await found()).toEqual(['seal_disagrees 2'])
    await writeFile(file, `${first}\n${second?.replace(/"hash":"./, '"hash":"x')}\n${third}\n`)
    expect(await found()).toEqual(['seal_disagrees 2'])
    await writeFile(file, `${text}not a seal\n`)
    expect(await found()).toEqual(['file_broken null'])
    await rm(file)
    expect(await found()).toEqual(['file_missing null'])
  })

  it('is found after a crash between file and database by nobody: the seal is made again to the letter', async () => {
    await admin.query('delete from audit_seal where number = 3')
    await write(1)
    await sealAll(4)
    expect(await found()).toEqual([])
    expect((await verify()).seals).toBe(4)
  })

  it('leaves a line that was cut off when the machine stopped, and goes on after it', async () => {
    const text = await readFile(file, 'utf8')
    const last = text.trimEnd().split('\n').at(-1) ?? ''
    await writeFile(file, text.slice(0, text.length - last.length + 40))
    await admin.query('delete from audit_seal where number = 3')
    await write(1)
    await sealAll(5)
    expect(await found()).toEqual([])
    expect((await verify()).seals).toBe(3)
  })

  it('says that seals were copied to a new file, and keeps other databases’ lines apart', async () => {
    await rm(file)
    await appendFile(
      file,
      '{"chain":"another","number":1,"from":"0","to":"9","events":1,"previous":"x","hash":"y","sealed_at":"2026-11-23T08:55:00Z"}\n',
    )
    await write(1)
    await sealAll(4)
    const { findings, copied, seals } = await verify()
    expect([findings, copied, seals]).toEqual([[], 3, 4])
  })

  it('refuses to seal on a server that counts its transactions from lower', async () => {
    await admin.query('update audit_seal set to_xid = $1 where number = 3', ['900000000000'])
    const sealed = await seal()
    expect(sealed.ok).toBe(false)
  })
})

describe('sealing under load', () => {
  const writers = 6
  const each = 60

  const writing = async (writer: number): Promise<void> => {
    const client = new pg.Client({
      connectionString: loginUrl(open.house.located, 'throughcare_web'),
      options: '-c search_path=throughcare,public',
    })
    await client.connect()
    for (let made = 0; made < each; made += 1) {
      await client.query('begin; set local role throughcare_auth')
      await client.query(
        `select append_audit($1, now(), null, null, '{}', 'view_person', 'done', '{}', null, null, null)`,
        [systemIds.next()],
      )
      // Some keep their transaction open while others come and go, so that they commit in another order than they began.
      await client.query('select pg_sleep($1)', [((made * 7 + writer * 3) % 5) / 200])
      await client.query(made % 10 === 9 ? 'rollback' : 'commit')
    }
    await client.end()
  }

  it('misses nothing of many writers who commit out of order, with two sealers at once', async () => {
    file = join(folder, 'load.jsonl')
    await admin.query('truncate audit_event; delete from audit_seal where number > 0')
    let done = false
    const sealing = async (): Promise<void> => {
      while (!done) expect((await seal(50)).ok).toBe(true)
    }
    const sealers = [sealing(), sealing()]
    await Promise.all(Array.from({ length: writers }, (_, writer) => writing(writer)))
    done = true
    await Promise.all(sealers)
    await sealAll(50)
    const { findings, events, seals } = await verify()
    expect(findings).toEqual([])
    expect(events).toBe(writers * each * 0.9)
    expect(seals).toBeGreaterThan(5)
    const twice = await admin.query(
      `select e.id from audit_event e join audit_seal s on e.written_in >= s.from_xid and e.written_in < s.to_xid group by e.id having count(*) > 1`,
    )
    expect(twice.rowCount).toBe(0)
  })

  it('holds no lock that a writer waits for', async () => {
    await write(3)
    await whenAllEnded(admin)
    await open.house.database.worker(async (db) => {
      const inside = { worker: async <Value>(work: (tx: typeof db) => Promise<Value>) => work(db) }
      expect((await sealAudit({ database: inside, file, now: open.clock.now() })).ok).toBe(true)
      const locks = await admin.query<{ mode: string; table: string }>(
        `select l.mode, l.relation::regclass::text as table from pg_locks l join pg_stat_activity a on a.pid = l.pid
         where a.datname = current_database() and l.relation in ('audit_event'::regclass, 'audit_seal'::regclass) and a.usename = 'throughcare_work'`,
      )
      const modes = new Set(locks.rows.map(({ mode, table }) => `${table} ${mode}`))
      expect([...modes].sort()).toEqual([
        'audit_event AccessShareLock',
        'audit_seal AccessShareLock',
        'audit_seal RowExclusiveLock',
      ])
      await write(1)
    })
    expect(await found()).toEqual([])
  })

  it('gives one of two sealers the turn, and says so to the other', async () => {
    await open.house.database.worker(async (db) => {
      const inside = { worker: async <Value>(work: (tx: typeof db) => Promise<Value>) => work(db) }
      await sealAudit({ database: inside, file, now: open.clock.now() })
      const other = await seal()
      expect(other.ok && other.value.busy).toBe(true)
    })
  })
})
