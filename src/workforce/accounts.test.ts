import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town, townPassword } from '../../test/support/town.ts'
import { ok } from '../platform/result.ts'
import { endAllocationsOfLeavers } from './actions/endAllocationsOfLeavers.ts'

const opened = withHouse()
let town: Town
let tessa: Visitor
let ada: Visitor

beforeAll(async () => {
  town = await buildTown(opened().house)
  tessa = await visit(opened().house, 'tessa')
  ada = await visit(opened().house, 'ada')
})

const first = { 'first_day-day': '20', 'first_day-month': '11', 'first_day-year': '2026' }
const last = (day: string) => ({ 'last_day-day': day, 'last_day-month': '11', 'last_day-year': '2026' })

const idOf = (name: string): string => town.staff[name]?.id ?? ''

const invite = async (visitor: Visitor, name: string, role: string, service = town.services.leeds) => {
  const page = await visitor.send('/staff/new', { name, post: `${service}:${role}`, ...first })
  return { page, staffId: /\/staff\/([0-9a-f-]{36})/.exec(page.html)?.[1] ?? '' }
}

const codeFor = async (visitor: Visitor, staffId: string): Promise<string> => {
  const page = await visitor.get(`/staff/${staffId}/code`)
  const code = page.document.querySelector('input[name=code]')?.getAttribute('value') ?? ''
  await visitor.post(`/staff/${staffId}/code`, {
    code,
    _csrf: page.document.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '',
  })
  return code
}

const join = async (code: string, name: string) =>
  (await visit(opened().house, null)).post('/join', { code, sign_in_name: name, password: townPassword })

describe('inviting somebody', () => {
  it('adds them, and lets them in with a code that works once', async () => {
    const { page, staffId } = await invite(tessa, 'Nia New', 'recovery_worker')
    expect(page.words).toContain('A code for Nia New')
    const code = await codeFor(tessa, staffId)
    const twice = await tessa.send(`/staff/${staffId}/code`, { code })
    expect(twice.status).toBe(422)
    expect(twice.words).toContain('Open this page again for a new code')
    expect((await join('22222-22222-22222', 'nia')).status).toBe(422)
    expect((await join(code.toLowerCase(), 'rosa')).words).toContain('Choose another')
    expect((await join(code.toLowerCase(), 'nia')).status).toBe(303)
    expect((await join(code, 'nia.again')).status).toBe(422)
    const nia = await visit(opened().house, 'nia')
    expect((await nia.get('/today')).status).toBe(200)
  })

  it('takes no code that has run out, and none before a newer one', async () => {
    const { staffId } = await invite(tessa, 'Olu Old', 'recovery_worker')
    const older = await codeFor(tessa, staffId)
    const { clock } = opened()
    const now = clock.now()
    clock.set(now.add({ minutes: 10 }))
    const newer = await codeFor(tessa, staffId)
    expect((await join(older, 'olu')).status).toBe(422)
    clock.set(now.add({ hours: 24 * 8 }))
    expect((await join(newer, 'olu')).status).toBe(422)
    clock.set(now)
  })

  it('keeps no code in the database', async () => {
    const { staffId } = await invite(tessa, 'Pia Plain', 'recovery_worker')
    const code = await codeFor(tessa, staffId)
    const rows = await opened().house.database.auth((db) =>
      db
        .selectFrom('idempotency')
        .select(['location', 'flash'])
        .execute()
        .catch(() => []),
    )
    expect(JSON.stringify(rows)).not.toContain(code)
  })
})

describe('who may give what', () => {
  it('offers a team leader no role beyond the team, and refuses it when it is sent', async () => {
    expect((await tessa.get('/staff/new')).words).not.toContain('Service administrator')
    const { page } = await invite(tessa, 'Una Under', 'administrator')
    expect(page.status).toBe(422)
    expect((await invite(ada, 'Ann Admin', 'administrator')).page.words).toContain('A code for Ann Admin')
  })

  it('refuses other people’s services, and oneself', async () => {
    expect((await invite(tessa, 'Ivo Isis', 'recovery_worker', town.services.isis)).page.status).toBe(422)
    expect((await tessa.get(`/staff/${idOf('isla')}`)).status).toBe(404)
    const own = await tessa.send(`/staff/${idOf('tessa')}/roles/new`, {
      post: `${town.services.leeds}:coordinator`,
      ...first,
    })
    expect(own.words).toContain('Nobody gives themself a role')
    expect(own.document.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#post')
    expect(own.document.querySelector('#post')).not.toBeNull()
  })

  it.each([
    ['tessa', 'coordinator', 'herself'],
    ['rosa', 'coordinator', 'a worker'],
  ])('is held by the database for %s too', async (who, role) => {
    const { house } = opened()
    const written = await house.database.write(
      { staffId: idOf(who), role: town.staff[who]?.role ?? '' },
      async (tx) => {
        await tx.db
          .insertInto('membership')
          .values({
            id: tx.ids.next(),
            staff_id: idOf(who),
            service_id: town.services.leeds,
            role: role as 'coordinator',
            from_day: tx.today,
          })
          .execute()
        return ok(undefined)
      },
    )
    expect(written.ok).toBe(false)
  })
})

describe('a code for an account', () => {
  it('is made by nobody who keeps only some of its roles: neither in the page nor beneath it', async () => {
    const page = await tessa.get(`/staff/${idOf('ada')}`)
    expect(page.words).not.toContain('choose a new password')
    const code = await codeFor(tessa, idOf('ada'))
    expect((await join(code, 'taken.over')).status).toBe(422)
    const beneath = await opened().house.database.write(
      { staffId: idOf('tessa'), role: 'team_leader' },
      async (tx) => {
        await tx.db
          .insertInto('invitation')
          .values({
            id: tx.ids.next(),
            staff_id: idOf('ada'),
            code_hash: 'any',
            made_by: idOf('tessa'),
            made_at: tx.now,
            expires_at: tx.now.add({ hours: 1 }),
          })
          .execute()
        return ok(undefined)
      },
    )
    expect(beneath.ok).toBe(false)
    expect((await ada.get(`/staff/${idOf('tessa')}`)).words).toContain('choose a new password')
  })
})

describe('leaving', () => {
  it('ends roles, sessions and allocations, and says so beforehand', async () => {
    const { house, clock } = opened()
    const { staffId } = await invite(tessa, 'Lev Leaver', 'recovery_worker')
    await join(await codeFor(tessa, staffId), 'lev')
    const lev = await visit(house, 'lev')
    const left = await tessa.send(`/staff/${staffId}/leaving`, last('23'))
    expect(left.words).toContain('the last day is Monday 23 November')
    expect((await lev.get('/today')).status).toBe(200)
    const now = clock.now()
    clock.set(now.add({ hours: 24 }))
    const later = await visit(house, 'tessa')
    expect((await later.get('/staff?state=left')).words).toContain('Lev Leaver')
    expect((await (await visit(house, 'lev')).get('/today')).status).toBe(303)
    clock.set(now)
  })

  it('at once signs them out', async () => {
    const { staffId } = await invite(tessa, 'Max Gone', 'facilitator')
    await join(await codeFor(tessa, staffId), 'max')
    const max = await visit(opened().house, 'max')
    expect((await max.get('/account')).status).toBe(200)
    await tessa.send(`/staff/${staffId}/leaving`, last('22'))
    expect((await max.get('/account')).status).toBe(303)
  })

  it('never takes the last administrator, in the page or beneath it', async () => {
    const { house } = opened()
    const kept = await house.database.auth((db) =>
      db
        .selectFrom('membership')
        .innerJoin('staff', 'staff.id', 'membership.staff_id')
        .select(['membership.id', 'membership.staff_id', 'staff.full_name'])
        .where('role', '=', 'administrator')
        .where('to_day', 'is', null)
        .execute(),
    )
    const other = kept.find(({ full_name }) => full_name === 'Ann Admin')
    expect(kept).toHaveLength(2)
    const ended = await ada.send(`/staff/${other?.staff_id}/leaving`, last('22'))
    expect(ended.words).toContain('leaves: the last day is')
    await expect(
      house.database.intake(async (tx) =>
        ok(
          await tx.db
            .updateTable('membership')
            .set({ to_day: Temporal.PlainDate.from('2026-11-22') })
            .where('staff_id', '=', idOf('ada'))
            .execute(),
        ),
      ),
    ).rejects.toThrow('the last administrator')
  })

  it('gives whom they worked with by name back to the team', async () => {
    const { house, clock } = opened()
    const colin = idOf('colin')
    const { staffId } = await invite(tessa, 'Wyn Worker', 'recovery_worker')
    const person = await house.database.intake(async (tx) => {
      const id = tx.ids.next()
      await tx.db
        .insertInto('person')
        .values({ id, family_name: 'Bell', given_name: 'Marcus', recorded_at: tx.now })
        .execute()
      for (const worker of [colin, staffId])
        await tx.db
          .insertInto('allocation')
          .values({
            id: tx.ids.next(),
            person_id: id,
            recorded_under: id,
            service_id: town.services.leeds,
            staff_id: worker,
            as_role: 'recovery_worker',
            from_day: tx.today,
            recorded_at: tx.now,
          })
          .execute()
      return ok(id)
    })
    expect((await tessa.get(`/staff/${staffId}`)).words).toContain('1 person')
    await tessa.send(`/staff/${staffId}/leaving`, last('23'))
    const now = clock.now()
    const end = () => house.database.intake(async (tx) => ok(await endAllocationsOfLeavers(tx)))
    expect(await end()).toEqual(ok(0))
    clock.set(now.add({ hours: 24 }))
    expect(await end()).toEqual(ok(1))
    expect(await end()).toEqual(ok(0))
    const later = await visit(house, 'tessa')
    expect((await later.get(`/staff/${staffId}`)).words).toContain('0 people')
    clock.set(now)
    expect(person.ok).toBe(true)
  })
})
