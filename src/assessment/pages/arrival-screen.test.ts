import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../../test/support/browse.ts'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown } from '../../../test/support/town.ts'
import { hiddenIn, leeWhitaker, lookInto, owedTo, quietScreen } from '../testing.ts'

const opened = withHouse()
let rosa: Visitor

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
})

const somebody = (): Promise<string> => leeWhitaker(opened())
const owed = (personId: string) => owedTo(opened(), personId)

describe('the arrival screen', () => {
  it('is one page that asks, and says who it is about', async () => {
    const page = await rosa.get(`/people/${await somebody()}/arrival-screen`)
    expect(page.status).toBe(200)
    expect(page.words).toContain('Arrival screen for Lee Whitaker')
    expect(page.words).toContain('© World Health Organization')
    expect(page.words).not.toContain('Pregnant')
    expect(Buffer.byteLength(page.html)).toBeLessThan(60_000)
  })

  it('meets what is owed, and owes nothing more where there is nothing to tell', async () => {
    const id = await somebody()
    const done = await rosa.post(`/people/${id}/arrival-screen`, {
      ...hiddenIn(await rosa.get(`/people/${id}/arrival-screen`)),
      ...quietScreen,
    })
    expect(done.location).toBe(`/people/${id}`)
    expect(await owed(id)).toEqual({ arrival_screen: 'met' })
  })

  it('opens what the answers ask for', async () => {
    const id = await somebody()
    await rosa.send(`/people/${id}/arrival-screen`, {
      ...quietScreen,
      used: ['opioids', 'cannabis'],
      opioids_often: 'daily',
      prescribed: 'methadone',
      prescribed_from: 'Bridge Bradford',
    })
    expect(await owed(id)).toMatchObject({
      arrival_screen: 'met',
      first_night_look: 'owed',
      medicines_confirmed: 'owed',
      triage: 'owed',
      naloxone_training: 'owed',
    })
  })

  it('leads on to saying what was done where somebody is in danger, and puts up the flags', async () => {
    const id = await somebody()
    const next = await rosa.send(`/people/${id}/arrival-screen`, {
      ...quietScreen,
      harm: 'yes',
      overdose: 'month',
    })
    expect(next.words).toContain('told of thoughts of self-harm or suicide and an overdose in the last month')
    expect(next.words).toContain('Make safe now')
    expect(next.document.querySelector('[name=flag]')?.hasAttribute('checked')).toBe(true)
    expect((await owed(id)).immediate_safety).toBe('owed')

    const empty = await rosa.send(`/people/${id}/safety-response`, {})
    expect(empty.status).toBe(422)
    expect(empty.words).toContain('Say who was told')

    await rosa.send(`/people/${id}/safety-response`, {
      told: ['wing', 'healthcare'],
      acct: 'opened',
      seen_by: 'nurse',
      flag: 'overdose_risk',
    })
    expect((await owed(id)).immediate_safety).toBe('met')
    const again = await rosa.get(`/people/${id}/arrival-screen`)
    expect(again.html).toContain('ACCT open')
    expect(again.html).toContain('Overdose risk')
  })

  it('keeps what was typed when something is missing', async () => {
    const id = await somebody()
    const page = await rosa.send(`/people/${id}/arrival-screen`, {
      ...quietScreen,
      harm: '',
      prescribed: 'other',
      prescribed_from: 'A surgery <in> Leeds',
    })
    expect(page.status).toBe(422)
    expect(page.words).toContain('Say whether they have thoughts of self-harm or suicide')
    expect(page.document.querySelector('[name=prescribed_from]')?.getAttribute('value')).toBe(
      'A surgery <in> Leeds',
    )
    expect((await owed(id)).arrival_screen).toBe('owed')
  })

  it.each([
    ['30', '2', '2026', 'date that exists'],
    ['24', '11', '2026', 'a day that has been'],
    ['20', '11', '2026', 'before they came in'],
    ['1', '1', '2020', 'within the last year'],
  ])('refuses the day %s %s %s', async (day, month, year, words) => {
    const page = await rosa.send(`/people/${await somebody()}/arrival-screen`, {
      ...quietScreen,
      'happened-day': day,
      'happened-month': month,
      'happened-year': year,
    })
    expect(page.status).toBe(422)
    expect(page.words).toContain(words)
  })

  it('counts on the day it was asked, not on the day it was written down', async () => {
    const id = await somebody()
    await rosa.send(`/people/${id}/arrival-screen`, {
      ...quietScreen,
      'happened-day': '22',
      'happened-month': '11',
      'happened-year': '2026',
    })
    const obligation = await lookInto(opened(), (db) =>
      db.selectFrom('obligation').select('closed_on').where('person_id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(String(obligation.closed_on)).toBe('2026-11-22')
  })

  it('lays out the screen that came before, and starts from what stays true', async () => {
    const id = await somebody()
    await rosa.send(`/people/${id}/arrival-screen`, {
      ...quietScreen,
      injecting: 'month',
      audit_1: 'monthly',
      audit_2: '5-6',
      audit_3: 'weekly',
    })
    const page = await rosa.get(`/people/${id}/arrival-screen`)
    expect(page.words).toContain('What came with them')
    expect(page.words).toContain('Still right?')
    const checked = (name: string) =>
      page.document.querySelector(`[name=${name}][checked]`)?.getAttribute('value')
    expect(checked('injecting')).toBe('before')
    expect(checked('audit_3')).toBe('weekly')
    expect(checked('harm')).toBeUndefined()
  })

  it('may be asked by a nurse, and by nobody else on the wing', async () => {
    const id = await somebody()
    const nadia = await visit(opened().house, 'nadia')
    await nadia.send(`/people/${id}/arrival-screen`, quietScreen)
    expect((await owed(id)).arrival_screen).toBe('met')
    for (const name of ['kev', 'amira', 'mo', 'ada']) {
      const other = await visit(opened().house, name)
      expect([403, 404]).toContain((await other.get(`/people/${id}/arrival-screen`)).status)
      expect([403, 404]).toContain((await other.post(`/people/${id}/arrival-screen`, quietScreen)).status)
    }
    const isla = await visit(opened().house, 'isla')
    expect((await isla.get(`/people/${id}/arrival-screen`)).status).toBe(404)
  })
})
