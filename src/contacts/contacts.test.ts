import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { referPerson } from '../casework/index.ts'
import { aPerson, owedTo } from '../casework/testing.ts'
import type { WriteTx } from '../platform/database/transaction.ts'

const opened = withHouse()
let town: Town
let rosa: Visitor

const today = { 'day-day': '23', 'day-month': '11', 'day-year': '2026' }
const yesterday = { ...today, 'day-day': '22' }
const tomorrow = { ...today, 'day-day': '24' }

beforeAll(async () => {
  town = await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
})

const somebody = (given: string, arrivedDaysAgo = 3): Promise<string> =>
  aPerson(opened().house.database, { given, family: 'Example', arrivedDaysAgo })

const rows = async <Row>(work: (db: WriteTx['db']) => Promise<Row>): Promise<Row> => {
  const found = await opened().house.database.intake(async (tx) => ({ ok: true, value: await work(tx.db) }))
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value
}

const contactsOf = (personId: string) =>
  rows((db) =>
    db.selectFrom('contact').selectAll().where('person_id', '=', personId).orderBy('recorded_at').execute(),
  )

const changesOf = (personId: string) =>
  rows((db) =>
    db
      .selectFrom('contact_change')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
  )

const planned = {
  minutes: '45',
  purpose: 'one_to_one',
  mode: 'in_person',
  ...today,
  time: '14:00',
  place: 'Chapel',
}
const met = { outcome: 'kept', purpose: 'one_to_one', mode: 'in_person', ...today }

const plan = (id: string, fields: Record<string, string> = {}) =>
  rosa.send(`/people/${id}/contacts/plan`, { ...planned, ...fields })

const planOne = async (id: string, fields: Record<string, string> = {}): Promise<string> => {
  const page = await plan(id, fields)
  expect(page.words).toContain('planned for')
  return `/people/${id}/contacts/${(await contactsOf(id)).at(-1)?.id}`
}

describe('a planned contact', () => {
  it('is planned, and then it is said what became of it; what was said before stays', async () => {
    const id = await somebody('Kit')
    const page = await rosa.send(`/people/${id}/contacts/plan?from=today`, planned)
    expect(page.words).toContain('Contact with Kit Example planned for today at 14:00')
    const [contact] = await contactsOf(id)
    expect(contact).toMatchObject({ outcome: 'planned', class: 'recovery', place: 'Chapel', minutes: 45 })
    expect(contact?.starts_at?.toString()).toBe('2026-11-23T14:00:00Z')
    const path = `/people/${id}/contacts/${contact?.id}/outcome`
    expect((await rosa.get(path)).words).toContain('today at 14:00, Chapel, with Rosa Example')
    await rosa.send(path, { outcome: 'prison_did_not_unlock' })
    expect(await contactsOf(id)).toMatchObject([{ outcome: 'prison_did_not_unlock', version: 2 }])
    expect(await changesOf(id)).toMatchObject([{ outcome: 'planned', what: 'outcome' }])
  })

  it('is moved, with who asked and why', async () => {
    const id = await somebody('Mia')
    const path = await planOne(id)
    const moved = await rosa.send(`${path}/move`, {
      ...tomorrow,
      time: '10:30',
      asked_by: 'prison',
      why: 'Wing search',
    })
    expect(moved.words).toContain('Contact with Mia Example moved to tomorrow at 10:30')
    expect(await contactsOf(id)).toMatchObject([{ outcome: 'planned', version: 2 }])
    expect(await changesOf(id)).toMatchObject([{ what: 'moved', asked_by: 'prison', why: 'Wing search' }])
    const late = await rosa.send(`${path}/move`, { ...yesterday, asked_by: 'us' })
    expect(late.words).toContain('This day has passed')
  })

  it('is called off before its day on the side whose it is, and not twice', async () => {
    const id = await somebody('Ned')
    const path = await planOne(id, tomorrow)
    expect((await rosa.send(`${path}/outcome`, { outcome: 'kept' })).words).toContain('It is still to come')
    await rosa.send(`${path}/call-off`, { outcome: 'refused', why: 'Wants to sleep' })
    expect(await contactsOf(id)).toMatchObject([{ outcome: 'refused' }])
    expect(await changesOf(id)).toMatchObject([{ what: 'called_off', asked_by: 'person' }])
    const again = await rosa.send(`${path}/call-off`, { outcome: 'cancelled_by_service' })
    expect(again.words).toContain('It was already said what became of this contact')
  })

  it('cannot lie in the past, nor at a time that is none', async () => {
    const id = await somebody('Lou')
    expect((await plan(id, yesterday)).words).toContain('This day has passed')
    expect((await plan(id, { time: 'half two' })).words).toContain('Enter a time of day like 14:30')
  })

  it('is warned of what stands in its way, and may be planned all the same', async () => {
    const id = await somebody('Ola')
    await planOne(id, { time: '15:00' })
    const twice = await plan(id, { time: '15:30' })
    expect(twice.status).toBe(422)
    expect(twice.words).toContain('Ola Example already has: one to one, Leeds recovery team, at 15:00')
    const lunch = await plan(id, { time: '12:15' })
    expect(lunch.words).toContain('It falls in the prison’s lunch lock-up, 12:00 to 13:30')
    expect(await contactsOf(id)).toHaveLength(1)
    const door = await plan(id, { time: '12:15', mode: 'in_cell' })
    expect(door.words).toContain('planned for today at 12:15')
    const anyway = await plan(id, { time: '12:30', anyway: 'yes' })
    expect(anyway.words).toContain('planned for today at 12:30')
    expect(await contactsOf(id)).toHaveLength(3)
  })

  it('of another service is nothing here', async () => {
    const id = await somebody('Max')
    const path = await planOne(id, { time: '16:00' })
    const amira = await visit(opened().house, 'amira')
    for (const page of ['outcome', 'move', 'call-off'])
      expect((await amira.get(`${path}/${page}`)).status).toBe(404)
    expect((await rosa.get(`/people/${id}/contacts/${town.services.leeds}/outcome`)).status).toBe(404)
  })
})

describe('a contact that happened', () => {
  const newPage = (id: string) => `/people/${id}/contacts/new`

  it('is recorded with its note on one page, which says who will see the words', async () => {
    const id = await somebody('Pia')
    expect((await rosa.get(newPage(id))).words).toContain('The wing, probation and courts will not')
    await rosa.send(newPage(id), { ...met, words: 'Wants to ring his sister' })
    const [contact] = await contactsOf(id)
    expect(contact).toMatchObject({ outcome: 'kept', words: null })
    const notes = await rows((db) => db.selectFrom('note').selectAll().where('person_id', '=', id).execute())
    expect(notes).toMatchObject([
      { words: 'Wants to ring his sister', class: 'recovery', contact_id: contact?.id },
    ])
  })

  it('cannot have been kept tomorrow', async () => {
    const id = await somebody('Quin')
    const kept = await rosa.send(newPage(id), { ...met, ...tomorrow })
    expect(kept.words).toContain('This day is still to come')
  })

  it('by clinical staff is in their class', async () => {
    const id = await somebody('Ned')
    const nadia = await visit(opened().house, 'nadia')
    await nadia.send(newPage(id), met)
    expect(await contactsOf(id)).toMatchObject([{ class: 'clinical', service_id: town.services.leedsHealth }])
  })

  it('meets what was agreed with the person', async () => {
    const id = await somebody('Rae', 40)
    await opened().house.database.intake((tx) =>
      referPerson(tx, {
        personId: id,
        by: { serviceId: town.services.leeds, staffId: null },
        source: 'self',
        day: tx.today.subtract({ days: 40 }),
        substances: null,
      }),
    )
    await rows((db) =>
      db
        .insertInto('fact')
        .values({
          id: crypto.randomUUID(),
          person_id: id,
          recorded_under: id,
          kind: 'triage',
          class: 'recovery',
          service_id: town.services.leeds,
          day: Temporal.PlainDate.from('2026-10-15'),
          at: Temporal.Instant.from('2026-10-15T10:00:00Z'),
          answers: JSON.stringify({}),
          reading: JSON.stringify({ episodeId: null, accepted: true, agreesToPassOn: true }),
          recorded_at: Temporal.Instant.from('2026-10-15T10:00:00Z'),
        })
        .execute(),
    )
    await rows((db) =>
      db
        .updateTable('episode')
        .set({ triage_date: Temporal.PlainDate.from('2026-10-15') })
        .where('person_id', '=', id)
        .execute(),
    )
    await opened().house.database.intake((tx) => tx.lock(id))
    expect(await owedTo(opened().house.database, id)).toContain('agreed_contact')
    await rosa.send(newPage(id), { ...met, purpose: 'key_session', also_there: 'Kev, key worker' })
    expect(await owedTo(opened().house.database, id)).not.toContain('agreed_contact')
  })

  it('asks about what was planned before anything new', async () => {
    const id = await somebody('Sue')
    const path = await planOne(id, { time: '16:45', anyway: 'yes' })
    const page = await rosa.get(newPage(id))
    expect(page.words).toContain('You planned this. Is it about that?')
    expect(page.html).toContain(`${path}/outcome`)
  })
})
