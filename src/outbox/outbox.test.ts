import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { superuserOf } from '../../test/support/audit.ts'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { isSigned, startReceiver } from '../../test/support/receiver.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { openHandover, sendHandover } from '../handover/index.ts'
import { takeOn } from '../handover/testing.ts'
import { work } from '../main.work.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { ok, type Result, refused } from '../platform/result.ts'
import { clearOutbox, deliverOutside } from './index.ts'

const page = '/organisation/messages'

let test: TestHouse
let town: Town
let ada: Visitor
let person: string
let superuser: pg.Client
let receiver: Awaited<ReturnType<typeof startReceiver>>

beforeAll(async () => {
  receiver = await startReceiver()
  test = await openTestHouse(undefined, {
    THROUGHCARE_OUTSIDE_HOSTS: receiver.host,
    THROUGHCARE_PUBLIC_URL: 'http://localhost/',
  })
  town = await buildTown(test.house)
  superuser = await superuserOf(test.house)
  ada = await visit(test.house, 'ada')
  person = await arrive(test.house, { givenName: 'Marcus', familyName: 'Bell' })
})

afterAll(async () => {
  await receiver.stop()
  await superuser.end()
  await test.house.close()
})

beforeEach(async () => {
  receiver.forget()
  await superuser.query('delete from outbox')
  await superuser.query('delete from outside_address')
})

/** Sets the address as the page asks for it; answers with the secret that the page shows. */
const set = async (url = receiver.url) => {
  const form = await ada.get(`${page}/address`)
  const secret = /whsec_[A-Za-z0-9+/=]{44}/.exec(form.words)?.[0] ?? ''
  const hidden = form.document.querySelector('input[name=secret]')?.getAttribute('value') ?? ''
  return { secret, answer: await ada.send(`${page}/address`, { url, secret: hidden }) }
}

const give = (kind: string, then: (tx: WriteTx) => Result<unknown> = () => ok(undefined)) =>
  test.house.database.intake(async (tx) => {
    const [id, service_id] = [tx.ids.next(), town.services.leeds]
    const about = { person_id: person, recorded_under: person, class: 'identity' as const }
    const words = 'Marcus Bell, A1234BC: something to read'
    await tx.db
      .insertInto('notice')
      .values({ ...about, id, service_id, kind, words, recorded_at: tx.now })
      .execute()
    return then(tx)
  })

interface Stored {
  readonly id: string
  readonly tries: number
  readonly came_of: string | null
  readonly delivered: boolean
  readonly given_up: boolean
}

const stored = async (): Promise<readonly Stored[]> =>
  (
    await superuser.query(
      'select id, tries, came_of, delivered_at is not null as delivered, given_up_at is not null as given_up from outbox order by recorded_at, id',
    )
  ).rows

const firstId = async (): Promise<string> => (await stored())[0]?.id ?? 'none'

/** Does the job of one message once; false where it asks to be tried again. */
const deliver = async (id: string): Promise<boolean> => {
  const { house, clock } = test
  const task = deliverOutside(house.services)
  return task.run({ id }, { database: house.database, clock }).then(
    () => true,
    () => false,
  )
}

describe('telling another system', () => {
  it('happens once for each notice, signed, and says nothing of whom', async () => {
    const { secret, answer } = await set()
    expect(answer.words).toContain('The address is set.')
    await give('connect')
    const jobs = await work(test.house)
    await vi.waitFor(async () => expect((await stored())[0]?.delivered).toBe(true), { timeout: 20_000 })
    await jobs.stop()
    const [message, ...more] = receiver.received
    expect(more).toEqual([])
    expect(message).toMatchObject({ method: 'POST', headers: { 'webhook-id': await firstId() } })
    expect(message && isSigned(message, secret)).toBe(true)
    expect(message && isSigned(message, (await set()).secret)).toBe(false)
    expect(JSON.parse(message?.body ?? '')).toEqual({
      type: 'question.asked',
      timestamp: '2026-11-23T08:55:00Z',
      data: {
        id: await firstId(),
        what: 'Another service asks your team something.',
        service: 'Leeds recovery team',
        open: 'http://localhost/today',
      },
    })
  })

  it.each(['death', 'date_moved', 'sharing_ended', 'glass', 'handover_declined'])(
    'of %s, it says neither who nor what happened to them',
    async (kind) => {
      await set()
      await give(kind)
      expect(await deliver(await firstId())).toBe(true)
      const said = JSON.stringify(receiver.received)
      for (const word of ['Marcus', 'Bell', 'A1234BC', person, 'death', 'died'])
        expect(said).not.toContain(word)
    },
  )

  it('tells a team that a hand-over was sent to it', async () => {
    const { services, staff } = town
    const [leeds, colin] = [services.leeds, staff.colin ?? { id: '', role: 'coordinator' }]
    await superuser.query(
      `insert into outside_address select organisation_id, $1, '', $2, now() from service where id = $3`,
      [receiver.url, staff.ada?.id, services.bradford],
    )
    const personId = await arrive(test.house, { givenName: 'Dale', familyName: 'Ford' })
    await takeOn(test.house.database, { personId, serviceId: leeds })
    const by = { serviceId: leeds, staffId: colin.id }
    const to = { destination: 'Bradford', toServiceId: services.bradford }
    const sent = await test.house.database.write({ ...colin, staffId: colin.id }, async (tx) => {
      const opened = await openHandover(tx, { personId, by, kind: 'release', ...to })
      if (!opened.ok) return opened
      const [parts, basis] = [['recovery' as const], 'agreed_at_triage' as const]
      const how = { parts, basis, basisReason: null, ask: 'Please carry on', role: 'coordinator' as const }
      return sendHandover(tx, { handoverId: opened.value, by, ...to, ...how })
    })
    expect(sent.ok).toBe(true)
    const { rows } = await superuser.query(
      'select o.topic, s.name from outbox o join service s on s.id = o.service_id',
    )
    expect(rows).toEqual([{ topic: 'handover_sent', name: 'Bradford community service' }])
  })

  it('sends nothing of what was rolled back, nor where no address is set', async () => {
    await set()
    await give('connect', () => refused('invalid', 'It was not meant'))
    expect(await stored()).toEqual([])
    await superuser.query('delete from outside_address')
    await give('connect')
    expect(await stored()).toEqual([])
  })

  it('is tried again where the other system could not take it, and then is done', async () => {
    receiver.willAnswer(500, 307)
    await set()
    await give('glass')
    const id = await firstId()
    expect(await deliver(id)).toBe(false)
    expect((await ada.get(page)).words).toContain('Not taken yet: it answered with 500')
    expect(await deliver(id)).toBe(false)
    expect(await deliver(id)).toBe(true)
    expect(await deliver(id)).toBe(true)
    expect(receiver.received).toHaveLength(3)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]))
    expect((await ada.get(page)).words).toContain('Taken today at 08:55, at try 3.')
  })

  it('is given up after the last try, and says so', async () => {
    receiver.willAnswer(...Array.from({ length: 20 }, () => 503))
    await set()
    await give('connect')
    const id = await firstId()
    let tries = 1
    while (!(await deliver(id))) tries += 1
    expect(tries).toBe(14)
    expect(await deliver(id)).toBe(true)
    expect(receiver.received).toHaveLength(14)
    expect((await ada.get(page)).words).toContain('Given up after 14 tries: it answered with 503')
  })

  it('calls no host that is not allowed, not even one that was', async () => {
    const { answer } = await set('https://inside.example.org/')
    expect(answer.status).toBe(422)
    expect(answer.words).toContain('This service may not call inside.example.org.')
    await set()
    await superuser.query(`update outside_address set url = 'http://127.0.0.1:5432/'`)
    await give('connect')
    expect(await deliver(await firstId())).toBe(true)
    expect(await stored()).toMatchObject([{ came_of: 'not_allowed', given_up: true }])
    expect((await ada.get(page)).words).toContain('Not sent: this service may not call that address.')
  })

  it('can be tried, and stopped', async () => {
    await set()
    expect((await ada.send(`${page}/try`, {})).words).toContain('A try is on its way.')
    expect(await deliver(await firstId())).toBe(true)
    expect(receiver.received[0]?.body).toContain('This is a try. Nothing waits.')
    await give('connect')
    expect((await ada.send(`${page}/stop`, {})).words).toContain('No other system is told any more.')
    expect(await deliver((await stored())[1]?.id ?? '')).toBe(true)
    expect(receiver.received).toHaveLength(1)
    expect((await ada.get(`${page}/try`)).status).toBe(404)
  })

  it('forgets what is older than thirty days', async () => {
    await set()
    await give('connect')
    await superuser.query(`update outbox set recorded_at = recorded_at - interval '31 days'`)
    await give('connect')
    await clearOutbox.run({}, { database: test.house.database, clock: test.clock })
    expect(await stored()).toHaveLength(1)
  })
})

describe('who may', () => {
  const as = (who: string, query: string): Promise<unknown> => {
    const { id, role } = town.staff[who] ?? { id: '', role: '' }
    return superuser
      .query('begin')
      .then(() =>
        superuser.query('select act_as($1, $2, $3, $4)', [id, role, '2026-11-23', '2026-11-23T08:55:00Z']),
      )
      .then(() => superuser.query(query))
      .then(
        ({ rows }) => rows,
        (error: Error) => error.message,
      )
      .finally(() => superuser.query('rollback'))
  }
  const adding = `insert into outbox (id, topic, organisation_id, recorded_at) select uuidv7(), 'try', organisation_id, now() from service where code =`

  it('sees only what is their own organisation’s, and nobody reads a secret', async () => {
    await set()
    await give('connect')
    expect(await as('ada', 'select url from outside_address')).toHaveLength(1)
    expect(await as('ada', 'select topic from outbox')).toHaveLength(1)
    expect(await as('ada', 'select secret from outside_address')).toContain('permission denied')
    expect(await as('ada', 'select subject_id from outbox')).toContain('permission denied')
    for (const who of ['tessa', 'amira', 'rosa']) {
      expect(await as(who, 'select url from outside_address')).toEqual([])
      expect(await as(who, 'select topic from outbox')).toEqual([])
    }
  })

  it('adds a try for their own organisation, and no other message', async () => {
    expect(await as('ada', `${adding} 'COM-GLA'`)).toContain('row-level security')
    expect(
      await as('tessa', `${adding} (select code from service where id = '${town.services.leeds}')`),
    ).toContain('row-level security')
    expect(
      await as(
        'ada',
        `insert into outbox (id, topic, organisation_id, recorded_at) select uuidv7(), 'death', organisation_id, now() from service where id = '${town.services.leeds}'`,
      ),
    ).toMatch(/row-level security|check constraint/)
  })
})
