import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { visit } from '../../test/support/browse.ts'
import { mondayMorning, withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import type { ActingAs } from '../platform/database/transaction.ts'
import { ok } from '../platform/result.ts'
import { rebuildObligations } from '../standards/index.ts'
import { aCase, aPerson } from './testing.ts'

const opened = withHouse()
let town: Town

const staffOf = (name: string) => {
  const found = town.staff[name]
  if (found === undefined) throw new Error(name)
  return found
}
const as = (name: string): ActingAs => ({ staffId: staffOf(name).id, role: staffOf(name).role })

/** Sets the clock so many days after that Monday. */
const onDay = (offset: number): void => opened().clock.set(mondayMorning.add({ hours: 24 * offset }))

const date = (name: string, offset: number) => {
  const day = Temporal.PlainDate.from('2026-11-23').add({ days: offset })
  return { [`${name}-day`]: `${day.day}`, [`${name}-month`]: `${day.month}`, [`${name}-year`]: `${day.year}` }
}

/** Somebody whom Kev is named for as key worker, who has left for another prison's care and so is nobody's by place. */
const keyWorked = async (given: string): Promise<string> => {
  const id = await aPerson(opened().house.database, { given, family: 'Keyed', arrivedDaysAgo: 30 })
  const done = await opened().house.database.intake(async (tx) => {
    await tx.db
      .insertInto('allocation')
      .values({
        id: tx.ids.next(),
        person_id: id,
        recorded_under: id,
        service_id: town.services.leedsWing,
        staff_id: staffOf('kev').id,
        as_role: 'key_worker',
        from_day: tx.today.subtract({ days: 20 }),
        recorded_at: tx.now,
      })
      .execute()
    return tx.lock(id)
  })
  if (!done.ok) throw new Error(done.refusal.message)
  return id
}

/** What the actor's transaction finds of somebody. */
const sees = (name: string, id: string) =>
  opened().house.database.read(as(name), async (tx) => {
    const found = await sql<{ person: number; place: number; sees: boolean; named: number }>`
      select (select count(*) from person where id = ${id}) as person, (select count(*) from whereabouts where person_id = ${id}) as place,
        actor_sees(${id}) as sees, (select count(*) from search_people('Keyed', null, null, 50) s where s.person_id = ${id}) as named`.execute(
      tx.db,
    )
    return found.rows[0]
  })
const everything = { person: 1, place: 1, sees: true, named: 1 }
const nothing = { person: 0, place: 0, sees: false, named: 0 }

beforeAll(async () => {
  town = await buildTown(opened().house)
})

describe('a key worker', () => {
  it('gives somebody back with a reason, whom nobody else is named for then', async () => {
    onDay(0)
    const id = await keyWorked('Gil')
    const kev = await visit(opened().house, 'kev')
    const page = await kev.get(`/people/${id}/workers`)
    expect(page.words).toContain('Give back')
    expect(page.words).not.toContain('Allocate a worker')
    expect((await kev.send(`/people/${id}/hand-back`, { why: '' })).words).toContain(
      'Say why you give them back',
    )
    const done = await kev.send(`/people/${id}/hand-back`, { why: 'I move to another wing' })
    expect(done.words).toContain('You gave Gil Keyed back. They have no key worker now')
    expect((await kev.get(`/people/${id}/hand-back`)).status).toBe(404)
    const chas = await visit(opened().house, 'chas')
    expect((await chas.get(`/people/${id}/hand-back`)).status).toBe(404)
    const tessa = await visit(opened().house, 'tessa')
    expect((await tessa.get(`/people/${id}/workers`)).words).toContain('Given back: I move to another wing')
  })
})

describe('cover for a named worker', () => {
  it('gives a colleague the same sight on the days of the leave, and none before or after', async () => {
    onDay(0)
    const id = await keyWorked('Lee')
    const other = await aPerson(opened().house.database, { given: 'Not', family: 'Keyed' })
    const kev = await visit(opened().house, 'kev')
    const page = await kev.send('/leave/new', {
      ...date('from', 1),
      ...date('returns', 4),
      colleagues: staffOf('chas').id,
    })
    expect(page.words).toContain('Kev Example is away until Friday 27 November. 1 person covered until then.')
    expect(await sees('chas', id)).toEqual(nothing)
    const leave = /\/leave\/[0-9a-f-]{36}/.exec((await kev.get('/leave')).html)?.[0] ?? ''
    const nonsense = await kev.send(`${leave}/cover`, {
      colleagues: staffOf('chas').id,
      everybody: ['x', 'x'],
    })
    expect(nonsense.words).toContain('Choose from these')
    for (const offset of [1, 2, 3]) {
      onDay(offset)
      expect(await sees('chas', id), `day ${offset}`).toEqual(everything)
      expect(await sees('chas', other)).toEqual(nothing)
    }
    const chas = await visit(opened().house, 'chas')
    expect((await chas.get('/caseload')).words).toContain('covering for Kev Example until tomorrow')
    expect((await chas.get('/people')).words).toContain('Lee Keyed')
    const noted = await chas.send(`/people/${id}/notes/new`, {
      words: 'Seen for Kev',
      class: 'key_work',
      ...date('day', 3),
    })
    expect(noted.status).toBe(200)
    onDay(4)
    expect(await sees('chas', id)).toEqual(nothing)
    expect(await sees('kev', id)).toEqual(everything)
    const chasLater = await visit(opened().house, 'chas')
    expect((await chasLater.get(`/people/${id}`)).status).toBe(404)
    expect(await rebuildObligations(opened().house.database, () => {})).toMatchObject({ changed: 0 })
  })

  it('is not seen between two leaves', async () => {
    onDay(10)
    const id = await keyWorked('Two')
    const kev = await visit(opened().house, 'kev')
    for (const [from, to] of [
      [10, 12],
      [20, 22],
    ] as const)
      await kev.send('/leave/new', {
        ...date('from', from),
        ...date('returns', to),
        colleagues: staffOf('chas').id,
      })
    expect(await sees('chas', id)).toEqual(everything)
    onDay(15)
    expect(await sees('chas', id)).toEqual(nothing)
    onDay(21)
    expect(await sees('chas', id)).toEqual(everything)
  })

  it('is for a colleague of the same service and kind of work alone', async () => {
    onDay(30)
    const id = await keyWorked('Kin')
    const kev = await visit(opened().house, 'kev')
    const page = await kev.send('/leave/new', {
      ...date('from', 30),
      ...date('returns', 32),
      colleagues: staffOf('otto').id,
    })
    expect(page.words).toMatch(/\d (person|people) nobody covers yet/)
    expect(await sees('otto', id)).toEqual(nothing)
    const direct = opened().house.database.write(as('rosa'), async (tx) => {
      const leave = await sql<{
        id: string
      }>`select id from staff_leave where staff_id = ${staffOf('kev').id} limit 1`.execute(tx.db)
      return ok(leave.rows.length)
    })
    expect(await direct).toEqual({ ok: true, value: 0 })
  })
})

describe('cover in a recovery team', () => {
  it('stands on Today and the caseload, moves with the day of return, and goes back by itself', async () => {
    onDay(0)
    const id = await aCase(opened().house.database, { given: 'Cov', family: 'Ered', town, worker: 'rosa' })
    const tessa = await visit(opened().house, 'tessa')
    const begun = await tessa.send('/leave/new', {
      staff: staffOf('rosa').id,
      ...date('from', 0),
      ...date('returns', 7),
      colleagues: staffOf('colin').id,
    })
    expect(begun.words).toContain(
      'Rosa Example is away until Monday 30 November. 1 person covered until then.',
    )
    expect(begun.words).toContain('Colin Example')
    const colin = await visit(opened().house, 'colin')
    const today = await colin.get('/today')
    expect(today.words).toContain('covering for Rosa Example')
    expect((await colin.get('/caseload')).words).toContain(
      'covering for Rosa Example until Monday 30 November',
    )
    expect((await tessa.get('/team')).words).toContain('Until Monday 30 November')
    const refused = await tessa.send(`/people/${id}/allocate`, { worker: staffOf('rosa').id })
    expect(refused.words).toMatch(/They have this worker already|is away until/)

    const path = begun.document.querySelector('a[href$="/return"]')?.getAttribute('href') ?? ''
    expect((await colin.get(path)).status).toBe(404)
    const moved = await tessa.send(path, { ...date('returns', 9), why: 'Still ill' })
    expect(moved.words).toContain('Rosa Example is back on Wednesday 2 December')
    expect(moved.words).toContain('Still ill')
    onDay(8)
    const colinLater = await visit(opened().house, 'colin')
    expect((await colinLater.get('/caseload?show=covering&sort=name')).words).toContain('Cov Ered')
    const rosa = await visit(opened().house, 'rosa')
    await rosa.send(path, { ...date('returns', 8), why: 'Better already' })
    expect((await colinLater.get('/caseload')).words).not.toContain('Cov Ered')
    expect((await colinLater.get('/today')).words).not.toContain('covering for')
    expect((await rosa.get('/caseload?sort=name&show=')).words).toContain('Cov Ered')
    const history = await rosa.get(`/people/${id}/workers`)
    expect(history.words).toContain('Covered by Colin Example from Monday 23 November until today')
    expect(await rebuildObligations(opened().house.database, () => {})).toMatchObject({ changed: 0 })
  })

  it('is recorded by the person themself or their team leader, of whom they may not choose', async () => {
    onDay(40)
    const rosa = await visit(opened().house, 'rosa')
    const page = await rosa.send('/leave/new', {
      staff: staffOf('colin').id,
      ...date('from', 41),
      ...date('returns', 43),
    })
    expect(page.words).toContain('Rosa Example is away until')
    const again = await rosa.send('/leave/new', { ...date('from', 42), ...date('returns', 45) })
    expect(again.words).toContain('They are away on some of these days already')
    const wrong = await rosa.send('/leave/new', { ...date('from', 50), ...date('returns', 50) })
    expect(wrong.words).toContain('The first day back is after the first day away')
    const byTrick = await opened().house.database.write(as('rosa'), async (tx) => {
      await tx.db
        .insertInto('staff_leave')
        .values({
          id: tx.ids.next(),
          staff_id: staffOf('colin').id,
          from_day: tx.today,
          returns_on: tx.today.add({ days: 2 }),
          recorded_by: staffOf('rosa').id,
          recorded_at: tx.now,
        })
        .execute()
      return ok(undefined)
    })
    expect(byTrick).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } })
  })
})
