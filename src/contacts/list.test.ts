import { beforeAll, describe, expect, it } from 'vitest'
import { type Visited, type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { aPerson } from '../casework/testing.ts'

const opened = withHouse()
let rosa: Visitor
let nadia: Visitor
let lee: string

const onMonday = { 'day-day': '23', 'day-month': '11', 'day-year': '2026' }
const met = { outcome: 'kept', purpose: 'one_to_one', mode: 'in_person', ...onMonday }
const list = () => `/people/${lee}/contacts`

beforeAll(async () => {
  const { house } = opened()
  await buildTown(house)
  rosa = await visit(house, 'rosa')
  nadia = await visit(house, 'nadia')
  lee = await aPerson(house.database, { given: 'Lee', family: 'Whitaker', arrivedDaysAgo: 5 })
  await rosa.send(`${list()}/new`, {
    ...met,
    words: 'He is drinking less and wants to stay away from spirits',
  })
  await rosa.send(`${list()}/new`, { ...met, outcome: 'prison_did_not_unlock' })
  await nadia.send(`/people/${lee}/notes/new`, {
    ...onMonday,
    class: 'clinical',
    words: 'Drinks methadone in front of the nurse',
  })
  await rosa.send(`${list()}/plan`, { ...met, minutes: '45', time: '15:00', place: 'Library' })
})

const search = (who: Visitor, q: string): Promise<Visited> => who.send(list(), { q, show: '' })

describe('contacts and notes of somebody', () => {
  it('stand on one page: what is planned, what was, and whose side it was', async () => {
    const { words } = await rosa.get(list())
    expect(words).toMatch(/Planned.*today at 15:00.*Library.*What was/)
    expect(words).toContain('He is drinking less')
    expect(words).toContain('Prison did not unlock The prison’s side, Face to face')
    expect(words).not.toContain('methadone')
  })

  it('are narrowed to what was theirs to keep: never what the prison did not unlock', async () => {
    const { words } = await rosa.get(`${list()}?show=missed`)
    expect(words).not.toContain('Prison did not unlock')
    expect(words).toContain('Nothing is recorded here')
  })

  it('are searched by words, in any of their forms, with what was found marked', async () => {
    const page = await search(rosa, 'drinks')
    expect([...page.document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['drinking'])
    expect(page.words).toContain('1 place with “drinks”')
  })

  it('show in search what row security allows, and nothing else', async () => {
    expect((await search(rosa, 'methadone')).words).toContain('Nothing you may read has these words')
    const theirs = await search(nadia, 'drink')
    expect(theirs.document.querySelectorAll('mark').length).toBe(2)
    const isla = await visit(opened().house, 'isla')
    expect((await isla.get(list())).status).toBe(404)
  })

  it('are searched without a word of it in any address', async () => {
    const page = await rosa.get(list())
    const key = page.document.querySelector('main [name=_idempotency_key]')?.getAttribute('value') ?? ''
    const csrf = page.document.querySelector('main [name=_csrf]')?.getAttribute('value') ?? ''
    const sent = await rosa.post(list(), { _csrf: csrf, _idempotency_key: key, q: 'spirits', show: '' })
    expect(sent.location).toMatch(/\?search=[0-9a-f-]{36}$/)
  })

  it.each([
    '0000-01-01_00000000-0000-4000-8000-000000000000',
    '2026-02-31_00000000-0000-4000-8000-000000000000',
    `2026-11-23_${'-'.repeat(36)}`,
  ])('begin at the newest where the address says %s', async (before) => {
    const page = await rosa.get(`${list()}?before=${before}`)
    expect(page.status).toBe(200)
    expect(page.words).toContain('He is drinking less')
  })

  it('lead to the contact, with what it said before', async () => {
    const page = await rosa.get(list())
    const href = [...page.document.querySelectorAll('a')]
      .find((link) => link.textContent?.includes('today at 15:00'))
      ?.getAttribute('href')
    await rosa.send(`${href}/move`, { ...onMonday, time: '16:00', asked_by: 'person', why: 'Has a visit' })
    const contact = await rosa.get(href ?? '')
    expect(contact.words).toContain('Today at 16:00')
    expect(contact.words).toContain('They asked. Has a visit')
    expect(contact.words).toContain('still to come, today at 15:00')
  })
})
