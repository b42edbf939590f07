import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { aPerson } from '../casework/testing.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { createApp } from '../platform/http/index.ts'
import { routes } from '../routes.ts'

const opened = withHouse()
let rosa: Visitor

const rows = async <Row>(work: (db: WriteTx['db']) => Promise<Row>): Promise<Row> => {
  const found = await opened().house.database.intake(async (tx) => ({ ok: true, value: await work(tx.db) }))
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value
}

beforeAll(async () => {
  const { house } = opened()
  await buildTown(house)
  rosa = await visit(house, 'rosa')
  const lee = await aPerson(house.database, { given: 'Lee', family: 'Whitaker', arrivedDaysAgo: 5 })
  await rows((db) => db.insertInto('location').values({ person_id: lee, wing: 'C', cell: 'C-2' }).execute())
  await rosa.send(`/people/${lee}/contacts/plan`, {
    'day-day': '23',
    'day-month': '11',
    'day-year': '2026',
    time: '14:00',
    minutes: '30',
    mode: 'in_person',
    purpose: 'one_to_one',
    place: 'Lee Whitaker’s cell',
  })
})

const ask = (address: string): Promise<Response> => {
  const { house } = opened()
  return Promise.resolve(createApp(house.services, routes, house.healthy).request(address))
}

const turnOn = async (): Promise<string> => {
  const page = await rosa.get('/account/calendar')
  const address = page.document.querySelector('#calendar-address')?.textContent?.trim() ?? ''
  const token = page.document.querySelector('[name=token]')?.getAttribute('value') ?? ''
  expect((await ask(address)).status).toBe(404)
  expect((await rosa.send('/account/calendar', { do: 'on', token })).words).toContain('works from now on')
  return address
}

describe('a calendar address', () => {
  it('is one only once: a page that was sent before says to open it again, and the address stays', async () => {
    const address = await turnOn()
    const token = address.split('/').at(-2) ?? ''
    const again = await rosa.send('/account/calendar', { do: 'on', token })
    expect(again.status).toBe(422)
    expect(again.words).toContain('Open this page again to get a new address')
    expect((await ask(address)).status).toBe(200)
  })

  it('gives whoever has it the times and the wing, and no name; audited as its owner’s', async () => {
    const answer = await ask(await turnOn())
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const text = await answer.text()
    expect(text).toContain('DTSTART;TZID=Europe/London:20261123T140000')
    expect(text).toContain('SUMMARY:One to one\\, C wing')
    expect(text).not.toMatch(/Lee|Whitaker/)
  })

  it('is kept as a hash alone', async () => {
    const address = await turnOn()
    const token = address.split('/').at(-2) ?? ''
    const kept = await opened().house.database.auth((db) =>
      db.selectFrom('calendar_feed').selectAll().execute(),
    )
    expect(kept.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(token).toMatch(/^[\w-]{43}$/)
  })

  it('ends when it is renewed, and when it is turned off', async () => {
    const first = await turnOn()
    const second = await turnOn()
    expect((await ask(first)).status).toBe(404)
    expect((await ask(second)).status).toBe(200)
    await rosa.send('/account/calendar', { do: 'off', token: 'none' })
    expect((await ask(second)).status).toBe(404)
  })

  it('is read sixty times an hour, and then asks to wait', async () => {
    const address = await turnOn()
    for (let times = 0; times < 60; times += 1) expect((await ask(address)).status).toBe(200)
    expect((await ask(address)).status).toBe(429)
    opened().clock.set(Temporal.Instant.from('2026-11-23T09:56:00Z'))
    expect((await ask(address)).status).toBe(200)
  })
})
