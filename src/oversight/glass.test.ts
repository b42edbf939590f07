import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { movement, person, wholeRecord } from '../../test/security/record.ts'
import { insertRow, record, seenBy } from '../../test/security/rows.ts'
import { type Visited, type Visitor, visit } from '../../test/support/browse.ts'
import { mondayMorning, withHouse } from '../../test/support/house.ts'
import { buildTown, type Town, townPassword } from '../../test/support/town.ts'
import { systemIds } from '../platform/ids.ts'
import { ok } from '../platform/result.ts'
import { addStaff } from '../workforce/index.ts'

const opened = withHouse()
let town: Town

beforeAll(async () => {
  town = await buildTown(opened().house)
})
/** Each test an hour and a half later than the one before: nobody has tried too often, and no glass is open. */
let at = mondayMorning
beforeEach(() => {
  at = at.add({ minutes: 90 })
  opened().clock.set(at)
})

const as = (name: string) => ({ staffId: town.staff[name]?.id ?? '', role: town.staff[name]?.role ?? '' })
const sees = (who: string, id: string) => seenBy(opened().house, as(who), id)

interface Held {
  readonly id: string
  readonly number: string
}

/** At Isis, where Rosa of Leeds has no part in them. */
const heldAtIsis = async (): Promise<Held> => {
  const id = systemIds.next()
  let number = ''
  const { isis } = town.services
  const elsewhere = {
    ...town,
    services: { ...town.services, leeds: isis, leedsHealth: isis, leedsWing: isis },
  }
  await record(opened().house, [id], (tx) => {
    const rows = person(tx, id, 'Emergency')
    number = String(rows[1]?.[1].value)
    return [...rows, movement(tx, id, 'admission', 'ISI', '2026-11-20'), ...wholeRecord(tx, id, elsewhere)]
  })
  return { id, number }
}

const emergency = {
  'birth-day': '4',
  'birth-month': '3',
  'birth-year': '1989',
  kind: 'danger_to_life',
  reason: 'Found not breathing in the visits hall',
}

const breakFor = async (who: string, { number }: Held, more: Record<string, string> = {}): Promise<Visited> =>
  (await visit(opened().house, who)).send('/glass', { ...emergency, number, ...more })

const protect = (table: string, row: Record<string, unknown>) =>
  opened().house.database.intake(async (tx) => ok(await insertRow(tx, table, row)))

describe('breaking the glass', () => {
  it('opens one record to one member of staff, who reads what their role reads', async () => {
    const held = await heldAtIsis()
    const other = await heldAtIsis()
    expect(await sees('rosa', held.id)).toEqual([])
    const page = await breakFor('rosa', held)
    expect(page.words).toContain('The record is open to you until')
    const seen = await sees('rosa', held.id)
    for (const label of [
      'person',
      'identifier',
      'whereabouts',
      'contact_details',
      'safety_flag',
      'note recovery',
      'note key_work',
    ])
      expect(seen, label).toContain(label)
    for (const label of ['note clinical', 'note safeguarding', 'handover_draft', 'feed_message', 'notice'])
      expect(seen, label).not.toContain(label)
    expect(await sees('rosa', other.id)).toEqual([])
    for (const who of ['colin', 'nadia', 'kev']) expect(await sees(who, held.id), who).toEqual([])
    expect(await sees('tessa', held.id)).toEqual(['notice'])
  })

  it('shows on each page of the person how long it lasts, and closes at a press', async () => {
    const held = await heldAtIsis()
    await breakFor('rosa', held)
    const rosa = await visit(opened().house, 'rosa')
    opened().clock.set(at.add({ minutes: 18 }))
    for (const path of ['', '/history', '/release']) {
      const page = await rosa.get(`/people/${held.id}${path}`)
      expect(page.document.querySelector('.tc-glass')?.textContent, path).toContain('42 minutes left')
    }
    const page = await rosa.get(`/people/${held.id}`)
    const form = page.document.querySelector('.tc-glass form')
    const token = form?.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    const closed = await rosa.post(form?.getAttribute('action') ?? '', { _csrf: token })
    expect(closed.location).toBe('/people')
    expect((await rosa.get(`/people/${held.id}`)).status).toBe(404)
    expect(await sees('rosa', held.id)).toEqual([])
  })

  it('lasts an hour by the clock', async () => {
    const held = await heldAtIsis()
    await breakFor('rosa', held)
    opened().clock.set(at.add({ minutes: 59, seconds: 59 }))
    expect(await sees('rosa', held.id)).toContain('person')
    opened().clock.set(at.add({ hours: 1 }))
    expect(await sees('rosa', held.id)).toEqual([])
  })

  it('is closed at midnight no sooner and no later', async () => {
    const held = await heldAtIsis()
    opened().clock.set(Temporal.Instant.from('2026-11-25T23:30:00Z'))
    await breakFor('rosa', held)
    opened().clock.set(Temporal.Instant.from('2026-11-26T00:20:00Z'))
    expect(await sees('rosa', held.id)).toContain('person')
    opened().clock.set(Temporal.Instant.from('2026-11-26T00:30:00Z'))
    expect(await sees('rosa', held.id)).toEqual([])
  })

  it('lets nobody write, but raise what their role may raise', async () => {
    const held = await heldAtIsis()
    await breakFor('amira', held)
    const amira = await visit(opened().house, 'amira')
    const note = { 'day-day': '23', 'day-month': '11', 'day-year': '2026', words: 'Something' }
    const written = await amira.send(`/people/${held.id}/notes/new`, { ...note, class: 'recovery' })
    expect(written.status).toBe(403)
    const raised = await amira.send(`/people/${held.id}/notes/new`, { ...note, class: 'safeguarding' })
    expect(raised.words).toContain('Safeguarding concern written')
    const details = await amira.send(`/people/${held.id}/details`, {
      given_name: 'X',
      family_name: 'Y',
      sex: 'M',
      known_as: '',
    })
    expect([403, 422]).toContain(details.status)
    const kinds = await opened().house.database.intake(async (tx) =>
      ok(
        await tx.db
          .selectFrom('note')
          .select('class')
          .where('person_id', '=', held.id)
          .where('words', '=', 'Something')
          .execute(),
      ),
    )
    expect(kinds.ok && kinds.value.map((row) => row.class)).toEqual(['safeguarding'])
  })

  it('leaves search, lists and counts as they were', async () => {
    const held = await heldAtIsis()
    await breakFor('rosa', held)
    const found = await opened().house.database.read(as('rosa'), ({ db }) =>
      sql`select from search_people(null, ${held.number}, null, 100)`.execute(db),
    )
    expect(found.rows).toEqual([])
    const involved = await opened().house.database.read(as('rosa'), ({ db }) =>
      db.selectFrom('involvement').select('person_id').where('person_id', '=', held.id).execute(),
    )
    expect(involved).toEqual([])
  })

  it('counts in the role it was broken in alone', async () => {
    const held = await heldAtIsis()
    await breakFor('rosa', held)
    expect(await seenBy(opened().house, { ...as('rosa'), role: 'team_leader' }, held.id)).toEqual([])
  })
})

describe('against any glass', () => {
  it('a restricted person stays closed to all but named staff, who are told which number to ring', async () => {
    const held = await heldAtIsis()
    const since = opened().clock.now().toString()
    await protect('restriction', {
      person_id: held.id,
      ring_number: '020 7946 0999',
      reason: 'x',
      restricted_at: since,
    })
    const page = await breakFor('rosa', held)
    expect(page.words).toContain('Ring 020 7946 0999')
    expect(await sees('rosa', held.id)).toEqual([])
    await protect('restricted_access', {
      person_id: held.id,
      staff_id: as('tessa').staffId,
      granted_at: since,
    })
    await breakFor('tessa', held)
    expect(await sees('tessa', held.id)).toContain('note recovery')
  })

  it('somebody locked out learns not even that there is a record, and loses what was open', async () => {
    const held = await heldAtIsis()
    await breakFor('rosa', held)
    expect(await sees('rosa', held.id)).toContain('person')
    await protect('lock_out', {
      person_id: held.id,
      staff_id: as('rosa').staffId,
      reason: 'A cousin',
      locked_at: opened().clock.now().toString(),
    })
    expect(await sees('rosa', held.id)).toEqual([])
    const locked = await breakFor('rosa', held)
    const nobody = await breakFor('rosa', { id: '', number: 'A9999AA' })
    const shape = ({ html }: Visited) => html.replace(/(value|nonce|data-page)="[^"]*"/g, '')
    expect(locked.status).toBe(422)
    expect(shape(locked)).toBe(shape(nobody))
  })

  it.each(['ada', 'commy', 'sid', 'mo'])('%s has no door to it', async (who) => {
    const held = await heldAtIsis()
    const visitor = await visit(opened().house, who)
    expect((await visitor.get('/glass')).status).toBe(403)
    await expect(
      opened().house.database.read(as(who), ({ db }) =>
        sql`select * from break_glass(${systemIds.next()}::uuid, ${held.number}, '1989-03-04'::date, 'danger_to_life', 'Because I want to', 'x', now())`.execute(
          db,
        ),
      ),
    ).rejects.toThrow()
  })
})

describe('asking', () => {
  it('needs a reason of some length, a kind, and the right date of birth', async () => {
    const held = await heldAtIsis()
    expect((await breakFor('rosa', held, { reason: 'urgent' })).words).toContain('in at least 10 characters')
    expect((await breakFor('rosa', held, { kind: '' })).words).toContain(
      'Choose what kind of emergency it is',
    )
    expect((await breakFor('rosa', held, { 'birth-day': '5' })).words).toContain('No record fits both')
    expect(await sees('rosa', held.id)).toEqual([])
  })

  it('is limited in an hour, right or wrong', async () => {
    const held = await heldAtIsis()
    for (let tries = 0; tries < 5; tries += 1) await breakFor('wes', held, { number: 'A9999AA' })
    expect((await breakFor('wes', held)).words).toContain('You have tried 5 times within the hour')
  })

  it('of a record that is open anyway leads there, and breaks nothing', async () => {
    const held = await heldAtIsis()
    const page = await breakFor('isla', held)
    expect(page.words).toContain('open to you already')
    expect(page.document.querySelector('.tc-glass')).toBeNull()
  })

  it('is behind the page that says there is nothing, for whoever may', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const held = await heldAtIsis()
    const hidden = await rosa.get(`/people/${held.id}`)
    const nothing = await rosa.get(`/people/${systemIds.next()}`)
    expect(hidden.document.querySelector('main a[href="/glass"]')).not.toBeNull()
    expect(hidden.words).toBe(nothing.words)
    const ada = await visit(opened().house, 'ada')
    expect((await ada.get('/nothing-here')).document.querySelector('main a[href="/glass"]')).toBeNull()
  })
})

describe('at once', () => {
  it('the team leader of who looked is told, and the rest of the team is not', async () => {
    const held = await heldAtIsis()
    await breakFor('rosa', held)
    const tessa = await (await visit(opened().house, 'tessa')).get('/today')
    expect(tessa.words).toContain(
      'Rosa Example, recovery worker, Leeds recovery team, broke the glass for an hour',
    )
    expect(tessa.words).toContain('Found not breathing in the visits hall')
    const colin = await (await visit(opened().house, 'colin')).get('/today')
    expect(colin.words).not.toContain('broke the glass')
  })
})

const tokenOf = async (visitor: Visitor): Promise<string> =>
  (await visitor.get('/account')).document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''

const itemsAbout = async (held: Held) => {
  const found = await opened().house.database.intake(async (tx) =>
    ok(
      await tx.db
        .selectFrom('oversight_item')
        .select(['for_role', 'for_services'])
        .where('person_id', '=', held.id)
        .execute(),
    ),
  )
  return found.ok ? found.value : []
}

describe('where no team has a leader', () => {
  const lead = (active: boolean) =>
    opened().house.database.intake(async (tx) => {
      await tx.db.updateTable('staff').set({ active }).where('id', '=', as('tessa').staffId).execute()
      return ok(undefined)
    })
  beforeEach(() => lead(false))
  afterEach(() => lead(true))

  const rowOf = (page: Visited, reason: string): Element | undefined =>
    [...page.document.querySelectorAll('main tr')].find((row) => row.textContent?.includes(reason))

  it('an administrator of the organisation is told on their first page, and reviews it without learning whose record it was', async () => {
    const held = await heldAtIsis()
    await breakFor('rosa', held)
    const ada = await visit(opened().house, 'ada')
    expect((await ada.get('/staff')).words).toMatch(
      /(1 look at a record waits|\d looks at records wait) for your review/,
    )
    const list = await ada.get('/oversight')
    const row = rowOf(list, 'Rosa Example broke the glass')
    expect(row?.textContent).toContain('Not shown to an administrator')
    expect(list.words).not.toContain('Emergency')
    const address = row?.querySelector('a[href^="/oversight/items/"]')?.getAttribute('href') ?? ''
    const review = await ada.get(address)
    expect(review.words).toContain('Found not breathing in the visits hall')
    expect(review.words).not.toContain('Lee Emergency')
    expect(await sees('ada', held.id)).toEqual([])
    const done = await ada.send(address, { outcome: 'talked', words: 'She was the first on the wing' })
    expect(done.words).toContain('She was the first on the wing')
  })

  it('nobody who breaks it reviews themself as administrator', async () => {
    const held = await heldAtIsis()
    await opened().house.database.intake(async (tx) => {
      await tx.db
        .insertInto('membership')
        .values({
          id: systemIds.next(),
          staff_id: as('ada').staffId,
          service_id: town.services.leeds,
          role: 'recovery_worker',
          from_day: tx.today,
        })
        .execute()
      return ok(undefined)
    })
    const ada = await visit(opened().house, 'ada')
    await ada.post('/account/role', { _csrf: await tokenOf(ada), role: 'recovery_worker' })
    await ada.send('/glass', { ...emergency, number: held.number })
    expect(await seenBy(opened().house, { ...as('ada'), role: 'recovery_worker' }, held.id)).toContain(
      'person',
    )
    const [item] = await itemsAbout(held)
    expect(item).toEqual({
      for_role: 'team_leader',
      for_services: expect.arrayContaining([town.services.leeds, town.services.isis]),
    })
  })

  it('waits for whoever comes to lead one of the teams, where there is no administrator either', async () => {
    const held = await heldAtIsis()
    await breakFor('amira', held)
    expect(await itemsAbout(held)).toEqual([
      {
        for_role: 'team_leader',
        for_services: expect.arrayContaining([town.services.bradford, town.services.isis]),
      },
    ])
    const ivy = await opened().house.database.intake((tx) =>
      addStaff(tx, {
        name: 'Ivy Example',
        signInName: 'ivy',
        password: townPassword,
        memberships: [{ serviceId: town.services.isis, role: 'team_leader', from: tx.today }],
      }),
    )
    expect(ivy.ok).toBe(true)
    const list = await (await visit(opened().house, 'ivy')).get('/oversight')
    expect(rowOf(list, 'Amira Example broke the glass')?.textContent).toContain('Lee Emergency')
  })

  it('leaves to the leaders what is theirs, and an administrator sees none of it', async () => {
    await lead(true)
    const held = await heldAtIsis()
    await breakFor('rosa', held)
    const ada = await visit(opened().house, 'ada')
    const tessa = await visit(opened().house, 'tessa')
    const row = rowOf(await tessa.get('/oversight'), 'Rosa Example broke the glass')
    const address = row?.querySelector('a[href^="/oversight/items/"]')?.getAttribute('href') ?? ''
    expect((await ada.get(address)).status).toBe(404)
  })
})
