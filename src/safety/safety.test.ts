import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { leeWhitaker, lookInto, owedTo } from '../assessment/testing.ts'
import { aFight, anOverdose } from './testing.ts'

const opened = withHouse()
let rosa: Visitor

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
})

const page = (id: string) => `/people/${id}/incidents/new`

const riskPlan = {
  overdose_level: 'low',
  self_harm_level: 'none',
  acct: 'never',
  injecting_level: 'none',
  violence_level: 'none',
  exploitation_level: 'none',
  safeguarding_level: 'none',
  diversion_level: 'not_known',
}

/** Lee, with a risk plan that was agreed ten minutes ago. */
const withPlan = async (): Promise<string> => {
  const id = await leeWhitaker(opened())
  opened().clock.set(Temporal.Instant.from('2026-11-23T08:55:00Z'))
  await rosa.send(`/people/${id}/risk/plan`, riskPlan)
  opened().clock.set(Temporal.Instant.from('2026-11-23T09:05:00Z'))
  return id
}

const later = (time: string) => opened().clock.set(Temporal.Instant.from(`2026-11-23T${time}:00Z`))

const kept = (id: string) =>
  lookInto(opened(), (db) =>
    db
      .selectFrom('fact')
      .select(['id', 'kind', 'class', 'day', 'answers', 'reading', 'amends'])
      .where('person_id', '=', id)
      .where('kind', 'in', ['incident', 'record_set_aside'])
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
  )

const flagsUp = (id: string) =>
  lookInto(opened(), (db) =>
    db
      .selectFrom('safety_flag')
      .select(['kind', 'detail'])
      .where('person_id', '=', id)
      .where('ended_at', 'is', null)
      .execute(),
  )

describe('an incident', () => {
  it('is written down with five answers, in the class of the prison', async () => {
    const id = await leeWhitaker(opened())
    const bare = await rosa.send(page(id), {})
    for (const words of ['Choose what happened', 'Say where it happened', 'Say who was told'])
      expect(bare.words).toContain(words)
    const done = await rosa.send(page(id), aFight)
    expect(done.words).toContain('Incident of Monday 23 November recorded')
    expect(done.words).toContain('Incident: fight or assault')
    expect(await kept(id)).toMatchObject([
      { class: 'incident', reading: { what: 'fight', recordClass: 'incident', safetyConcern: false } },
    ])
    expect(await owedTo(opened(), id)).not.toHaveProperty('risk_review_incident')
  })

  it('raises the risk with its reason until the risks were looked at, and stands on the timeline by its kind', async () => {
    const id = await withPlan()
    const done = await rosa.send(page(id), aFight)
    expect(done.words).toContain('The risk plan is to be looked at again within 3 working days')
    expect((await rosa.get(`/people/${id}/risk`)).words).toContain(
      'An incident was recorded Monday 23 November: due Thursday 26 November',
    )
    expect((await rosa.get(`/people/${id}?kind=tests`)).words).toContain('Incident: fight or assault')
    later('09:15')
    await rosa.send(`/people/${id}/risk/review`, { stands: 'yes', why: 'Talked about the queue' })
    expect((await owedTo(opened(), id)).risk_review_incident).toBe('met')
  })

  it('of an overdose puts up the flag and asks what was done, whenever in the last four weeks it was', async () => {
    const id = await withPlan()
    const told = await rosa.send(page(id), {
      ...anOverdose,
      'happened-day': '20',
      'happened-month': '11',
      'happened-year': '2026',
    })
    expect(told.words).toContain('What was done to make Lee Whitaker safe')
    expect(told.words).toContain('Recorded of Lee Whitaker: an overdose in the last month')
    expect(await flagsUp(id)).toEqual([{ kind: 'overdose_risk', detail: 'Overdose on 20 November 2026' }])
    expect((await owedTo(opened(), id)).immediate_safety).toBe('owed')
    later('09:10')
    await rosa.send(`/people/${id}/safety-response`, {
      told: 'healthcare',
      acct: 'already',
      seen_by: 'nurse',
    })
    expect((await owedTo(opened(), id)).immediate_safety).toBe('met')
    const old = await leeWhitaker(opened())
    const long = { ...anOverdose, 'happened-day': '1', 'happened-month': '9', 'happened-year': '2026' }
    expect((await rosa.send(page(old), long)).words).toContain('Incident: overdose')
    expect(await owedTo(opened(), old)).not.toHaveProperty('immediate_safety')
  })

  it('asks of an overdose whether naloxone was given, and keeps no words of self-harm', async () => {
    const id = await leeWhitaker(opened())
    const unsaid = await rosa.send(page(id), { ...anOverdose, naloxone: '' })
    expect(unsaid.words).toContain('Say whether naloxone was given')
    const done = await rosa.send(page(id), { ...aFight, what: 'self_harm', words: 'What the ACCT says' })
    expect(done.words).toContain('Recorded of Lee Whitaker: self-harm. Say what was done')
    expect((await kept(id)).map(({ answers }) => answers)).toEqual([
      { what: 'self_harm', where: 'A wing yard', told: ['manager'] },
    ])
  })
})

describe('an incident that was recorded wrongly', () => {
  it('is set aside with a reason: what it raised is owed no longer, and it stays readable', async () => {
    const id = await withPlan()
    await rosa.send(page(id), anOverdose)
    const [first] = await kept(id)
    expect((await owedTo(opened(), id)).risk_review_incident).toBe('owed')
    const address = `/people/${id}/set-aside/${first?.id}`
    expect((await rosa.get(`/people/${id}/records/${first?.id}`)).html).toContain(address)
    expect((await rosa.send(address, { why: '' })).words).toContain('Say why the record is wrong')
    await rosa.send(address, { why: 'It was his cell mate' })
    const owed = await owedTo(opened(), id)
    expect(owed).not.toHaveProperty('risk_review_incident')
    expect(owed).not.toHaveProperty('immediate_safety')
    const list = await rosa.get(`/people/${id}/tests`)
    expect(list.words).toContain('No test or incident that you may read has been recorded')
    const record = await rosa.get(`/people/${id}/records/${first?.id}`)
    expect(record.words).toContain('Set aside: recorded wrongly')
    expect(record.words).toContain('It was his cell mate')
    expect(record.words).toContain('Came round')
    expect((await rosa.get(address)).status).toBe(404)
  })

  it('is put right by whoever wrote it, and counts from when it was first told', async () => {
    const id = await withPlan()
    await rosa.send(page(id), aFight)
    const [first] = await kept(id)
    later('09:30')
    await rosa.send(`${page(id)}?amends=${first?.id}`, { ...aFight, where: 'C wing yard' })
    const [, second] = await kept(id)
    expect(second).toMatchObject({
      amends: first?.id,
      reading: first?.reading,
      answers: { where: 'C wing yard' },
    })
    const nadia = await visit(opened().house, 'nadia')
    expect((await nadia.get(`${page(id)}?amends=${second?.id}`)).status).toBe(404)
    expect((await nadia.get(`/people/${id}/set-aside/${second?.id}`)).status).toBe(404)
  })
})
