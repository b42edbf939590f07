import { createHash } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { importFile, peopleFile } from '../../src/exchange/index.ts'
import { systemIds } from '../../src/platform/ids.ts'
import { clearExpired } from '../../src/platform/jobs/clear-expired.ts'
import { superuserOf } from '../support/audit.ts'
import { visit } from '../support/browse.ts'
import { withHouse } from '../support/house.ts'
import { buildTown, type Town } from '../support/town.ts'
import { movement, person } from './record.ts'
import { record } from './rows.ts'

const opened = withHouse()
let town: Town
let superuser: pg.Client
const lee = systemIds.next()

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  superuser = await superuserOf(house)
  await record(house, [lee], (tx) => [
    ...person(tx, lee, 'Unlogged'),
    movement(tx, lee, 'admission', 'LEI', '2026-11-20'),
  ])
})
afterAll(() => superuser.end())
afterEach(() => superuser.query('grant insert on audit_event to throughcare_audit_append'))

const cannotBeWritten = () => superuser.query('revoke insert on audit_event from throughcare_audit_append')
const count = async (query: string): Promise<number> =>
  Number((await superuser.query<{ count: string }>(`select count(*) from ${query}`)).rows[0]?.count)

const events = async (action: string) =>
  (
    await superuser.query<{
      person_ids: string[]
      why: string | null
      address: string | null
      subject: string | null
    }>('select person_ids, why, address, subject from audit_event where action = $1 order by at, id', [
      action,
    ])
  ).rows

const fileOf = async (line: string): Promise<string> => {
  const path = join(await mkdtemp(join(tmpdir(), 'throughcare-import-')), 'people.csv')
  await writeFile(
    path,
    `prison_number,nhs_number,family_name,given_name,date_of_birth,sex,date_of_death\n${line}\n`,
  )
  return path
}

const bring = (file: string) =>
  importFile(opened().house.database, file, peopleFile(Temporal.PlainDate.from('2026-11-23')), () => {}, {
    address: 'command line, user tester',
    importId: systemIds.next(),
  })

const flag = { kind: 'overdose_risk', detail: 'In the shower block' }

describe('where the audit log cannot be written', () => {
  it('nobody reads', async () => {
    const rosa = await visit(opened().house, 'rosa')
    await cannotBeWritten()
    const page = await rosa.get(`/people/${lee}`)
    expect(page.status).toBe(500)
    expect(page.html).not.toContain('Unlogged')
  })

  it('no form is done', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const page = await rosa.get(`/people/${lee}/safety-flags/new`)
    const hidden = Object.fromEntries(
      [...page.document.querySelectorAll('main form input[type=hidden]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    await cannotBeWritten()
    expect((await rosa.post(`/people/${lee}/safety-flags/new`, { ...hidden, ...flag })).status).toBe(500)
    expect(await count(`safety_flag where person_id = '${lee}'`)).toBe(0)
  })

  it('nothing is imported', async () => {
    const file = await fileOf('A7001BC,,Unlogged,Import,1990-01-01,M,')
    await cannotBeWritten()
    await expect(bring(file)).rejects.toThrow('permission denied')
    expect(await count(`identifier where value = 'A7001BC'`)).toBe(0)
  })

  it('nobody signs in', async () => {
    await cannotBeWritten()
    const rosa = await visit(opened().house, 'rosa')
    expect((await rosa.get('/today')).status).not.toBe(200)
  })
})

describe('the audit log has', () => {
  it('imports: of whom, from where and why', async () => {
    const taken = await bring(await fileOf('A7002BC,,Logged,Import,1990-01-01,M,'))
    expect(taken.ok).toBe(true)
    const [event] = await events('import_people')
    expect(event).toMatchObject({
      why: 'Import of people.csv',
      address: 'command line, user tester',
      subject: 'people.csv',
    })
    expect(event?.person_ids).toHaveLength(1)
  })

  it('each run of an import: which file, and counts, by nobody’s name; also of a file that changed nobody, or was not taken', async () => {
    const file = await fileOf('A7003BC,,Known,Import,1990-01-01,M,')
    await bring(file)
    await bring(file)
    const wrong = join(await mkdtemp(join(tmpdir(), 'throughcare-import-')), 'people.csv')
    await writeFile(wrong, 'these,are,not,people\n')
    expect((await bring(wrong)).ok).toBe(false)
    const runs = (
      await superuser.query<{
        role: string
        outcome: string
        subject: string
        why: string
        person_ids: string[]
        address: string
      }>(
        `select role, outcome, subject, why, person_ids, address from audit_event where action = 'import_file' order by at desc, id desc limit 3`,
      )
    ).rows.toReversed()
    const digest = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
    const run = { role: 'import', address: 'command line, user tester', person_ids: [] }
    expect(runs).toEqual([
      {
        ...run,
        outcome: 'done',
        subject: `import_people sha256:${digest}`,
        why: 'read 1, applied 1, duplicates 0, held 0, rejected 0',
      },
      {
        ...run,
        outcome: 'done',
        subject: `import_people sha256:${digest}`,
        why: 'read 1, applied 0, duplicates 1, held 0, rejected 0',
      },
      expect.objectContaining({ ...run, outcome: 'refused', why: 'Not taken: nothing was applied' }),
    ])
    expect(JSON.stringify(runs)).not.toMatch(/A7003BC|Known/)
  })

  it('searches, by an id: what was typed is kept apart, and not for ever', async () => {
    const rosa = await visit(opened().house, 'rosa')
    expect((await rosa.search('Unlogged')).words).toContain('Unlogged')
    const found = (await events('search_people')).at(-1)
    expect(found?.person_ids).toEqual([lee])
    expect(await count(`stored_search where id = '${found?.subject}' and words = 'Unlogged'`)).toBe(1)
    expect(await count(`audit_event where audit_event::text like '%Unlogged%'`)).toBe(0)
    const clock = {
      now: () =>
        opened()
          .clock.now()
          .add({ hours: 24 * 29 }),
    }
    await clearExpired.run({}, { database: opened().house.database, clock })
    expect(await count(`stored_search where id = '${found?.subject}'`)).toBe(0)
  })

  it('prints: of the page and the people that were on it, by whoever looked at it', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const page = await rosa.get(`/people/${lee}`)
    const shown = page.document.body.getAttribute('data-page') ?? ''
    const token = page.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    expect((await rosa.post('/printed', { page: shown, _csrf: token })).status).toBe(204)
    expect(await events('print_page')).toMatchObject([{ person_ids: [lee], subject: 'view_person' }])
    expect((await rosa.post('/printed', { page: shown })).status).toBe(403)
    const colin = await visit(opened().house, 'colin')
    const his =
      (await colin.get('/account')).document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    expect((await colin.post('/printed', { page: shown, _csrf: his })).status).toBe(404)
    expect(await events('print_page')).toHaveLength(1)
  })

  it('the reason that a form asks for', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const moved = await rosa.send(`/people/${lee}/movements/new`, {
      what: 'to_court',
      'day-day': '23',
      'day-month': '11',
      'day-year': '2026',
    })
    expect(moved.status).toBe(200)
    const history = await rosa.get(`/people/${lee}/history`)
    const aside = history.document.querySelector('a[href$=set-aside]')?.getAttribute('href') ?? ''
    await rosa.send(aside, { why: 'He was on the wing all day' })
    expect((await events('set_aside_feed_message')).map(({ why }) => why)).toEqual([
      'He was on the wing all day',
    ])
  })

  it('signing in, failing to, and signing out', async () => {
    const before = await count(`audit_event where action = 'sign_in'`)
    const rosa = await visit(opened().house, 'rosa')
    await rosa.post('/sign-in', { sign_in_name: 'rosa', password: 'not the password' })
    expect(await count(`audit_event where action = 'sign_in'`)).toBe(before + 2)
    const [failed] = (
      await superuser.query<{ outcome: string; staff_id: string }>(
        `select outcome, staff_id from audit_event where action = 'sign_in' order by at desc, id desc limit 1`,
      )
    ).rows
    expect(failed).toEqual({ outcome: 'refused', staff_id: town.staff.rosa?.id })
    const token =
      (await rosa.get('/account')).document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    await rosa.post('/sign-out', { _csrf: token })
    expect(await events('sign_out')).toHaveLength(1)
  })
})
