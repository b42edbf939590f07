import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'

const opened = withHouse()
let town: Town
let lee: string

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  lee = await arrive(house, {
    givenName: 'Lee',
    familyName: 'Whitaker',
    prisonNumber: 'A1234BC',
    nhsNumber: '9434765919',
    dateOfBirth: '1989-03-04',
  })
  await arrive(house, {
    givenName: 'Siân',
    familyName: "O'Hara",
    prisonNumber: 'A1111AA',
    dateOfBirth: '1990-01-01',
  })
  await arrive(house, {
    givenName: 'Leigh',
    familyName: 'Whittaker',
    prisonNumber: 'A2222BB',
    establishment: 'ISI',
  })
})

const find = async (who: string, q: string, where?: 'custody' | 'community') => {
  const visitor = await visit(opened().house, who)
  return visitor.search(q, where)
}

const names = (page: Awaited<ReturnType<typeof find>>): readonly string[] =>
  [...page.document.querySelectorAll('tbody a')].map((link) => link.textContent ?? '')

describe('finding a person', () => {
  it.each([
    'A1234BC',
    'a1234bc',
    '943 476 5919',
    'Lee Whitaker',
    'whittaker',
    'lee witaker',
    '4 March 1989',
    'Whitaker 4/3/1989',
  ])('by %s', async (typed) => {
    expect(names(await find('rosa', typed))).toEqual(['Lee Whitaker, A1234BC'])
  })

  it('without accents and apostrophes', async () => {
    expect(names(await find('rosa', 'sian ohara'))).toEqual(["Siân O'Hara, A1111AA"])
  })

  it.each([
    ['isla', ['Leigh Whittaker, A2222BB']],
    ['rosa', ['Lee Whitaker, A1234BC']],
    ['amira', []],
  ])('shows %s only whom they work with', async (who, found) => {
    expect(names(await find(who, 'whitaker'))).toEqual(found)
  })

  it('finds exactly whom row security lets each see', async () => {
    for (const who of ['rosa', 'isla', 'nadia', 'tessa', 'kev', 'amira', 'otto']) {
      const { id, role } = town.staff[who] ?? { id: '', role: 'recovery_worker' }
      const { rows } = await opened().house.database.read({ staffId: id, role }, ({ db }) =>
        sql<{ seen: string[]; found: string[] }>`select
          (select array_agg(p.id order by p.id) from person p where p.search_words like '%whit%') as seen,
          (select array_agg(s.person_id order by s.person_id) from search_people('whitaker', null, null, 100) s) as found`.execute(
          db,
        ),
      )
      expect(rows[0]?.found, who).toEqual(rows[0]?.seen)
    }
  })

  it('keeps the filter in the address, and offers to take it off', async () => {
    const page = await find('rosa', 'whitaker', 'community')
    expect(page.words).toContain('Nobody you work with fits “whitaker”')
    expect(page.words).toContain('Take off “In the community”')
    expect(page.document.querySelector('[name=where] [selected]')?.getAttribute('value')).toBe('community')
  })

  it('offers to connect or to add, where nobody is found', async () => {
    const links = [...(await find('rosa', 'Nobody Known')).document.querySelectorAll('main li a')].map(
      (link) => link.getAttribute('href'),
    )
    expect(links).toEqual(expect.arrayContaining(['/people/connect', '/people/new']))
  })

  it.each(['31/2/1989', '943 476 5918', '%%'])('answers %s with what to type', async (typed) => {
    const page = await find('rosa', typed)
    expect(page.status).toBe(422)
    expect(page.document.querySelector('.govuk-error-summary')).not.toBeNull()
    expect(page.document.querySelector('[name=q]')?.getAttribute('value')).toBe(typed)
  })

  it('says to those who are named for people that they are named for nobody', async () => {
    const kev = await visit(opened().house, 'kev')
    expect((await kev.get('/people')).words).toContain('You are named for nobody now')
  })

  it('is not for those who see nobody', async () => {
    const sid = await visit(opened().house, 'sid')
    expect((await sid.get('/people')).status).toBe(403)
  })

  it('opens the person', async () => {
    const rosa = await visit(opened().house, 'rosa')
    expect((await rosa.get(`/people/${lee}`)).words).toContain('What is owed')
  })
})
