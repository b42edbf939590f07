import { beforeAll, describe, expect, it } from 'vitest'
import { visit } from '../../../test/support/browse.ts'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown, type Town } from '../../../test/support/town.ts'
import { ok } from '../../platform/result.ts'
import { aLeaver, type TestEpisode, type TestLeaver } from '../testing.ts'

const opened = withHouse()
let town: Town
const people: Record<string, string> = {}

type Stay = Pick<TestLeaver, 'cameInDaysAgo' | 'leftDaysAgo'>

const inCustody = ({ cameInDaysAgo, leftDaysAgo }: Stay): TestEpisode => ({
  serviceId: town.services.leeds,
  setting: 'custody',
  referredDaysAgo: cameInDaysAgo,
  startedDaysAgo: cameInDaysAgo - 10,
  ended: { daysAgo: leftDaysAgo, reason: 'transferred_not_in_custody' },
})

const community = (change: Partial<TestEpisode>): TestEpisode => ({
  serviceId: town.services.bradford,
  setting: 'community',
  referredDaysAgo: 70,
  ...change,
})

const leave = async (
  given: string,
  episodes: readonly TestEpisode[],
  change: Partial<TestLeaver> = {},
): Promise<void> => {
  const stay = { cameInDaysAgo: 250, leftDaysAgo: 60, ...change }
  people[given] = await aLeaver(opened().house.database, {
    given,
    family: 'Example',
    episodes: [inCustody(stay), ...episodes],
    ...stay,
  })
}

/** The numbers of a table by the heading of their row: releases, then those of the period before. */
const rows = (document: Document, table: number): Record<string, string[]> =>
  Object.fromEntries(
    [...(document.querySelectorAll('main table')[table]?.querySelectorAll('tbody tr') ?? [])].map((row) => [
      row.querySelector('th')?.textContent ?? '',
      [...row.querySelectorAll('td')].map((cell) => (cell.textContent ?? '').split(' ')[0] ?? ''),
    ]),
  )

beforeAll(async () => {
  town = await buildTown(opened().house)
  await leave('Stan', [community({ startedDaysAgo: 50 })])
  await leave('Lena', [community({ startedDaysAgo: 30 })])
  await leave('Nick', [community({ ended: { daysAgo: 40, reason: 'declined' } })])
  await leave('Dora', [], { diedDaysAgo: 55 })
  await leave('Rick', [], { cameBackDaysAgo: 50 })
  await leave('Ines', [], { leftDaysAgo: 5 })
  await leave('Una', [community({})])
  await leave('Wim', [community({ serviceId: town.services.wakefield, startedDaysAgo: 45 })])
  await leave('Max', [community({ startedDaysAgo: 45, byInitials: true })])
  await leave('Olga', [], { leftDaysAgo: 300, cameInDaysAgo: 400 })
  await leave('Yves', [], { leftDaysAgo: 500, cameInDaysAgo: 600 })
  await leave('Ivo', [], { prison: 'ISI' })
  await leave('Reza', [community({ startedDaysAgo: 50 })])
  await opened().house.database.intake(async (tx) => {
    const values = { ring_number: '0113 496 0001', reason: 'test', restricted_at: tx.now }
    await tx.db
      .insertInto('restriction')
      .values({ ...values, person_id: people.Reza ?? '' })
      .execute()
    return ok(null)
  })
}, 120_000)

describe('the continuity page of a prison team', () => {
  it('says the figure first, as an own-data figure, over everybody they released', async () => {
    const page = await (await visit(opened().house, 'rosa')).get('/continuity')
    expect(page.status).toBe(200)
    expect(page.document.querySelector('main .govuk-body-l')?.textContent).toBe(
      'Of 10 people released in treatment between 24 November 2025 and 23 November 2026, 3 started community treatment within 21 days. Only 8 count: a rate needs 10, since one of fewer says more about single people than about a service.',
    )
    expect(page.words).toContain('Own-data figure')
  })

  it('shows the seven outcomes, each opening to its people, and no link where there is nobody', async () => {
    const page = await (await visit(opened().house, 'rosa')).get('/continuity')
    expect(rows(page.document, 0)).toMatchObject({
      Died: ['1', '0'],
      'Started within 21 days': ['3', '0'],
      'Returned to custody within 21 days': ['1', '0'],
      'Still inside the 21 days': ['1', '0'],
      'Started later': ['1', '0'],
      'Not started': ['1', '0'],
      'Not known': ['2', '1'],
      'All releases in treatment': ['10', '1'],
    })
    const links = [...page.document.querySelectorAll('main table a')].map((link) => link.textContent)
    expect(links).toEqual([...new Set(links)])
    const before = [...page.document.querySelectorAll('main table a')].find((link) =>
      link.textContent?.includes('not known, in the period before'),
    )
    const behind = await (await visit(opened().house, 'rosa')).get(before?.getAttribute('href') ?? '')
    expect(behind.words).toContain('24 November 2024 to 23 November 2025. Printed on')
    expect(behind.words).toContain('1 more is counted')
  })

  it('puts prisons and services side by side with the period before', async () => {
    const page = await (await visit(opened().house, 'rosa')).get('/continuity')
    expect(rows(page.document, 1)).toEqual({ Leeds: ['10', '3', '2', '8', 'too', 'too'] })
    expect(rows(page.document, 2)).toMatchObject({
      'Bradford community service': ['5', '2', '1', '5', 'too', 'none'],
      'Wakefield community service': ['1', '1', '0', '1', 'too', 'none'],
    })
  })

  it('says what it does not know, and the rule', async () => {
    const page = await (await visit(opened().house, 'rosa')).get('/continuity')
    expect(page.words).toContain('2 releases are not known here')
    expect(page.words).toContain('Over all services, 0 episodes fit nobody we know')
    expect(page.words).toContain('8 ÷ 17 = 47.1%')
  })

  it('names the people behind a cell with the reason', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const page = await rosa.get('/continuity')
    const later = [...page.document.querySelectorAll('main table a')].find((link) =>
      link.textContent?.endsWith('started later'),
    )
    const opensTo = await rosa.get(later?.getAttribute('href') ?? '')
    expect(opensTo.words).toContain('Lena Example')
    expect(opensTo.words).toContain(
      'Started community treatment on 24 October 2026, day 30 after release, after day 21.',
    )
    expect(opensTo.document.querySelector('main tbody a')?.getAttribute('href')).toBe(
      `/people/${people.Lena}`,
    )
  })

  it('counts a match by initials and shows it to nobody', async () => {
    const started = await (await visit(opened().house, 'rosa')).get(
      '/continuity/people?outcome=started_within_21_days',
    )
    expect(started.words).not.toContain('Max')
    expect(started.words).toContain('Stan Example')
    expect(started.words).toContain('1 more is counted and not shown')
  })

  it('counts and does not show whose record has closed to the team', async () => {
    const unknown = await (await visit(opened().house, 'rosa')).get('/continuity/people?outcome=not_known')
    expect(unknown.words).toContain('Una Example')
    expect(unknown.words).not.toContain('Olga')
    expect(unknown.words).toContain('1 more is counted and not shown')
  })

  it('neither counts nor shows a restricted person to whom they are closed', async () => {
    const everybody = await (await visit(opened().house, 'rosa')).get('/continuity/people')
    expect(everybody.html).not.toContain('Reza')
    const { house } = opened()
    await house.database.intake(async (tx) => {
      const access = {
        person_id: people.Reza ?? '',
        staff_id: town.staff.colin?.id ?? '',
        granted_at: tx.now,
      }
      await tx.db.insertInto('restricted_access').values(access).execute()
      return ok(null)
    })
    const named = await visit(house, 'colin')
    expect((await named.get('/continuity/people')).words).toContain('Reza Example')
    expect((await named.get('/continuity')).words).toContain('Of 11 people')
  })

  it('keeps the period for the next time, and takes it off again', async () => {
    const tessa = await visit(opened().house, 'tessa')
    const quarter = await tessa.get('/continuity?period=quarter')
    expect(quarter.words).toContain('1 July 2026 and 30 September 2026')
    expect((await tessa.get('/continuity')).words).toContain('1 July 2026 and 30 September 2026')
    expect((await tessa.get('/continuity?period=year')).words).toContain('24 November 2025')
    expect((await tessa.get('/continuity')).words).toContain('24 November 2025')
  })

  it('says what is wrong with days that cannot be', async () => {
    const page = await (await visit(opened().house, 'nadia')).get(
      '/continuity?period=own&from-day=31&from-month=2&from-year=2026&to-day=1&to-month=3&to-year=2026',
    )
    expect(page.status).toBe(200)
    expect(page.words).toContain('There is a problem')
    expect(page.document.querySelector('#from')?.getAttribute('value')).toBe('31')
  })

  it('draws the same figures as a picture', async () => {
    const picture = await (await visit(opened().house, 'rosa')).get('/continuity/chart.svg?period=year')
    expect(picture.status).toBe(200)
    expect(picture.html).toContain('<title>Of 10 people released in treatment')
  })
})

describe('the continuity page of others', () => {
  it('gives a community service the releases that belong to it', async () => {
    const amira = await visit(opened().house, 'amira')
    const page = await amira.get('/continuity')
    expect(rows(page.document, 0)).toMatchObject({
      'Started within 21 days': ['2', '0'],
      'Started later': ['1', '0'],
      'Not started': ['1', '0'],
      'Not known': ['1', '0'],
    })
    const wes = await (await visit(opened().house, 'wes')).get('/continuity/people')
    expect(wes.words).toContain('Wim Example')
    expect(wes.words).not.toContain('Stan')
  })

  it('gives another prison its own', async () => {
    const isla = await (await visit(opened().house, 'isla')).get('/continuity/people')
    expect(isla.words).toContain('Ivo Example')
    expect(isla.words).not.toContain('Stan')
  })

  it.each(['commy', 'sid'])('tells %s that figures move with publications, and the rule', async (name) => {
    const reader = await visit(opened().house, name)
    const page = await reader.get('/continuity')
    expect(page.words).toContain('None has been published yet')
    expect(page.words).toContain('The rule')
    expect(page.words).not.toContain('Of 1')
    expect(page.document.querySelectorAll('main table')).toHaveLength(0)
    expect((await reader.get('/continuity/people')).status).toBe(403)
    expect((await reader.get('/continuity/chart.svg')).status).toBe(403)
  })

  it.each(['kev', 'mo', 'ada', 'pru'])('is not for %s', async (name) => {
    expect((await (await visit(opened().house, name)).get('/continuity')).status).toBe(403)
  })

  it('answers nonsense in an address as nothing there', async () => {
    const rosa = await visit(opened().house, 'rosa')
    expect((await rosa.get('/continuity/people?outcome=happy')).status).toBe(404)
    expect((await rosa.get('/continuity/people?service=nonsense')).status).toBe(404)
    expect((await rosa.get('/continuity/people?page=-1')).status).toBe(200)
    for (const page of ['/continuity', '/continuity/people', '/continuity/chart.svg'])
      expect((await rosa.get(`${page}?period=constructor`)).status).toBe(200)
  })
})
