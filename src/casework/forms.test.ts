import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { referPerson } from './index.ts'
import { aPerson, owedTo, released } from './testing.ts'

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

const owed = (personId: string) => owedTo(opened().house.database, personId)

const rows = async <Row>(work: (db: WriteTx['db']) => Promise<Row>): Promise<Row> => {
  const found = await opened().house.database.intake(async (tx) => ({ ok: true, value: await work(tx.db) }))
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value
}

const episodeOf = (personId: string) =>
  rows((db) =>
    db.selectFrom('episode').selectAll().where('person_id', '=', personId).executeTakeFirstOrThrow(),
  )

const refer = (personId: string) => rosa.send(`/people/${personId}/refer`, { source: 'self', ...yesterday })

describe('referring somebody', () => {
  it('opens an episode from any source, after which a triage is owed', async () => {
    const id = await somebody('Lee')
    const page = await rosa.send(`/people/${id}/refer?from=today`, { source: 'self', ...yesterday })
    expect(page.words).toContain('Lee Example is referred to Leeds recovery team')
    expect(await owed(id)).toContain('triage')
    expect(await episodeOf(id)).toMatchObject({
      referral_source: 'self',
      setting: 'custody',
      service_id: town.services.leeds,
    })
  })

  it('says what is wrong and keeps what was typed', async () => {
    const id = await somebody('Ann')
    const page = await rosa.send(`/people/${id}/refer`, {
      'day-day': '31',
      'day-month': '2',
      'day-year': '2026',
      substances: 'not_known',
    })
    expect(page.status).toBe(422)
    expect(page.document.querySelector('[name=substances][checked]')?.getAttribute('value')).toBe('not_known')
    expect(page.words).toContain('Say who referred them')
    expect(page.words).toContain('Enter a date that exists')
    expect(page.document.querySelector('[name=day-day]')?.getAttribute('value')).toBe('31')
  })

  it('refuses a day to come, and a second open episode', async () => {
    const id = await somebody('Bea')
    const future = await rosa.send(`/people/${id}/refer`, { source: 'court', ...tomorrow })
    expect(future.words).toContain('This day is still to come')
    await refer(id)
    const again = await refer(id)
    expect(again.status).toBe(422)
    expect(again.words).toContain('open episode with this service already')
  })

  it('is nothing there for a team that does not know them, and refused to a key worker', async () => {
    const id = await somebody('Cy')
    const isla = await visit(opened().house, 'isla')
    expect((await isla.get(`/people/${id}/refer`)).status).toBe(404)
    const kev = await visit(opened().house, 'kev')
    expect((await kev.get(`/people/${id}/refer`)).status).toBe(403)
  })
})

describe('allocating a worker', () => {
  it('shows how many people each works with, and ends the earlier one with a reason', async () => {
    const id = await somebody('Dai')
    await refer(id)
    await rosa.send(`/people/${id}/treatment/start`, { kind: 'psychosocial', ...today })
    expect(await owed(id)).toContain('allocated_worker')
    const form = await rosa.get(`/people/${id}/allocate`)
    expect(form.words).toContain('Recovery worker, 0 people, 0 places, no limit set')
    await rosa.send(`/people/${id}/allocate`, { worker: town.staff.rosa?.id ?? '' })
    expect(await owed(id)).not.toContain('allocated_worker')
    const same = await rosa.send(`/people/${id}/allocate`, {
      worker: town.staff.rosa?.id ?? '',
      why: 'Leave',
    })
    expect(same.words).toContain('They have this worker already')
    const made = await rows((db) =>
      db.selectFrom('allocation').selectAll().where('person_id', '=', id).execute(),
    )
    expect(made).toMatchObject([{ as_role: 'recovery_worker', to_day: null }])
  })

  it('refuses somebody of another service', async () => {
    const id = await somebody('Eve')
    const page = await rosa.send(`/people/${id}/allocate`, { worker: town.staff.isla?.id ?? '' })
    expect(page.status).toBe(422)
    expect(page.words).toContain('Choose somebody who works in this service')
  })
})

describe('treatment', () => {
  it('sets the treatment start with the first intervention, and the end of the episode closes all', async () => {
    const id = await somebody('Fay', 40)
    await refer(id)
    await rosa.send(`/people/${id}/treatment/start`, { kind: 'psychosocial', ...today })
    await rosa.send(`/people/${id}/treatment/start`, { kind: 'opioid_substitution', ...yesterday })
    const started = await episodeOf(id)
    expect(started.treatment_start?.toString()).toBe('2026-11-22')
    const ended = await rosa.send(`/people/${id}/episodes/${started.id}/end?from=today`, {
      reason: 'completed_drug_free',
      ...today,
      next: 'Mutual aid on Tuesdays',
      top: 'later',
    })
    expect(ended.words).toContain('has ended: completed, drug free')
    expect(await episodeOf(id)).toMatchObject({ end_reason: 'completed_drug_free' })
    const open = await rows((db) =>
      db
        .selectFrom('intervention')
        .select('id')
        .where('person_id', '=', id)
        .where('ended_on', 'is', null)
        .execute(),
    )
    expect(open).toEqual([])
    const [told] = await rows((db) =>
      db
        .selectFrom('fact')
        .select(['answers', 'reading'])
        .where('person_id', '=', id)
        .where('kind', '=', 'discharge_told')
        .execute(),
    )
    expect(told?.answers).toMatchObject({ next: 'Mutual aid on Tuesdays' })
    expect(told?.reading).toMatchObject({ exitTopSettled: false })
  })

  it('opens an episode where there is none, once it is said who referred them', async () => {
    const id = await somebody('Gus')
    const asked = await rosa.send(`/people/${id}/treatment/start`, { kind: 'psychosocial', ...today })
    expect(asked.words).toContain('Say who referred them')
    await rosa.send(`/people/${id}/treatment/start`, { kind: 'psychosocial', source: 'court', ...today })
    expect((await episodeOf(id)).treatment_start?.toString()).toBe('2026-11-23')
  })

  it('cannot start before the referral, nor be completed before it started', async () => {
    const id = await somebody('Hal')
    await refer(id)
    const early = await rosa.send(`/people/${id}/treatment/start`, {
      kind: 'psychosocial',
      ...today,
      'day-day': '20',
    })
    expect(early.words).toContain('cannot start before the referral')
    const { id: episode } = await episodeOf(id)
    const completed = await rosa.send(`/people/${id}/episodes/${episode}/end`, {
      reason: 'completed_drug_free',
      ...today,
    })
    expect(completed.words).toContain('Treatment never started')
  })

  it('ends one intervention, after which the discharge is owed', async () => {
    const id = await somebody('Ida')
    await refer(id)
    await rosa.send(`/people/${id}/treatment/start`, { kind: 'psychosocial', ...today })
    const [made] = await rows((db) =>
      db.selectFrom('intervention').select('id').where('person_id', '=', id).execute(),
    )
    const wrong = await rosa.send(`/people/${id}/interventions/${made?.id}/end`, {
      ...yesterday,
      exit: 'planned',
    })
    expect(wrong.words).toContain('It cannot end before it started')
    await rosa.send(`/people/${id}/interventions/${made?.id}/end`, { ...today, exit: 'planned' })
    expect(await owed(id)).toContain('discharge')
  })

  it('shows both where somebody ended the episode meanwhile', async () => {
    const id = await somebody('Jo')
    await refer(id)
    const { id: episode } = await episodeOf(id)
    const path = `/people/${id}/episodes/${episode}/end`
    const form = await rosa.get(path)
    const hidden = Object.fromEntries(
      [...form.document.querySelectorAll('main form input[type=hidden]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    await rosa.send(path, { reason: 'declined', ...today })
    const stale = await rosa.post(path, { ...hidden, reason: 'dropped_out', ...today })
    expect(stale.status).toBe(409)
    expect(stale.words).toContain('This changed while you were writing')
    expect((await episodeOf(id)).end_reason).toBe('declined')
  })
})

describe('a team that has handed somebody on', () => {
  it('may read for a while, and is told that it may not add', async () => {
    const id = await somebody('Oli')
    await rows((db) =>
      db
        .insertInto('movement')
        .values({
          id,
          person_id: id,
          recorded_under: id,
          source: 'hand',
          type: 'admission',
          at: Temporal.Instant.from('2026-11-23T08:00:00Z'),
          day: Temporal.PlainDate.from('2026-11-23'),
          time_known: true,
          establishment_code: 'ISI',
          reason: 'TRANSFERRED',
          reason_known: true,
          recorded_at: Temporal.Instant.from('2026-11-23T08:00:00Z'),
        })
        .execute(),
    )
    await opened().house.database.intake((tx) => tx.lock(id))
    const page = await rosa.send(`/people/${id}/refer`, { source: 'self', ...yesterday })
    expect(page.status).toBe(403)
  })
})

describe('a community service', () => {
  const referredOutside = async (given: string): Promise<string> => {
    const id = await somebody(given, 60)
    await released(opened().house.database, id, 4)
    const referred = await opened().house.database.intake((tx) =>
      referPerson(tx, {
        personId: id,
        by: { serviceId: town.services.bradford, staffId: null },
        source: 'another_service',
        day: tx.today.subtract({ days: 3 }),
        substances: null,
      }),
    )
    expect(referred.ok).toBe(true)
    return id
  }

  it('says that treatment started, on the day it did', async () => {
    const id = await referredOutside('Pam')
    const amira = await visit(opened().house, 'amira')
    await amira.send(`/people/${id}/contacts/new`, {
      outcome: 'kept',
      purpose: 'follow_up',
      mode: 'phone',
      ...yesterday,
    })
    expect((await episodeOf(id)).treatment_start).toBeNull()
    const started = await amira.send(`/people/${id}/treatment/start?from=today`, {
      kind: 'opioid_substitution',
      ...yesterday,
    })
    expect(started.words).toContain('is in treatment with Bradford community service from yesterday')
    expect((await episodeOf(id)).treatment_start?.toString()).toBe('2026-11-22')
    const again = await amira.send(`/people/${id}/treatment/start`, {
      kind: 'opioid_substitution',
      ...yesterday,
    })
    expect([again.status, again.words]).toEqual([
      422,
      expect.stringContaining('is recorded already as started yesterday'),
    ])
  })

  it.each(['declined', 'dropped_out'] as const)(
    'ends the episode as %s when that is what they said',
    async (reason) => {
      const id = await referredOutside(`Quin ${reason}`)
      const { id: episode } = await episodeOf(id)
      const amira = await visit(opened().house, 'amira')
      await amira.send(`/people/${id}/episodes/${episode}/end`, { reason, ...today, next: 'May come back' })
      expect((await episodeOf(id)).end_reason).toBe(reason)
      expect((await rosa.get(`/people/${id}/episodes/${episode}/end`)).status).toBe(404)
    },
  )
})
