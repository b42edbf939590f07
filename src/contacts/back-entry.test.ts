import { beforeAll, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { type Visited, type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import type { WriteTx } from '../platform/database/transaction.ts'

const opened = withHouse()
let rosa: Visitor

const numbers = ['A1111AA', 'A2222AA', 'A3333AA', 'A4444AA']
const people: string[] = []
const onDay = { 'day-day': '23', 'day-month': '11', 'day-year': '2026' }
const page = '/contacts/back-entry'

const rows = async <Row>(work: (db: WriteTx['db']) => Promise<Row>): Promise<Row> => {
  const found = await opened().house.database.intake(async (tx) => ({ ok: true, value: await work(tx.db) }))
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value
}

beforeAll(async () => {
  const { house } = opened()
  await buildTown(house)
  rosa = await visit(house, 'rosa')
  for (const [index, prisonNumber] of numbers.entries())
    people.push(await arrive(house, { givenName: `Person${index}`, familyName: 'Example', prisonNumber }))
  for (const [index, cell] of ['C-10', 'C-2'].entries()) {
    await rows((db) =>
      db
        .insertInto('location')
        .values({ person_id: people[index] ?? '', wing: 'C', cell })
        .onConflict((on) => on.column('person_id').doUpdateSet({ wing: 'C', cell }))
        .execute(),
    )
    await rosa.send(`/people/${people[index]}/contacts/plan`, {
      ...onDay,
      time: `${10 + index}:00`,
      minutes: '30',
      mode: 'in_person',
      purpose: 'one_to_one',
    })
  }
})

const namesOn = ({ document }: Visited): readonly string[] =>
  [...document.querySelectorAll('tbody th a')].map((link) => link.textContent?.trim() ?? '')

const contactOf = async (index: number) =>
  rows((db) =>
    db
      .selectFrom('contact')
      .selectAll()
      .where('person_id', '=', people[index] ?? '')
      .executeTakeFirst(),
  )

const field = (part: string, key: string | undefined): string => `${part}-${key}`

describe('the day’s list', () => {
  it('stands in the order of the landings: cell 2 before cell 10, with boxes to tick', async () => {
    const list = await rosa.get('/contacts/day-list')
    expect(namesOn(list)).toEqual(['Person1 Example', 'Person0 Example'])
    expect(list.document.querySelectorAll('.tc-box__square').length).toBeGreaterThan(10)
  })
})

describe('a day on paper', () => {
  it('begins with who was planned, in the same order, and rows for others', async () => {
    const screen = await rosa.get(page)
    expect(namesOn(screen)).toEqual(['Person1 Example', 'Person0 Example'])
    expect(screen.document.querySelectorAll('tbody tr').length).toBe(15)
  })

  it('records what is whole, keeps what is not as it was typed, and adds up', async () => {
    const [first, second] = [await contactOf(0), await contactOf(1)]
    const answer = await rosa.send(page, {
      [field('outcome', first?.id)]: 'kept',
      [field('words', first?.id)]: 'Doing well',
      [field('words', second?.id)]: 'Said no word of whether',
      'number-o1': ' a3333aa ',
      'outcome-o1': 'refused',
      'number-o2': 'Z9999ZZ',
      'outcome-o2': 'kept',
      'words-o2': 'Who was this',
    })
    expect(answer.words).toContain('2 recorded, 2 need you: say whether it happened; nobody you work with')
    expect(answer.document.querySelector('[name=number-o2]')?.getAttribute('value')).toBe('Z9999ZZ')
    expect(answer.document.querySelector('[name=words-o2]')?.getAttribute('value')).toBe('Who was this')
    expect(answer.document.querySelectorAll('.govuk-error-summary__list a').length).toBe(2)
    expect(await contactOf(0)).toMatchObject({ outcome: 'kept' })
    expect(await contactOf(1)).toMatchObject({ outcome: 'planned' })
    expect(await contactOf(2)).toMatchObject({ outcome: 'refused', purpose: 'one_to_one' })
  })

  it('is done when the rest is put right, and then holds no draft', async () => {
    const second = await contactOf(1)
    const answer = await rosa.send(page, {
      [field('outcome', second?.id)]: 'sick',
      [field('words', second?.id)]: 'Said no word of whether',
      'number-o2': 'A4444AA',
      'outcome-o2': 'kept',
      'words-o2': 'Who was this',
    })
    expect(answer.words).toContain('2 recorded.')
    expect((await rosa.get('/drafts')).words).toContain('You have no drafts')
    const notes = await rows((db) => db.selectFrom('note').select('words').orderBy('words').execute())
    expect(notes.map(({ words }) => words)).toEqual(['Doing well', 'Said no word of whether', 'Who was this'])
  })

  it('is recorded once, however often it is sent', async () => {
    const screen = await rosa.get(page)
    const hidden = Object.fromEntries(
      ['_csrf', '_idempotency_key'].map((name) => [
        name,
        screen.document.querySelector(`main [name=${name}]`)?.getAttribute('value') ?? '',
      ]),
    )
    const sent = { ...hidden, 'number-o1': 'A4444AA', 'outcome-o1': 'late' }
    await rosa.post(page, sent)
    await rosa.post(page, sent)
    const late = await rows((db) =>
      db.selectFrom('contact').select('id').where('outcome', '=', 'late').execute(),
    )
    expect(late).toHaveLength(1)
  })

  it('refuses nobody twice, and nothing at all', async () => {
    const twice = await rosa.send(page, {
      'number-o1': 'A4444AA',
      'outcome-o1': 'kept',
      'number-o2': 'A4444AA',
      'outcome-o2': 'kept',
    })
    expect(twice.words).toContain('1 recorded, 1 needs you: they are in another row already')
    expect(
      (
        await rosa.post(page, {
          _csrf: twice.document.querySelector('main [name=_csrf]')?.getAttribute('value') ?? '',
        })
      ).words,
    ).toContain('Say of at least one row')
  })
})
