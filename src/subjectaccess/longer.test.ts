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
const lee = '01900000-0000-7000-8000-0000000000c1'

const idOf = (name: string): string => town.staff[name]?.id ?? ''

const openOne = async (): Promise<string> => {
  const { house } = opened()
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
  return /access-requests\/([0-9a-f-]{36})/.exec(page.html)?.[1] ?? ''
}

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  await record(house, [lee], (tx) => [
    ...aPerson(tx, lee, 'Whitaker'),
    ...wholeRecord(tx, lee, town),
    movement(tx, lee, 'admission', 'LEI', '2026-11-10'),
    ['note', { ...note(tx, lee, town.services.leeds, 'recovery')[1], words: 'Talked of Mary Donnelly.' }],
  ])
})

const gathered = async (): Promise<string> => {
  const requestId = await openOne()
  await gatherAccess.run({ requestId }, { database: opened().house.database, clock: opened().clock })
  return requestId
}

const stateOf = async (id: string) =>
  (
    await rowsOf(
      opened().house,
      sql<{
        state: string
        due_on: string
        items: number
      }>`select state, due_on::text as due_on, (select count(*)::integer from access_item i where i.request_id = r.id) as items
      from access_request r where id = ${id}`,
    )
  )[0]

const asLeader = (change: string) =>
  opened().house.database.write({ staffId: idOf('tessa'), role: 'team_leader' }, async (tx) => {
    const done = await sql.raw(change).execute(tx.db)
    return ok(done.numAffectedRows)
  })

const longer = {
  further: 'two',
  why: 'Three services have to read it',
  'told-day': '23',
  'told-month': '11',
  'told-year': '2026',
  told_how: 'A letter to the wing',
}

describe('a request that takes longer', () => {
  it('gets up to two further months from the day it was asked, with the reason and that they were told', async () => {
    const id = await gathered()
    const tessa = await visit(opened().house, 'tessa')
    expect((await tessa.get(`/access-requests/${id}/extend`)).words).toContain('by 21 December 2026')
    const lacking = await tessa.send(`/access-requests/${id}/extend`, { ...longer, why: '', told_how: '' })
    expect(lacking.words).toContain('Say why it takes longer, as they were told')
    expect(lacking.words).toContain('Say how they were told')
    const later = await tessa.send(`/access-requests/${id}/extend`, { ...longer, 'told-day': '24' })
    expect(later.words).toContain('Tell them first')
    expect((await stateOf(id))?.due_on).toBe('2026-12-21')
    const done = await tessa.send(`/access-requests/${id}/extend`, longer)
    expect(done.words).toContain('Answer by 22 February 2027')
    expect(done.words).toContain('Three services have to read it')
    expect(done.words).toContain('Told on 23 November 2026: A letter to the wing')
    expect(
      (await tessa.send(`/access-requests/${id}/extend`, { ...longer, further: 'one' })).words,
    ).toContain('was extended before')
    expect((await stateOf(id))?.due_on).toBe('2027-02-22')
  })

  it('never gets more than the law gives, also past the pages', async () => {
    const id = await gathered()
    const tried = asLeader(
      `update access_request set due_on = '2027-06-01', extended_why = 'Busy', extended_by = '${idOf('tessa')}', extended_at = now(), told_on = '2026-11-23', told_how = 'Spoken' where id = '${id}'`,
    )
    await expect(tried).rejects.toThrow('access_request_at_most')
    const untold = await asLeader(
      `update access_request set due_on = '2027-01-20', extended_by = '${idOf('tessa')}', extended_at = now(), told_on = '2026-11-23' where id = '${id}'`,
    )
    expect(untold.ok).toBe(false)
  })
})

describe('a request that was taken back', () => {
  it('is closed with who said so; its copies go in the night, and nobody decides or releases any more', async () => {
    const { house } = opened()
    const id = await gathered()
    const [passage] = await rowsOf(
      house,
      sql<{
        id: string
      }>`select id from access_passage where request_id = ${id} and class not in ('clinical', 'safeguarding') limit 1`,
    )
    const tessa = await visit(house, 'tessa')
    const done = await tessa.send(`/access-requests/${id}/withdraw`, {
      'withdrawn-day': '23',
      'withdrawn-month': '11',
      'withdrawn-year': '2026',
      how: 'Lee told Rosa on the wing',
    })
    expect(done.words).toContain('Closed as taken back')
    expect(done.words).toContain('23 November 2026. Lee told Rosa on the wing')
    expect(done.words).not.toContain('Go through the marked passages')
    const decided = await tessa.send(`/access-requests/${id}/passages/${passage?.id}`, { decision: 'kept' })
    expect(decided.words).toContain('is decided already, or is not yours')
    const over = await tessa.get(`/access-requests/${id}/release`)
    expect(over.words).toContain('nothing that you could release')
    expect(over.document.querySelector('main form')).toBeNull()
    const another = await tessa.get(`/access-requests/${id}/passages/${passage?.id}`)
    const _csrf = another.document.querySelector('main [name=_csrf]')?.getAttribute('value') ?? ''
    const past = await tessa.post(`/access-requests/${id}/release`, {
      _csrf,
      given_to: 'Lee',
      how: 'in_hand',
    })
    expect(past.status).toBe(422)
    expect(past.document.querySelector('.govuk-error-summary')?.textContent).toMatch(
      /wait for a decision|nothing that you could release/,
    )
    expect((await stateOf(id))?.items).toBeGreaterThan(0)
    await clearAccess.run({}, { database: house.database, clock: opened().clock })
    expect(await stateOf(id)).toEqual({ state: 'withdrawn', due_on: '2026-12-21', items: 0 })
  })

  it('while it is gathered stops the gathering', async () => {
    const { house } = opened()
    const id = await openOne()
    const tessa = await visit(house, 'tessa')
    await tessa.send(`/access-requests/${id}/withdraw`, {
      'withdrawn-day': '23',
      'withdrawn-month': '11',
      'withdrawn-year': '2026',
      how: 'Lee told Rosa on the wing',
    })
    await gatherAccess.run({ requestId: id }, { database: house.database, clock: opened().clock })
    expect(await stateOf(id)).toMatchObject({ state: 'withdrawn', items: 0 })
  })

  it('stays closed, also past the pages', async () => {
    const id = await openOne()
    const tessa = await visit(opened().house, 'tessa')
    await tessa.send(`/access-requests/${id}/withdraw`, {
      'withdrawn-day': '23',
      'withdrawn-month': '11',
      'withdrawn-year': '2026',
      how: 'Lee told Rosa on the wing',
    })
    expect(
      await asLeader(
        `update access_request set state = 'in_review', withdrawn_on = null, withdrawn_by = null, withdrawn_at = null where id = '${id}'`,
      ),
    ).toEqual({ ok: true, value: 0n })
  })

  it('and the longer time stand on the audit log', async () => {
    const { default: pg } = await import('pg')
    const admin = new pg.Client({ connectionString: opened().house.located.adminUrl })
    await admin.connect()
    const found = await admin.query(
      `select distinct action from throughcare.audit_event where $1 = any (person_ids) and outcome = 'done' and staff_id = $2
        and action = any (array['extend_access_request', 'withdraw_access_request', 'view_extend_access', 'view_withdraw_access']) order by 1`,
      [lee, idOf('tessa')],
    )
    await admin.end()
    expect(found.rows.map(({ action }) => action)).toEqual([
      'extend_access_request',
      'view_extend_access',
      'view_withdraw_access',
      'withdraw_access_request',
    ])
  })
})
