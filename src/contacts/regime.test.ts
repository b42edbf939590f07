import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { aPerson } from '../casework/testing.ts'
import { timesOfDay, weekdayWords } from './regime.ts'

const opened = withHouse()
let rosa: Visitor
let tessa: Visitor
let lee: string

const monday = { 'day-day': '23', 'day-month': '11', 'day-year': '2026' }
const atTen = { ...monday, time: '10:00', minutes: '30', mode: 'in_person', purpose: 'one_to_one' }
const rollCheck = { what: 'roll check', days: ['1', '2'], starts: '09:45', ends: '10:15' }

beforeAll(async () => {
  const { house } = opened()
  await buildTown(house)
  rosa = await visit(house, 'rosa')
  tessa = await visit(house, 'tessa')
  lee = await aPerson(house.database, { given: 'Lee', family: 'Whitaker', arrivedDaysAgo: 5 })
})

const changeOf = async (words: string): Promise<string> => {
  const page = await tessa.get('/regime')
  const link = [...page.document.querySelectorAll('tbody a')].find((each) =>
    each.textContent?.includes(words),
  )
  return link?.getAttribute('href') ?? ''
}

describe('the regime of a prison', () => {
  it('is the usual one until somebody says its own, and then keeps the usual times too', async () => {
    expect((await tessa.get('/regime')).words).toContain('Nobody has said the times of this prison yet')
    const added = await tessa.send('/regime/time', rollCheck)
    expect(added.words).toContain('roll check added')
    expect(added.words).toMatch(/Roll check.*Mon, Tue.*09:45 to 10:15.*set today by Tessa Example/)
    expect(added.words).toContain('Lunch lock-up')
    expect(added.words).not.toContain('Nobody has said')
  })

  it('warns whoever plans a contact in it, and is said on the day’s list', async () => {
    const warned = await rosa.send(`/people/${lee}/contacts/plan`, atTen)
    expect(warned.words).toContain('It falls in the prison’s roll check, 09:45 to 10:15')
    await rosa.send(`/people/${lee}/contacts/plan`, { ...atTen, anyway: 'yes' })
    const { words } = await rosa.get('/contacts/day-list')
    expect(words).toContain('Leeds: 00:00 to 07:45 before morning unlock; 09:45 to 10:15 roll check;')
    expect(words).toContain('It falls in the prison’s roll check, 09:45 to 10:15')
  })

  it('is changed and taken off, with what was before kept', async () => {
    const later = { ...rollCheck, starts: '11:45', ends: '12:00' }
    const changed = await tessa.send(await changeOf('Roll check'), later)
    expect(changed.words).toContain('11:45 to 12:00')
    expect(changed.words).not.toContain('09:45')
    const off = await tessa.send(await changeOf('Roll check'), { off: 'yes' })
    expect(off.words).toContain('roll check taken off')
    const kept = await opened().house.database.intake(async ({ db }) => ({
      ok: true,
      value: await db
        .selectFrom('regime_period')
        .select('starts')
        .where('words', '=', 'roll check')
        .where('ended_by', 'is not', null)
        .orderBy('starts')
        .execute(),
    }))
    expect(kept.ok && kept.value.map(({ starts }) => starts)).toEqual(['09:45:00', '11:45:00'])
  })

  it('needs a day and an end after its beginning', async () => {
    const { words } = await tessa.send('/regime/time', { ...rollCheck, ends: '09:30' })
    expect(words).toContain('Enter a time after it begins')
    expect((await tessa.send('/regime/time', { ...rollCheck, days: [] })).words).toContain('Tick the days')
  })

  it('is set by who leads the team of that prison, and of no other', async () => {
    expect((await tessa.get('/regime/time?prison=ISI')).status).toBe(404)
    expect((await rosa.get('/regime')).status).toBe(403)
  })
})

describe('in words', () => {
  it.each([
    [[1, 2, 3, 4], 'Mon to Thu'],
    [[1, 2, 3, 4, 5, 6, 7], 'every day'],
    [[6, 7], 'Sat, Sun'],
    [[1, 3], 'Mon, Wed'],
  ])('%j are %s', (days, words) => expect(weekdayWords(days)).toBe(words))

  it('a day has the times of its weekday alone', () => {
    const time = (weekdays: readonly number[], words: string) => ({
      weekdays,
      words,
      starts: Temporal.PlainTime.from('12:00'),
      ends: Temporal.PlainTime.from('13:30'),
    })
    const all = [time([1], 'lunch lock-up'), time([2], 'roll check')]
    expect(timesOfDay(all, Temporal.PlainDate.from('2026-11-23'))).toEqual(['12:00 to 13:30 lunch lock-up'])
  })
})
