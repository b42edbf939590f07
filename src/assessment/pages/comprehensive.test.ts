import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../../test/support/browse.ts'
import { mondayMorning, withHouse } from '../../../test/support/house.ts'
import { buildTown } from '../../../test/support/town.ts'
import { acceptedTriage, hiddenIn, leeWhitaker, lookInto, owedTo, quietScreen } from '../testing.ts'

const opened = withHouse()
let rosa: Visitor
let colin: Visitor

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
  colin = await visit(opened().house, 'colin')
})

const taken = async (): Promise<string> => {
  const id = await leeWhitaker(opened())
  await rosa.send(`/people/${id}/arrival-screen`, {
    ...quietScreen,
    used: 'opioids',
    opioids_how: 'smoked',
    overdose: 'year',
  })
  await rosa.send(`/people/${id}/triage`, acceptedTriage)
  return id
}

const at = (id: string, part = ''): string => `/people/${id}/assessments/comprehensive${part}`

const completed = async (): Promise<string> => {
  const id = await taken()
  await rosa.send(at(id, '/overdose'), { still_right: 'yes' })
  await rosa.send(at(id, '/risk'), { harm_now: 'no' })
  await rosa.send(at(id, '/check'), {})
  return id
}

const factsOf = (id: string, kind: string) =>
  lookInto(opened(), (db) =>
    db.selectFrom('fact').selectAll().where('person_id', '=', id).where('kind', '=', kind).execute(),
  )

describe('the comprehensive assessment', () => {
  it('is owed by whoever took them on, and closes its standard when it is completed', async () => {
    const id = await taken()
    expect((await owedTo(opened(), id)).comprehensive_assessment).toBe('owed')
    await rosa.send(at(id, '/overdose'), { still_right: 'yes' })
    const missing = await rosa.send(at(id, '/check'), {})
    expect(missing.words).toContain('Finish these first: Risk now')
    await rosa.send(at(id, '/risk'), { harm_now: 'no' })
    const done = await rosa.send(at(id, '/check'), {})
    expect(done.words).toContain('Assessment completed.')
    expect(done.words).toContain('Last overdose: In the last year.')
    expect((await owedTo(opened(), id)).comprehensive_assessment).toBe('met')
    const [fact] = await factsOf(id, 'assessment_completed')
    expect(fact?.reading).toMatchObject({ episodeId: fact?.episode_id })
    expect(fact?.episode_id).not.toBeNull()
    expect(fact?.answers).toMatchObject({ overdose_last: 'year', harm_now: 'no', form_version: '1' })
  })

  it('is saved part by part, and anybody of the team goes on with it', async () => {
    const id = await taken()
    await rosa.send(at(id, '/housing'), { still_right: 'yes', rough: 'yes' })
    const list = await colin.get(at(id))
    expect(list.words).toContain('1 of 16 parts saved')
    expect(list.words).toContain('Saved today by Rosa Example')
    await colin.send(at(id, '/money'), { debts: 'A loan' })
    expect((await rosa.get(at(id, '/check'))).words).toContain('A loan')
    expect((await rosa.get(at(id, '/check'))).words).toContain('Family or friends')
  })

  it('shows what the screen and the triage know instead of asking it', async () => {
    const id = await taken()
    const page = await rosa.get(at(id, '/overdose'))
    expect(page.words).toContain('Known from the arrival screen, today')
    expect(page.words).toContain('In the last year')
    expect(page.document.querySelector('[name=overdose_last]')).toBeNull()
    const unsaid = await rosa.send(at(id, '/overdose'), { overdose_how_many: '3' })
    expect(unsaid.words).toContain('Say whether it is still right')
    const changed = await rosa.send(at(id, '/overdose'), { still_right: 'no', overdose_how_many: '3' })
    expect(changed.document.querySelector('[name=overdose_last][checked]')?.getAttribute('value')).toBe(
      'year',
    )
    expect(changed.document.querySelector('[name=overdose_how_many]')?.getAttribute('value')).toBe('3')
    const list = await rosa.send(at(id, '/overdose?change=yes'), { overdose_last: 'longer' })
    expect(list.words).toContain('Overdose: saved.')
    expect((await rosa.get(at(id, '/check'))).words).toContain('Longer ago')
  })

  it('asks the days of the 28 for the substances that were named, and takes no 29th', async () => {
    const id = await taken()
    expect(
      (await rosa.get(at(id, '/substances'))).document
        .querySelector('[name=substances][value=opioids]')
        ?.hasAttribute('checked'),
    ).toBe(true)
    await rosa.send(at(id, '/substances'), {
      substances: 'opioids',
      opioids_route: 'smoked',
      opioids_first: '19',
    })
    const page = await rosa.get(at(id, '/use'))
    expect(page.document.querySelector('[name=opioids_days]')).not.toBeNull()
    expect(page.document.querySelector('[name=cannabis_days]')).toBeNull()
    const wrong = await rosa.send(at(id, '/use'), { opioids_days: '29' })
    expect(wrong.status).toBe(422)
    expect(wrong.words).toContain('enter a whole number from 0 to 28')
    await rosa.send(at(id, '/use'), {
      opioids_days: '28',
      opioids_amount: '0.5 g',
      opioids_spend: '200',
      use_since: 'no',
    })
    expect((await rosa.get(at(id, '/check'))).words).toContain('28')
  })

  it('asks what was done as soon as a part tells of danger, and goes on with the assessment after', async () => {
    const id = await taken()
    const asked = await rosa.send(at(id, '/risk'), { harm_now: 'yes' })
    expect(asked.words).toContain('What was done to make Lee Whitaker safe')
    expect(asked.words).toContain('told of thoughts of self-harm or suicide')
    expect((await owedTo(opened(), id)).immediate_safety).toBe('owed')
    const after = await rosa.send(`/people/${id}/safety-response`, {
      told: 'wing',
      acct: 'opened',
      seen_by: 'officer',
    })
    expect((await owedTo(opened(), id)).immediate_safety).toBe('met')
    expect(after.words).toContain('parts saved')
    await rosa.send(at(id, '/risk'), { harm_now: 'yes' })
    expect(await factsOf(id, 'danger_told')).toHaveLength(1)
  })

  it('keeps both where two people save the same part', async () => {
    const id = await taken()
    const before = await rosa.get(at(id, '/money'))
    await colin.send(at(id, '/money'), { debts: 'Colin wrote this' })
    const stale = await rosa.post(at(id, '/money'), { ...hiddenIn(before), debts: 'Rosa wrote this' })
    expect(stale.status).toBe(409)
    expect(stale.words).toContain('Colin wrote this')
    expect(stale.words).toContain('Rosa wrote this')
  })
})

describe('one that came with the person', () => {
  it('is confirmed whole while it is fresh, and its risk is asked afresh', async () => {
    const id = await completed()
    await rosa.send(at(id, '/family'), { family: 'His sister Jo' })
    await rosa.send(at(id, '/overdose'), { still_right: 'yes' })
    await rosa.send(at(id, '/risk'), { harm_now: 'no' })
    await rosa.send(at(id, '/check'), {})
    const came = await colin.get(at(id, '/came'))
    expect(came.words).toContain('His sister Jo')
    const list = await colin.send(at(id, '/came'), { right: ['family'] })
    expect(list.words).toContain('Confirmed: 1 part of what came with them.')
    expect(list.words).toContain('Before it is completed, answer: Overdose, Risk now.')
    expect((await colin.get(at(id, '/risk'))).document.querySelector('[name=harm_now][checked]')).toBeNull()
  })
})

describe('one that is more than 13 weeks old', () => {
  it('is gone through part by part, each laid out to be confirmed', async () => {
    const id = await taken()
    await rosa.send(at(id, '/family'), { family: 'His sister Jo' })
    await rosa.send(at(id, '/overdose'), { still_right: 'yes' })
    await rosa.send(at(id, '/risk'), { harm_now: 'no' })
    await rosa.send(at(id, '/check'), {})
    opened().clock.set(mondayMorning.add({ hours: 24 * 92 }))
    const later = await visit(opened().house, 'rosa')
    const list = await later.get(at(id))
    expect(list.words).toContain('go through it section by section')
    expect(list.words).toContain('Family and children Go through again')
    expect((await later.get(at(id, '/came'))).words).toContain('Nothing is left to confirm')
    expect((await later.get(at(id, '/family'))).words).toContain('His sister Jo')
    const done = await later.send(at(id, '/family'), { still_right: 'yes' })
    expect(done.words).toContain('Family and children: saved.')
    const asked = await later.get(at(id, '/overdose'))
    expect(asked.words).not.toContain('Known from')
    expect(asked.document.querySelector('[name=overdose_last]')).not.toBeNull()
    opened().clock.set(mondayMorning)
  })
})

describe('a completed assessment', () => {
  it('is put right part by part, and what it said stays readable', async () => {
    const id = await completed()
    const [before] = await factsOf(id, 'assessment_completed')
    const page = await rosa.get(at(id, `/overdose?amends=${before?.id}`))
    expect(page.document.querySelector('[name=overdose_last][checked]')?.getAttribute('value')).toBe('year')
    const put = await rosa.send(at(id, `/overdose?amends=${before?.id}`), { overdose_last: 'longer' })
    expect(put.words).toContain('Overdose: put right. What it said before stays readable.')
    expect(put.words).toContain('Last overdose: Longer ago.')
    expect(put.words).toContain('Thoughts of self-harm or suicide: No.')
    const both = await factsOf(id, 'assessment_completed')
    const after = both.find(({ amends }) => amends === before?.id)
    const record = await rosa.get(`/people/${id}/records/${after?.id}`)
    expect(record.words).toContain('As it was written before')
    expect((await rosa.get(at(id))).words).toContain('0 of 16 parts saved')
    const again = await rosa.post(at(id, `/overdose?amends=${before?.id}`), hiddenIn(page))
    expect(again.status).toBe(404)
  })

  it('asks what was done where putting it right tells of danger', async () => {
    const id = await completed()
    const [before] = await factsOf(id, 'assessment_completed')
    const asked = await rosa.send(at(id, `/risk?amends=${before?.id}`), { harm_now: 'yes' })
    expect(asked.words).toContain('What was done to make Lee Whitaker safe')
  })
})

it('reads in plain words what was answered, and nothing of what was not', async () => {
  const id = await completed()
  const [fact] = await factsOf(id, 'assessment_completed')
  const summary = await rosa.get(`/people/${id}/assessments/summary/${fact?.id}`)
  expect([...summary.document.querySelectorAll('main h2')].map(({ textContent }) => textContent)).toEqual([
    'Overdose',
    'Risk now',
  ])
})

describe('an assessment of an earlier stay that was not finished', () => {
  it('is shown, read, and laid out to begin the next one from', async () => {
    const id = await taken()
    await rosa.send(at(id, '/money'), { income: 'benefits' })
    const { clock } = opened()
    clock.set(mondayMorning.add({ hours: 24 * 120 }))
    const later = await visit(opened().house, 'rosa')
    const list = await later.get(`/people/${id}/assessments`)
    expect(list.words).toMatch(
      /From an earlier stay, not finished ?1 part, gone on with last .* Rosa Example/,
    )
    const link = [...list.document.querySelectorAll('a')].find((each) =>
      each.getAttribute('href')?.includes('/unfinished/'),
    )
    const read = await later.get(link?.getAttribute('href') ?? '')
    expect(read.words).toContain('Benefits')
    expect(read.document.querySelectorAll('main form').length).toBe(0)
    const tasks = await later.get(at(id))
    expect(tasks.words).toContain('that was not finished')
    expect(tasks.words).toMatch(/Money ?Go through again/)
    const part = await later.get(at(id, '/money'))
    expect(part.words).toMatch(/Known from an assessment that was not finished.*Benefits.*Still right/)
    await later.send(at(id, '/money'), { still_right: 'yes' })
    const [, newest] = await lookInto(opened(), (db) =>
      db
        .selectFrom('assessment_section')
        .select(['answers', 'assessment_id'])
        .where('person_id', '=', id)
        .orderBy('recorded_at')
        .execute(),
    )
    expect(newest?.answers).toMatchObject({ confirmed: 'yes', income: ['benefits'] })
    clock.set(mondayMorning)
  })
})
