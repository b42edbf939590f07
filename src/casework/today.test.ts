import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { planContact } from '../contacts/index.ts'
import { startOfDay } from '../platform/moments.ts'
import { ok } from '../platform/result.ts'
import { allocateWorker, referPerson, startIntervention } from './index.ts'
import { aPerson, released } from './testing.ts'

const opened = withHouse()
let town: Town
let rosa: Visitor
const people: Record<string, string> = {}

const today = Temporal.PlainDate.from('2026-11-23')

const intake = async (work: Parameters<ReturnType<typeof opened>['house']['database']['intake']>[0]) => {
  const done = await opened().house.database.intake(work)
  if (!done.ok) throw new Error(done.refusal.message)
}

const inTreatment = (personId: string, daysAgo: number) =>
  intake(async (tx) => {
    const by = { serviceId: town.services.leeds, staffId: null }
    const day = today.subtract({ days: daysAgo })
    const referred = await referPerson(tx, { personId, by, source: 'self', day, substances: 'opiate' })
    if (!referred.ok) return referred
    return startIntervention(tx, { personId, by, kind: 'psychosocial', day, source: null })
  })

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  const add = async (given: string, rest: Omit<Parameters<typeof aPerson>[1], 'given' | 'family'>) => {
    people[given] = await aPerson(house.database, { given, family: 'Example', ...rest })
  }
  await add('Marcus', { arrivedDaysAgo: 1 })
  await add('Elsewhere', { prison: 'ISI', arrivedDaysAgo: 1 })
  await add('Aaron', { arrivedDaysAgo: 60, leavesInDays: 5 })
  await add('Jordan', { arrivedDaysAgo: 60 })
  await inTreatment(people.Aaron ?? '', 50)
  await inTreatment(people.Jordan ?? '', 50)
  await released(house.database, people.Jordan ?? '', 1)
  await intake(async (tx) => {
    const by = { serviceId: town.services.leeds, staffId: town.staff.rosa?.id ?? null }
    return planContact(tx, {
      personId: people.Aaron ?? '',
      by,
      staffId: by.staffId,
      purpose: 'one_to_one',
      mode: 'in_person',
      day: today,
      startsAt: startOfDay(today).add({ hours: 14 }),
      place: 'C wing office',
      handoverId: null,
    })
  })
  rosa = await visit(house, 'rosa')
})

const section = (page: { document: Document }, id: string): string =>
  (page.document.querySelector(`section[aria-labelledby=${id}]`)?.textContent ?? '').replace(/\s+/g, ' ')

describe('Today', () => {
  it('shows what is owed with why and one button each, overdue first and counted', async () => {
    const page = await rosa.get('/today')
    expect(page.status).toBe(200)
    expect(page.words).toContain('Today, Monday 23 November')
    const now = section(page, 'do-now')
    expect(now).toContain('Screen Marcus Example')
    expect(now).toContain('Overdue by 1 day')
    expect(now).toMatch(/[1-9]\d* overdue/)
    const button = [...page.document.querySelectorAll('a.tc-duties__do')].find((link) =>
      link.textContent?.includes('Screen Marcus'),
    )
    expect(button?.getAttribute('href')).toBe(`/people/${people.Marcus}/arrival-screen?from=today`)
  })

  it('shows who came in, who leaves and what is missing, who left, and my day', async () => {
    const page = await rosa.get('/today')
    expect(section(page, 'came-in')).toContain('Marcus Example')
    expect(section(page, 'leaving')).toContain('Aaron Example')
    expect(section(page, 'leaving')).toContain('no hand-over')
    expect(section(page, 'left')).toContain('Jordan Example')
    expect(section(page, 'left')).toContain('Left yesterday')
    expect(section(page, 'my-day')).toContain('14:00 One to one, Aaron Example')
    expect(section(page, 'my-day')).toContain('C wing office; Leeds')
  })

  it('shows nobody of another prison', async () => {
    expect((await rosa.get('/today')).html).not.toContain('Elsewhere')
    const isla = await visit(opened().house, 'isla')
    const page = await isla.get('/today')
    expect(page.words).toContain('Elsewhere Example')
    expect(page.words).not.toContain('Marcus')
  })

  it('comes back when the thing is done', async () => {
    const page = await rosa.send(`/people/${people.Marcus}/refer?from=today`, {
      source: 'self',
      'day-day': '23',
      'day-month': '11',
      'day-year': '2026',
    })
    expect(page.words).toContain('Marcus Example is referred to Leeds recovery team. A triage is owed.')
    expect(page.words).toContain('Today, Monday 23 November')
  })

  it('gives each role what it owes: mine stands first', async () => {
    await intake((tx) =>
      allocateWorker(tx, {
        personId: people.Aaron ?? '',
        by: { serviceId: town.services.leeds, staffId: null },
        worker: town.staff.colin?.id ?? '',
        day: today,
        why: null,
      }),
    )
    const colin = await visit(opened().house, 'colin')
    const first = (await colin.get('/today')).document.querySelector('.tc-duties > li')
    expect(first?.textContent).toMatch(/Aaron|Jordan/)
    const nadia = await visit(opened().house, 'nadia')
    expect((await nadia.get('/today')).status).toBe(200)
    expect(section(await nadia.get('/today'), 'do-now')).not.toContain('Marcus')
  })

  it('is not for those who work with nobody of the team', async () => {
    for (const name of ['kev', 'ada', 'commy'])
      expect((await (await visit(opened().house, name)).get('/today')).status).toBe(403)
  })

  it('answers an empty team with words', async () => {
    const gail = await visit(opened().house, 'gail')
    const page = await gail.get('/today')
    expect(page.words).toContain('Nothing is overdue and nothing more is due today.')
    expect(page.words).toContain('You have planned nothing for today.')
    expect(page.document.querySelector('#came-in')).toBeNull()
  })
})

describe('everything owed', () => {
  it('is narrowed by whose, when and what, and remembers it', async () => {
    const all = await rosa.get('/today/owed?whose=')
    expect(all.words).toContain('Everything owed (')
    const screens = await rosa.get('/today/owed?whose=&standard=arrival_screen')
    expect(screens.words).toContain('Marcus')
    expect(screens.words).not.toContain('Jordan')
    const kept = await rosa.get('/today/owed')
    expect(kept.words).toContain('Take off Screened on the day of arrival')
    expect(kept.words).not.toContain('Jordan')
    await rosa.get('/today/owed?whose=')
    expect((await rosa.get('/today/owed')).words).toContain('Jordan')
  })

  it.each(['whose=nobody', 'page=-1', 'page=1e9', 'due=31+February', 'standard=%3Cscript%3E'])(
    'answers %s as a list',
    async (query) => {
      expect((await rosa.get(`/today/owed?${query}`)).status).toBe(200)
    },
  )
})

describe('what a team is told privately', () => {
  it('stands first until somebody confirms it', async () => {
    const id = opened().house.services.ids.next()
    await intake(async (tx) => {
      await tx.db
        .insertInto('notice')
        .values({
          id,
          person_id: people.Aaron ?? '',
          recorded_under: people.Aaron ?? '',
          service_id: town.services.leeds,
          kind: 'death',
          words: 'Aaron Example has died. Nobody is to ring or write.',
          recorded_at: tx.now,
        })
        .execute()
      return ok(undefined)
    })
    expect(section(await rosa.get('/today'), 'notices')).toContain('Aaron Example has died')
    const amira = await visit(opened().house, 'amira')
    expect((await amira.get(`/notices/${id}/seen`)).status).toBe(404)
    const after = await rosa.send(`/notices/${id}/seen?from=today`, {})
    expect(after.words).toContain('Confirmed as seen.')
    expect(section(after, 'notices')).toBe('')
  })
})

describe('the team', () => {
  it('shows its leader who has no worker, what is overdue and who works with how many', async () => {
    const tessa = await visit(opened().house, 'tessa')
    const page = await tessa.get('/team')
    expect(page.words).toContain('Screened on the day of arrival')
    expect(page.words).toContain('Colin Example')
    expect((await rosa.get('/team')).status).toBe(403)
  })
})
