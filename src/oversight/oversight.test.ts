import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { movement, person } from '../../test/security/record.ts'
import { insertRow, record } from '../../test/security/rows.ts'
import { superuserOf, whenAllEnded } from '../../test/support/audit.ts'
import { type Visited, visit } from '../../test/support/browse.ts'
import { mondayMorning, withHouse } from '../../test/support/house.ts'
import { buildTown, type Town, townPassword } from '../../test/support/town.ts'
import { systemIds } from '../platform/ids.ts'
import { ok } from '../platform/result.ts'
import { addStaff } from '../workforce/index.ts'
import { surfaceViews } from './actions/surfaceViews.ts'

const opened = withHouse()
let town: Town
let superuser: pg.Client
let at = mondayMorning

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  superuser = await superuserOf(house)
  const ivy = await house.database.intake((tx) =>
    addStaff(tx, {
      name: 'Ivy Example',
      signInName: 'ivy',
      password: townPassword,
      memberships: [
        { serviceId: town.services.isis, role: 'team_leader', from: tx.today.subtract({ years: 1 }) },
      ],
    }),
  )
  expect(ivy.ok).toBe(true)
})
afterAll(() => superuser.end())
/** Each test a day later, so that none sees what the one before left. */
beforeEach(() => {
  at = at.add({ hours: 24 })
  opened().clock.set(at)
})

const today = (): string => at.toZonedDateTimeISO('Europe/London').toPlainDate().toString()
const who = (name: string) => visit(opened().house, name)

interface Held {
  readonly id: string
  readonly number: string
}

const held = async (family: string, moves: readonly (readonly [string, string, string])[]): Promise<Held> => {
  const id = systemIds.next()
  let number = ''
  await record(opened().house, [id], (tx) => {
    const rows = person(tx, id, family)
    number = String(rows[1]?.[1].value)
    return [...rows, ...moves.map(([type, prison, day]) => movement(tx, id, type, prison, day))]
  })
  return { id, number }
}

const atLeeds = (family: string) => held(family, [['admission', 'LEI', '2026-11-10']])
const movedToIsis = (family: string) =>
  held(family, [
    ['admission', 'LEI', '2026-11-10'],
    ['transfer_out', 'LEI', '2026-11-20'],
    ['transfer_in', 'ISI', '2026-11-20'],
  ])

const surface = async (): Promise<number> => {
  await whenAllEnded(superuser)
  return surfaceViews(opened().house.database, opened().clock.now())
}

const rowWith = (page: Visited, words: string): Element | undefined =>
  [...page.document.querySelectorAll('tbody tr')].find((row) => row.textContent?.includes(words))

const reviewLink = (page: Visited, words: string): string =>
  rowWith(page, words)?.querySelector('a[href^="/oversight/items/"]')?.getAttribute('href') ?? 'none'

describe('who opened this record', () => {
  it('says who, as what, when, what and why, and leads there from the history', async () => {
    const lee = await atLeeds('Watched')
    await (await who('rosa')).get(`/people/${lee.id}/release`)
    await (await who('colin')).get(`/people/${lee.id}`)
    const tessa = await who('tessa')
    const history = await tessa.get(`/people/${lee.id}/history`)
    expect(history.document.querySelector(`a[href="/people/${lee.id}/opened"]`)).not.toBeNull()
    const page = await tessa.get(`/people/${lee.id}/opened`)
    expect(rowWith(page, 'Opened: release')?.textContent).toMatch(
      /Rosa Example.*Recovery worker, Leeds recovery team/,
    )
    expect(rowWith(page, 'Opened the record')?.textContent).toContain('Colin Example')
    expect(rowWith(page, 'Changed by the service itself')).toBeDefined()
    const again = await tessa.get(`/people/${lee.id}/opened`)
    expect(rowWith(again, 'Looked who had opened the record')?.textContent).toContain('Tessa Example')
  })

  it('is narrowed by what and by day, and fifty at a time', async () => {
    const lee = await atLeeds('Narrowed')
    const rosa = await who('rosa')
    for (let times = 0; times < 51; times += 1) await rosa.get(`/people/${lee.id}`)
    const tessa = await who('tessa')
    const [year = '', month = '', day = ''] = today().split('-')
    const opens = await tessa.get(`/people/${lee.id}/opened?what=opened`)
    expect(opens.document.querySelectorAll('tbody tr')).toHaveLength(50)
    expect(opens.words).toContain('Showing 1 to 50 of 51')
    expect((await tessa.get(`/people/${lee.id}/opened?what=opened&page=2`)).words).toContain('51 to 5')
    const changes = await tessa.get(`/people/${lee.id}/opened?what=changed`)
    expect(changes.words).not.toContain('Rosa Example')
    const onDay = await tessa.get(
      `/people/${lee.id}/opened?day-day=${day}&day-month=${month}&day-year=${year}`,
    )
    expect(onDay.words).toContain('Rosa Example')
    const other = await tessa.get(`/people/${lee.id}/opened?day-day=1&day-month=1&day-year=2026`)
    expect(other.words).toContain('Nobody did.')
  })

  it('shows what was refused, with whom it was tried', async () => {
    const lee = await atLeeds('Refused')
    await (await who('isla')).get(`/people/${lee.id}`)
    const page = await (await who('tessa')).get(`/people/${lee.id}/opened?what=refused`)
    expect(rowWith(page, 'Isla Example')?.textContent).toContain('Refused')
  })
})

describe('what a member of staff opened', () => {
  it('names the people of the reader’s team, and counts the others', async () => {
    const lee = await atLeeds('Ours')
    const gone = await movedToIsis('Theirs')
    const isla = await who('isla')
    await isla.get(`/people/${gone.id}`)
    const rosa = await who('rosa')
    await rosa.get(`/people/${lee.id}`)
    const tessa = await who('tessa')
    const page = await tessa.get(`/oversight/staff/${town.staff.rosa?.id}`)
    expect(page.words).toContain('Lee Ours')
    expect((await tessa.get(`/oversight/staff/${town.staff.isla?.id}`)).status).toBe(404)
    const ivy = await who('ivy')
    const theirs = await ivy.get(`/oversight/staff/${town.staff.isla?.id}`)
    expect(theirs.words).toContain('Lee Theirs')
    expect(theirs.words).not.toContain('Lee Ours')
  })

  it('holds signing in and out too', async () => {
    await who('rosa')
    const page = await (await who('tessa')).get(`/oversight/staff/${town.staff.rosa?.id}`)
    expect(rowWith(page, 'Signed in')).toBeDefined()
  })
})

describe('what is surfaced for review', () => {
  it('is a record opened when the team no longer worked with the person, until somebody else has reviewed it', async () => {
    const gone = await movedToIsis('Gone')
    await (await who('rosa')).get(`/people/${gone.id}`)
    await (await who('rosa')).get(`/people/${gone.id}/history`)
    expect(await surface()).toBe(1)
    expect(await surface()).toBe(0)
    const tessa = await who('tessa')
    const list = await tessa.get('/oversight')
    expect(rowWith(list, 'Rosa Example looked twice')?.textContent).toContain('Lee Gone')
    const address = reviewLink(list, 'Rosa Example looked')
    const empty = await tessa.send(address, { outcome: 'talked', words: '' })
    expect(empty.words).toContain('Say what you found')
    const done = await tessa.send(address, { outcome: 'talked', words: 'Isis rang to ask about the plan' })
    expect(done.words).toContain('Reviewed: talked about with them')
    expect(rowWith(done, 'Isis rang to ask about the plan')?.textContent).toContain('Tessa Example')
    const again = await tessa.send(address, { outcome: 'justified', words: 'A second time' })
    expect(again.words).toContain('Isis rang to ask about the plan')
    const log = await tessa.get(`/people/${gone.id}/opened`)
    expect(rowWith(log, 'Review views')?.textContent).toContain('Isis rang to ask about the plan')
  })

  it('is put before the leader of the team that holds the person too, and of no other', async () => {
    const gone = await movedToIsis('Held there')
    await (await who('rosa')).get(`/people/${gone.id}`)
    await surface()
    expect((await (await who('ivy')).get('/oversight')).words).toContain('Lee Held there')
  })

  it('is nobody’s own to review', async () => {
    const gone = await movedToIsis('Own')
    const tessa = await who('tessa')
    await tessa.get(`/people/${gone.id}`)
    await surface()
    const mine = await tessa.get('/oversight')
    expect(rowWith(mine, 'Tessa Example looked')).toBeUndefined()
    const ivy = await who('ivy')
    const address = reviewLink(await ivy.get('/oversight'), 'Tessa Example looked')
    expect((await tessa.get(address)).status).toBe(404)
    expect(
      (await ivy.send(address, { outcome: 'justified', words: 'She had rung us first' })).words,
    ).toContain('Reviewed: it was right to look')
    await expect(
      superuser.query(
        "update oversight_item set reviewed_by = staff_id where words = 'She had rung us first'",
      ),
    ).rejects.toThrow('check')
  })

  it('is many records in a short time, by the numbers that were set', async () => {
    const people = await Promise.all(
      ['One', 'Two', 'Three', 'Four'].map((family) => atLeeds(`Many ${family}`)),
    )
    await opened().house.database.intake(async (tx) => {
      for (const [name, value] of [
        ['many_records', 4],
        ['many_records_minutes', 10],
      ])
        await insertRow(tx, 'setting_period', { name, value, from_day: today(), set_at: tx.now.toString() })
      return ok(undefined)
    })
    const colin = await who('colin')
    for (const { id } of people.slice(0, 3)) {
      await colin.get(`/people/${id}`)
      await colin.get(`/people/${id}/history`)
    }
    await surface()
    const tessa = await who('tessa')
    expect((await tessa.get('/oversight')).words).not.toContain('Colin Example opened')
    opened().clock.set(at.add({ minutes: 9 }))
    await colin.get(`/people/${people[3]?.id}`)
    await surface()
    const page = await tessa.get('/oversight')
    expect(rowWith(page, 'Colin Example opened 4 people’s records')?.textContent).toContain('Several people')
    const review = await tessa.get(reviewLink(page, 'Colin Example opened'))
    expect(review.words).toContain('Lee Many One')
  })
})

describe('broken glass', () => {
  const breakAtLeeds = async (name: string, family: string): Promise<Held> => {
    const lee = await atLeeds(family)
    await (await who(name)).send('/glass', {
      number: lee.number,
      'birth-day': '4',
      'birth-month': '3',
      'birth-year': '1989',
      kind: 'safeguarding',
      reason: 'His daughter is with us and afraid',
    })
    return lee
  }

  it('is reviewed by the leader of the team that holds the person, or of whoever opened it', async () => {
    const lee = await breakAtLeeds('isla', 'Broken')
    await (await who('isla')).get(`/people/${lee.id}/history`)
    const tessa = await who('tessa')
    expect((await tessa.get('/today')).words).toContain(
      'Isla Example, recovery worker, Isis recovery team, broke the glass',
    )
    const ivy = await who('ivy')
    const hers = await ivy.get('/oversight')
    expect(rowWith(hers, 'Isla Example broke the glass')?.textContent).toContain(
      'Somebody you do not work with',
    )
    expect(hers.words).not.toContain('Lee Broken')
    const list = await tessa.get('/oversight')
    expect(rowWith(list, 'Isla Example broke the glass')?.textContent).toContain('Lee Broken')
    const address = reviewLink(list, 'Isla Example broke the glass')
    const review = await tessa.get(address)
    expect(review.words).toContain('His daughter is with us and afraid')
    expect(rowWith(review, 'Opened the history')?.textContent).toContain('Broken glass')
    await tessa.send(address, { outcome: 'justified', words: 'Rightly so' })
    expect((await ivy.get('/oversight')).words).toContain('Rightly so')
  })

  it('is not surfaced a second time for what was opened through it', async () => {
    const lee = await breakAtLeeds('isla', 'Once')
    await (await who('isla')).get(`/people/${lee.id}`)
    await surface()
    const page = await (await who('tessa')).get('/oversight')
    expect(rowWith(page, 'Isla Example looked')).toBeUndefined()
    const log = await (await who('tessa')).get(`/people/${lee.id}/opened`)
    expect(rowWith(log, 'Opened the record')?.textContent).toContain('Broken glass')
    expect(rowWith(log, 'Broke the glass')?.textContent).toContain('His daughter is with us and afraid')
  })

  it('of a leader is reviewed by another', async () => {
    const lee = await breakAtLeeds('ivy', 'By a leader')
    const ivy = await who('ivy')
    expect(rowWith(await ivy.get('/oversight'), 'Ivy Example broke the glass')).toBeUndefined()
    expect(
      rowWith(await (await who('tessa')).get('/oversight'), 'Ivy Example broke the glass')?.textContent,
    ).toContain('Lee By a leader')
    expect(lee.id).not.toBe('')
  })
})
