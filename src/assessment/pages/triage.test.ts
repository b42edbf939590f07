import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../../test/support/browse.ts'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown } from '../../../test/support/town.ts'
import { acceptedTriage, hiddenIn, leeWhitaker, lookInto, owedTo, quietScreen } from '../testing.ts'

const opened = withHouse()
let rosa: Visitor

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
})

const screened = async (): Promise<string> => {
  const id = await leeWhitaker(opened())
  await rosa.send(`/people/${id}/arrival-screen`, { ...quietScreen, used: 'opioids', opioids_often: 'daily' })
  return id
}

const episodesOf = (personId: string) =>
  lookInto(opened(), (db) => db.selectFrom('episode').selectAll().where('person_id', '=', personId).execute())

const triagesOf = (personId: string) =>
  lookInto(opened(), (db) =>
    db
      .selectFrom('fact')
      .selectAll()
      .where('person_id', '=', personId)
      .where('kind', '=', 'triage')
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
  )

const detailsOf = (personId: string) =>
  lookInto(opened(), (db) =>
    db.selectFrom('contact_details').selectAll().where('person_id', '=', personId).execute(),
  )

describe('triage', () => {
  it('starts from what the screen told, and does not ask again who asked for it', async () => {
    const page = await rosa.get(`/people/${await screened()}/triage`)
    expect(page.status).toBe(200)
    expect(page.words).toContain('What came with them')
    expect(page.document.querySelector('[name=substances] option[selected]')?.getAttribute('value')).toBe(
      'opiate',
    )
    expect(page.document.querySelector('[name=source]')).toBeNull()
  })

  it('takes somebody on: an episode is open and triaged, and a worker is owed by Wednesday', async () => {
    const id = await screened()
    const next = await rosa.send(`/people/${id}/triage`, { ...acceptedTriage, substances: 'opiate' })
    expect(next.words).toContain('Triage recorded. A worker is to be allocated by Wednesday 25 November.')
    const [episode, ...more] = await episodesOf(id)
    expect(more).toEqual([])
    expect(episode).toMatchObject({
      referral_source: 'reception_screen',
      substances: 'opiate',
      match: 'recorded',
    })
    expect(String(episode?.triage_date)).toBe('2026-11-23')
    const [fact] = await triagesOf(id)
    expect(fact).toMatchObject({
      episode_id: episode?.id,
      reading: { episodeId: episode?.id, accepted: true, agreesToPassOn: true, safetyConcern: false },
    })
    expect(fact?.answers).not.toHaveProperty('phone')
    expect(await detailsOf(id)).toMatchObject([
      { phone: '07700 900123', safe_to_ring: 'person_no_message', town: 'Leeds' },
    ])
    expect(await owedTo(opened(), id)).toMatchObject({
      triage: 'met',
      allocated_worker: 'owed',
      treatment_start: 'owed',
    })
    const due = await lookInto(opened(), (db) =>
      db
        .selectFrom('obligation')
        .select('due_on')
        .where('person_id', '=', id)
        .where('standard', '=', 'allocated_worker')
        .executeTakeFirstOrThrow(),
    )
    expect(String(due.due_on)).toBe('2026-11-25')
  })

  it('uses the referral that was waiting', async () => {
    const id = await leeWhitaker(opened())
    await rosa.send(`/people/${id}/refer`, {
      source: 'self',
      'day-day': '22',
      'day-month': '11',
      'day-year': '2026',
      substances: 'alcohol',
    })
    await rosa.send(`/people/${id}/triage`, acceptedTriage)
    const episodes = await episodesOf(id)
    expect(episodes).toHaveLength(1)
    expect(episodes[0]).toMatchObject({ referral_source: 'self', substances: 'alcohol', version: 2 })
    expect(String(episodes[0]?.triage_date)).toBe('2026-11-23')
  })

  it('starts from the contact details that are known, and adds none where they are the same', async () => {
    const id = await screened()
    await rosa.send(`/people/${id}/triage`, acceptedTriage)
    const page = await rosa.get(`/people/${id}/triage`)
    expect(page.document.querySelector('[name=phone]')?.getAttribute('value')).toBe('07700 900123')
    expect(page.document.querySelector('[name=safe_to_ring][checked]')?.getAttribute('value')).toBe(
      'person_no_message',
    )
    await rosa.send(`/people/${id}/triage`, acceptedTriage)
    expect(await detailsOf(id)).toHaveLength(1)
    await rosa.send(`/people/${id}/triage`, { ...acceptedTriage, phone: '07700 900999' })
    expect(await detailsOf(id)).toHaveLength(2)
    expect(await episodesOf(id)).toHaveLength(1)
  })

  it.each([
    ['declined', 'declined'],
    ['no_need', 'withdrawn_by_provider'],
  ])('%s ends the referral that was waiting, and the need', async (outcome, reason) => {
    const id = await screened()
    await rosa.send(`/people/${id}/refer`, {
      source: 'self',
      'day-day': '23',
      'day-month': '11',
      'day-year': '2026',
      substances: '',
    })
    await rosa.send(`/people/${id}/triage`, { ...acceptedTriage, outcome })
    expect(await episodesOf(id)).toMatchObject([{ end_reason: reason }])
    const where = await lookInto(opened(), (db) =>
      db
        .selectFrom('treatment_need')
        .select('onward_need')
        .where('person_id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    expect(where.onward_need).toBe(false)
    expect(await owedTo(opened(), id)).not.toHaveProperty('allocated_worker')
  })

  it('leads to saying what was done where somebody might harm themselves', async () => {
    const id = await screened()
    const next = await rosa.send(`/people/${id}/triage`, { ...acceptedTriage, risk: ['self_harm', 'debt'] })
    expect(next.words).toContain('told of thoughts of self-harm or suicide')
  })

  it('keeps what was typed, and changes nothing, where an answer is missing', async () => {
    const id = await screened()
    const page = await rosa.send(`/people/${id}/triage`, {
      ...acceptedTriage,
      outcome: '',
      phone: '0113 <1>',
    })
    expect(page.status).toBe(422)
    expect(page.words).toContain('Say what comes of the triage')
    expect(page.document.querySelector('[name=phone]')?.getAttribute('value')).toBe('0113 <1>')
    expect(await episodesOf(id)).toEqual([])
    expect(await detailsOf(id)).toEqual([])
  })

  it('is not from before the referral', async () => {
    const id = await leeWhitaker(opened())
    await rosa.send(`/people/${id}/refer`, {
      source: 'self',
      'day-day': '23',
      'day-month': '11',
      'day-year': '2026',
      substances: '',
    })
    const page = await rosa.send(`/people/${id}/triage`, {
      ...acceptedTriage,
      'happened-day': '22',
      'happened-month': '11',
      'happened-year': '2026',
    })
    expect(page.status).toBe(422)
    expect(page.words).toContain('before they were referred')
  })

  it('is put right by a later one; the earlier stays, and the outcome stands', async () => {
    const id = await screened()
    await rosa.send(`/people/${id}/triage`, acceptedTriage)
    const [first] = await triagesOf(id)
    const address = `/people/${id}/triage?amends=${first?.id}`
    const page = await rosa.get(address)
    expect(page.document.querySelector('[name=where_to][checked]')?.getAttribute('value')).toBe(
      'family_friends',
    )
    const changed = await rosa.send(address, { ...acceptedTriage, outcome: 'declined' })
    expect(changed.words).toContain('record a new triage')
    await rosa.send(address, { ...acceptedTriage, where_to: 'hostel' })
    const [, second, ...more] = await triagesOf(id)
    expect(more).toEqual([])
    expect(second).toMatchObject({
      amends: first?.id,
      episode_id: first?.episode_id,
      answers: { where_to: 'hostel' },
    })
    expect((await rosa.get(address)).status).toBe(404)
    expect(await episodesOf(id)).toHaveLength(1)
  })

  it('is done once when it is sent twice', async () => {
    const id = await screened()
    const fields = { ...hiddenIn(await rosa.get(`/people/${id}/triage`)), ...acceptedTriage }
    await rosa.post(`/people/${id}/triage`, fields)
    await rosa.post(`/people/${id}/triage`, fields)
    expect(await triagesOf(id)).toHaveLength(1)
  })

  it.each(['nadia', 'kev', 'amira', 'otto', 'isla'])('is not for %s', async (name) => {
    const id = await screened()
    const other = await visit(opened().house, name)
    expect([403, 404]).toContain((await other.get(`/people/${id}/triage`)).status)
    expect([403, 404]).toContain((await other.post(`/people/${id}/triage`, acceptedTriage)).status)
  })
})
