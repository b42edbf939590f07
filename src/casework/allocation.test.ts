import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { ok } from '../platform/result.ts'
import { addStaff } from '../workforce/index.ts'
import { aCase, owedTo } from './testing.ts'

const opened = withHouse()
let town: Town
let rosa: Visitor
let tessa: Visitor
let joan = ''

const rows = async <Row>(work: (tx: WriteTx) => Promise<Row>): Promise<Row> => {
  const found = await opened().house.database.intake(async (tx) => ({ ok: true, value: await work(tx) }))
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value
}

const allocations = (id: string) =>
  rows(({ db }) =>
    db
      .selectFrom('allocation')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
  )

const idOf = (name: string): string => town.staff[name]?.id ?? ''

const somebody = (given: string, told: object = {}) =>
  aCase(opened().house.database, { given, family: 'Held', town, worker: 'rosa', ...told })

beforeAll(async () => {
  town = await buildTown(opened().house)
  const added = await opened().house.database.intake((tx) =>
    addStaff(tx, {
      name: 'Joan Example',
      signInName: 'joan',
      password: 'three random words do well',
      memberships: [
        { serviceId: town.services.leeds, role: 'recovery_worker', from: tx.today.subtract({ years: 1 }) },
      ],
    }),
  )
  if (added.ok) joan = added.value
  rosa = await visit(opened().house, 'rosa')
  tessa = await visit(opened().house, 'tessa')
})

describe('giving somebody back', () => {
  it('leaves them to the team leader, with the reason, who is recommended somebody else', async () => {
    const id = await somebody('Lee')
    const asked = await rosa.send(`/people/${id}/hand-back`, {})
    expect(asked.words).toContain('Say why you give them back')
    const page = await rosa.send(`/people/${id}/hand-back`, { why: 'We are related' })
    expect(page.words).toContain(
      'You gave Lee Held back. They have no worker now: your team leader sees that.',
    )
    expect(await owedTo(opened().house.database, id)).toContain('allocated_worker')
    expect(await allocations(id)).toMatchObject([
      { handed_back: true, ended_why: 'We are related', ended_by: idOf('rosa') },
    ])
    const team = await tessa.get('/team')
    expect(team.words).toContain('Without a worker (1)')
    expect(team.words).toContain('Joan Example: has the most room')
    const many = await tessa.get('/team/allocate')
    expect(many.words).toContain('Given back: We are related')
    expect((await rosa.get(`/people/${id}/hand-back`)).status).toBe(404)
    await tessa.send(`/people/${id}/allocate`, { worker: joan, complexity: '2' })
  })
})

describe('a limit', () => {
  it('is set by the team leader alone, and asks for a reason that is kept', async () => {
    const path = `/team/limits/${town.services.leeds}/${joan}`
    expect((await rosa.get(path)).status).toBe(403)
    expect((await tessa.send(path, { places: 'lots' })).words).toContain('Enter a whole number')
    const set = await tessa.send(path, { places: '3' })
    expect(set.words).toContain('Joan Example can carry 3 places from now on')
    expect(set.words).toContain('2 of 3')
    const id = await somebody('Max')
    const refused = await tessa.send(`/people/${id}/allocate`, { worker: joan, complexity: '2', why: 'Move' })
    expect(refused.status).toBe(422)
    expect(refused.words).toContain(
      'Joan Example would carry 4 places, and the limit is 3. Say why all the same',
    )
    expect((await allocations(id)).length).toBe(1)
    await tessa.send(`/people/${id}/allocate`, {
      worker: joan,
      complexity: '2',
      complexity_why: 'Needs time',
      why: 'Move',
      over: 'Knows the family',
    })
    expect((await allocations(id)).at(-1)).toMatchObject({
      staff_id: joan,
      over_limit_why: 'Knows the family',
    })
    expect((await tessa.get('/team')).words).toContain('Over the limit')
    const history = await rosa.get(`/people/${id}/workers`)
    expect(history.words).toContain('Past their limit: Knows the family')
    expect(history.words).toContain('Complexity 2 today, Tessa Example: Needs time')
    expect(history.words).toContain('Ended by Tessa Example: Move')
  })

  it('counts a complexity that changes, with why; the one before stays', async () => {
    const id = await somebody('Ned', { flag: 'overdose_risk' })
    const form = await rosa.get(`/people/${id}/complexity`)
    expect(form.words).toContain('Suggested: 2, because: overdose risk')
    await rosa.send(`/people/${id}/complexity`, { complexity: '3', why: 'Three overdoses' })
    const page = await rosa.send(`/people/${id}/complexity`, { complexity: '1', why: 'Settled' })
    expect(page.words).toContain('takes one place of Rosa Example’s limit')
    expect(page.words).toContain('Complexity 3 today, Rosa Example: Three overdoses')
  })
})

describe('many at once', () => {
  it('are each given or kept with why, and the numbers add up', async () => {
    await tessa.send(`/team/limits/${town.services.leeds}/${joan}`, { places: '7' })
    const ids = await Promise.all(['Ola', 'Pia', 'Quy', 'Ray'].map((given) => somebody(given)))
    const people = ids.map((id) => `${id}|${town.services.leeds}`)
    const path = `/team/allocate?worker=${idOf('rosa')}`
    const asked = await tessa.send(path, { people, to: joan })
    expect(asked.words).toContain('Say why the worker until now ends')
    const done = await tessa.send(path, { people, to: joan, why: 'Rosa moves wing' })
    expect(done.words).toMatch(
      /3 people allocated: 3 to Joan Example\. 1 kept: \w+ Held, because Joan Example would carry 8 places/,
    )
    const after = await Promise.all(ids.map(allocations))
    expect(after.filter((each) => each.at(-1)?.staff_id === joan).length).toBe(3)
    expect(after.filter((each) => each.length === 1 && each[0]?.to_day === null).length).toBe(1)
  })

  it('as recommended: who knew them before comes first', async () => {
    const id = await somebody('Sal')
    await tessa.send(`/people/${id}/allocate`, { worker: idOf('colin'), why: 'Coordinator' })
    await tessa.send(`/people/${id}/allocate`, { worker: joan, why: 'Move', over: 'Yes' })
    await rows(({ db }) =>
      db
        .updateTable('allocation')
        .set({ to_day: Temporal.PlainDate.from('2026-11-23'), ended_why: 'x' })
        .where('person_id', '=', id)
        .execute(),
    )
    const page = await tessa.get(`/people/${id}/allocate`)
    expect(page.words).toMatch(/Recommended: (Rosa|Colin) Example: worked with them until today/)
  })

  it('of another team are not there to be given', async () => {
    const id = await somebody('Tam')
    await rosa.send(`/people/${id}/hand-back`, { why: 'Moved wing' })
    const sent = await tessa.send('/team/allocate', { people: `${id}|${town.services.isis}`, to: joan })
    expect(sent.status).toBe(404)
  })

  it.each(['-'.repeat(36), 'x', ''])('are chosen from the list: %s is nobody', async (id) => {
    const sent = await tessa.send('/team/allocate', { people: `${id}|${town.services.leeds}`, to: joan })
    expect(sent.status).toBe(422)
    expect(sent.words).toContain('Choose from the list')
  })
})

describe('the team’s figures', () => {
  it('open to their people, with the source of the rule', async () => {
    const page = await tessa.get('/team?period=year')
    expect(page.words).toContain('How each standard was met')
    expect(page.words).toContain('Source:')
    const link = [...page.document.querySelectorAll('a')].find((a) =>
      a.getAttribute('href')?.startsWith('/team/figures?'),
    )
    const count = Number.parseInt(link?.textContent ?? '', 10)
    const people = await tessa.get(link?.getAttribute('href') ?? '')
    expect(people.words).toContain(`(${count})`)
    expect((await rosa.get('/team/figures')).status).toBe(403)
  })

  it('of what is overdue by worker lead to as many rows', async () => {
    const page = await tessa.get('/team')
    const link = [...page.document.querySelectorAll('a')].find((a) =>
      a.textContent?.includes('overdue for Rosa Example'),
    )
    const count = Number.parseInt(link?.textContent ?? '', 10)
    const list = await tessa.get(link?.getAttribute('href') ?? '')
    expect(count).toBeGreaterThan(0)
    expect(list.words).toContain(`Everything owed (${count})`)
    expect(list.words).toContain('One worker’s people')
  })
})

describe('row security', () => {
  const tries = async (who: string, work: (tx: WriteTx) => Promise<unknown>): Promise<string> => {
    const { id, role } = town.staff[who] ?? { id: '', role: '' }
    const done = await opened().house.database.write({ staffId: id, role }, async (tx) => ok(await work(tx)))
    return done.ok ? 'done' : done.refusal.kind
  }

  const weigh = (tx: WriteTx, row: { id: string; person_id: string }, by: string) =>
    tx.db
      .insertInto('complexity')
      .values({
        id: tx.ids.next(),
        person_id: row.person_id,
        recorded_under: row.person_id,
        service_id: town.services.leeds,
        allocation_id: row.id,
        level: 2,
        why: 'x',
        suggested: 1,
        recorded_by: idOf(by),
        recorded_at: tx.now,
      })
      .execute()

  it('lets a recovery worker say how much work somebody is, of whom it is, and nobody else', async () => {
    const [row] = await allocations(await somebody('Uma'))
    const [other] = await allocations(await somebody('Viv'))
    if (row === undefined || other === undefined) throw new Error('nobody is allocated')
    expect(await tries('rosa', (tx) => weigh(tx, row, 'rosa'))).toBe('done')
    expect(await tries('rosa', (tx) => weigh(tx, row, 'tessa'))).toBe('forbidden')
    expect(await tries('rosa', (tx) => weigh(tx, { ...row, person_id: other.person_id }, 'rosa'))).toBe(
      'forbidden',
    )
    expect(await tries('isla', (tx) => weigh(tx, row, 'isla'))).toBe('forbidden')
  })

  it('lets a team leader alone set a limit, in their own service', async () => {
    const set = (by: string, serviceId: string) => (tx: WriteTx) =>
      tx.db
        .insertInto('worker_limit')
        .values({
          id: tx.ids.next(),
          staff_id: idOf('rosa'),
          service_id: serviceId,
          places: 10,
          set_by: idOf(by),
          set_at: tx.now,
        })
        .execute()
    expect(await tries('tessa', set('tessa', town.services.leeds))).toBe('done')
    expect(await tries('rosa', set('rosa', town.services.leeds))).toBe('forbidden')
    expect(await tries('tessa', set('tessa', town.services.isis))).toBe('forbidden')
  })

  it('lets nobody name cover for a colleague’s people but the team leader and the colleague', async () => {
    const [row] = await allocations(await somebody('Wyn'))
    const leaveId = await rows(async (tx) => {
      const id = tx.ids.next()
      const away = { from_day: tx.today.add({ days: 60 }), returns_on: tx.today.add({ days: 65 }) }
      await tx.db
        .insertInto('staff_leave')
        .values({ id, staff_id: idOf('rosa'), ...away, recorded_at: tx.now })
        .execute()
      return id
    })
    const name = (by: string) => (tx: WriteTx) =>
      tx.db
        .insertInto('cover')
        .values({
          id: tx.ids.next(),
          person_id: row?.person_id ?? '',
          recorded_under: row?.person_id ?? '',
          service_id: town.services.leeds,
          leave_id: leaveId,
          allocation_id: row?.id ?? '',
          staff_id: idOf('colin'),
          as_role: 'coordinator',
          from_day: tx.today,
          recorded_by: idOf(by),
          recorded_at: tx.now,
        })
        .execute()
    expect(await tries('colin', name('colin'))).toBe('forbidden')
    expect(await tries('rosa', name('rosa'))).toBe('done')
    expect(await tries('tessa', name('tessa'))).toBe('done')
  })
})
