import { beforeAll, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'

const opened = withHouse()
let lee: string

beforeAll(async () => {
  await buildTown(opened().house)
  lee = await arrive(opened().house, {
    givenName: 'Lee',
    familyName: 'Whitaker',
    prisonNumber: 'A1234BC',
    confirmedRelease: '2026-12-04',
  })
})

describe('the page of a person', () => {
  it('says what is owed, why, and leads to doing it', async () => {
    const page = await (await visit(opened().house, 'rosa')).get(`/people/${lee}`)
    const first = page.document.querySelector('.tc-owed')
    expect(first?.textContent).toContain('Screen Lee Whitaker')
    expect(first?.textContent).toContain('Overdue by 1 day')
    expect(first?.textContent).toContain('Source:')
    expect(first?.querySelector('a')?.getAttribute('href')).toBe(`/people/${lee}/arrival-screen`)
  })

  it('says when they leave and what to check about it', async () => {
    const page = await (await visit(opened().house, 'rosa')).get(`/people/${lee}`)
    expect(page.words).toContain('Friday 4 December, in 11 days')
    expect(page.words).toContain('This is a Friday')
    expect(page.words).toContain('No hand-over is open')
  })

  it('lists what happened, newest first, and narrows it to one kind', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const titles = async (query: string) =>
      [...(await rosa.get(`/people/${lee}${query}`)).document.querySelectorAll('.moj-timeline__title')].map(
        (title) => title.textContent,
      )
    expect(await titles('')).toEqual(['Confirmed release date: Friday 4 December', 'Came into custody'])
    expect(await titles('?kind=contacts')).toEqual([])
    expect(await titles('?kind=nonsense&before=nonsense')).toHaveLength(2)
    expect(await titles('?kind=constructor')).toHaveLength(2)
  })

  it.each([
    `2026-11-23_1_${'-'.repeat(36)}`,
    '0000-01-01_1_00000000-0000-4000-8000-000000000000',
    '2026-02-31_1_00000000-0000-4000-8000-000000000000',
  ])('begins what happened at the newest where the address says %s', async (before) => {
    const page = await (await visit(opened().house, 'rosa')).get(`/people/${lee}?before=${before}`)
    expect(page.status).toBe(200)
    expect(page.words).toContain('Came into custody')
  })

  it.each(['isla', 'amira', 'kev'])('answers %s as if nobody were there', async (who) => {
    const page = await (await visit(opened().house, who)).get(`/people/${lee}`)
    expect(page.status).toBe(404)
  })

  it.each(['nobody', '00000000-0000-0000-0000-000000000000', '%00', '../etc'])(
    'answers %s in an address as nothing there',
    async (id) => {
      expect((await (await visit(opened().house, 'rosa')).get(`/people/${id}`)).status).toBe(404)
    },
  )
})
