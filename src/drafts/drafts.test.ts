import { beforeAll, describe, expect, it } from 'vitest'
import { superuserOf } from '../../test/support/audit.ts'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { aPerson } from '../casework/testing.ts'
import { clearOldDrafts } from './index.ts'

const opened = withHouse()
let rosa: Visitor
let lee: string
let note: string

beforeAll(async () => {
  const { house } = opened()
  await buildTown(house)
  rosa = await visit(house, 'rosa')
  lee = await aPerson(house.database, { given: 'Lee', family: 'Whitaker', arrivedDaysAgo: 5 })
  note = `/people/${lee}/notes/new`
})

const hiddenOf = async (who: Visitor): Promise<Record<string, string>> => {
  const { document } = await who.get(note)
  return Object.fromEntries(
    [...document.querySelectorAll('main input[type=hidden]')].map((input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
  )
}

const wordsOn = async (who: Visitor): Promise<string> =>
  (await who.get(note)).document.querySelector('[name=words]')?.textContent?.trim() ?? ''

describe('a draft', () => {
  it('is kept with a button, found again, and listed for its writer', async () => {
    const kept = await rosa.post('/drafts', { ...(await hiddenOf(rosa)), words: 'Half a sent', class: '' })
    expect(kept.location).toBe(note)
    expect(await wordsOn(rosa)).toBe('Half a sent')
    expect((await rosa.get('/drafts')).words).toContain('Write a note about Lee Whitaker')
  })

  it('is kept over the one before', async () => {
    await rosa.post('/drafts', { ...(await hiddenOf(rosa)), words: 'Half a sentence' })
    expect(await wordsOn(rosa)).toBe('Half a sentence')
    expect((await rosa.get('/drafts')).document.querySelectorAll('.tc-lines li').length).toBe(1)
  })

  it('is nobody else’s', async () => {
    const tessa = await visit(opened().house, 'tessa')
    expect(await wordsOn(tessa)).toBe('')
    expect((await tessa.get('/drafts')).words).toContain('You have no drafts')
  })

  it('is gone when the note is saved, and does not come back from a late keystroke', async () => {
    const hidden = await hiddenOf(rosa)
    const sent = {
      ...hidden,
      class: 'recovery',
      'day-day': '23',
      'day-month': '11',
      'day-year': '2026',
      words: 'Whole',
    }
    expect((await rosa.post(note, sent)).status).toBe(303)
    expect(await wordsOn(rosa)).toBe('')
    expect((await rosa.post('/drafts', sent)).status).toBe(422)
    expect(await wordsOn(rosa)).toBe('')
  })

  it('is thrown away by its writer', async () => {
    await rosa.post('/drafts', { ...(await hiddenOf(rosa)), words: 'Not this' })
    const list = await rosa.get('/drafts')
    const action = list.document.querySelector('.tc-lines form')?.getAttribute('action') ?? ''
    expect((await (await visit(opened().house, 'tessa')).get(action)).status).toBe(404)
    expect((await rosa.send(action, {})).words).toContain('The draft is thrown away')
    expect(await wordsOn(rosa)).toBe('')
  })

  it('is kept for no other address', async () => {
    const hidden = await hiddenOf(rosa)
    for (const path of [
      '//elsewhere.example/',
      'https://elsewhere.example/people/',
      '/people/x/notes/new',
      `/people/${'-'.repeat(36)}/notes/new`,
    ])
      expect((await rosa.post('/drafts', { ...hidden, _draft_path: path, words: 'x' })).status).toBe(422)
  })

  it('goes when nobody touched it for 28 days, as its list says; the audit log counts', async () => {
    const { clock, house } = opened()
    const before = clock.now()
    await rosa.post('/drafts', { ...(await hiddenOf(rosa)), words: 'Never finished' })
    expect((await rosa.get('/drafts')).words).toContain('Cleared Monday 21 December, in 28 days')
    const clear = () => clearOldDrafts.run({}, { database: house.database, clock })
    clock.set(before.add({ hours: 24 * 27 }))
    await clear()
    clock.set(before)
    expect(await wordsOn(rosa)).toBe('Never finished')
    clock.set(before.add({ hours: 24 * 28 }))
    await clear()
    clock.set(before)
    expect(await wordsOn(rosa)).toBe('')
    const superuser = await superuserOf(house)
    const told = await superuser.query(
      "select subject, cardinality(person_ids) as people from audit_event where action = 'clear_drafts'",
    )
    await superuser.end()
    expect(told.rows).toEqual([{ subject: '1', people: 0 }])
  })

  it('survives a session that ended: what was kept is there, and what was sent after is kept with one press', async () => {
    const hidden = await hiddenOf(rosa)
    await rosa.post('/drafts', { ...hidden, words: 'Written before lunch' })
    const { clock, house } = opened()
    const before = clock.now()
    clock.set(before.add({ hours: 30 }))
    const late = await rosa.post('/drafts', { ...hidden, words: 'Written before lunch, and after' })
    expect(late.location).toContain('kept=yes')
    const again = await visit(house, 'rosa')
    expect(await wordsOn(again)).toBe('Written before lunch')
    const form = new URL(late.location ?? '', 'http://localhost').searchParams.get('to') ?? ''
    await again.send(form, {})
    expect(await wordsOn(again)).toBe('Written before lunch, and after')
    clock.set(before)
  })
})
