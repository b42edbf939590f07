import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { hiddenIn, leeWhitaker, lookInto } from '../assessment/testing.ts'
import { agreePlan, factsOf, goalsOf, goalTyped, signedOnScreen } from './testing.ts'

const opened = withHouse()
let town: Town
let rosa: Visitor
let kev: Visitor

beforeAll(async () => {
  town = await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
  kev = await visit(opened().house, 'kev')
})

const plan = (id: string) => `/people/${id}/plan`

describe('a plan is made', () => {
  it('from what they want, with goals and steps, and stands as a draft', async () => {
    const id = await leeWhitaker(opened())
    expect((await rosa.get(plan(id))).words).toContain('Begin the plan')
    const begun = await rosa.send(`${plan(id)}/want`, { want: 'To go home and stay home', language: 'en' })
    expect(begun.words).toContain('A goal for Lee Whitaker')
    const added = await rosa.send(`${plan(id)}/goals/new`, {
      ...goalTyped,
      step1_words: 'Ask healthcare',
      step1_who: 'worker',
      step1_name: 'Rosa',
      'step1_by-day': '30',
      'step1_by-month': '11',
      'step1_by-year': '2026',
    })
    expect(added.words).toContain('A draft with Leeds recovery team: not agreed yet')
    expect(added.words).toContain('Ask healthcare · Recovery worker (Rosa), by Monday 30 November')
    expect((await rosa.get(`/people/${id}`)).words).toContain('To go home and stay home')
  })

  it('starting from what they said in the assessment: nobody types it again', async () => {
    const id = await leeWhitaker(opened())
    await lookInto(opened(), (db) =>
      db
        .insertInto('fact')
        .values({
          id: '01a20532-0000-745d-8137-1835114a4beb',
          person_id: id,
          recorded_under: id,
          kind: 'assessment_completed',
          class: 'recovery',
          service_id: town.services.leeds,
          day: Temporal.PlainDate.from('2026-11-23'),
          at: Temporal.Instant.from('2026-11-23T08:00:00Z'),
          answers: JSON.stringify({ wants: 'To see my sister' }),
          reading: JSON.stringify({ episodeId: null }),
          recorded_at: Temporal.Instant.from('2026-11-23T08:00:00Z'),
        })
        .execute(),
    )
    expect((await rosa.get(`${plan(id)}/want`)).html).toContain('To see my sister')
  })

  it('and cannot be agreed without a goal, nor without a signature', async () => {
    const id = await leeWhitaker(opened())
    await rosa.send(`${plan(id)}/want`, { want: 'To sleep', language: 'en' })
    expect((await rosa.get(`${plan(id)}/agree`)).status).toBe(404)
    await rosa.send(`${plan(id)}/goals/new`, goalTyped)
    const unsigned = await rosa.send(`${plan(id)}/agree`, { how: 'screen', signed_name: 'Lee Whitaker' })
    expect(unsigned.words).toContain('Tick that the person was there and agreed')
    const undated = await rosa.send(`${plan(id)}/agree`, { how: 'paper', 'signed_day-day': '' })
    expect(undated.words).toContain('Enter the day it was signed on paper')
  })

  it('is kept word for word as it was agreed, on screen or on paper', async () => {
    const id = await leeWhitaker(opened())
    await agreePlan(rosa, id, ['I want to sleep'])
    const [kept] = await factsOf(opened(), id, 'recovery_plan_agreed')
    expect(kept?.answers).toMatchObject({
      want: 'To be there for my nephew',
      goals: ['Short, body and health: I want to sleep\nSteps: A step: I want to sleep (The person)'],
      signed: 'On screen, in their presence: Lee Whitaker',
    })
    expect((await rosa.get(plan(id))).words).toContain('Agreed Monday 23 November, with Leeds recovery team')
    await rosa.send(`${plan(id)}/goals/new`, { ...goalTyped, words: 'I want to work' })
    expect((await rosa.get(plan(id))).words).toContain('Changed since it was agreed')
    const paper = await rosa.send(`${plan(id)}/agree`, {
      how: 'paper',
      'signed_day-day': '20',
      'signed_day-month': '11',
      'signed_day-year': '2026',
      kept: 'Locked cabinet',
    })
    expect(paper.words).toContain('The plan is agreed with Lee Whitaker')
    const record = await rosa.get(
      `${plan(id)}/records/${(await factsOf(opened(), id, 'recovery_plan_agreed'))[1]?.id}`,
    )
    expect(record.words).toContain('On paper on 20 November 2026')
    expect(record.words).toContain('Locked cabinet')
  })

  it('shows both where somebody changed it while it was being signed', async () => {
    const id = await leeWhitaker(opened())
    await agreePlan(rosa, id, ['I want to sleep'])
    const form = hiddenIn(await rosa.get(`${plan(id)}/agree`))
    await rosa.send(`${plan(id)}/goals/new`, { ...goalTyped, words: 'I want to work' })
    const stale = await rosa.post(`${plan(id)}/agree`, { ...form, ...signedOnScreen })
    expect(stale.status).toBe(409)
  })
})

describe('a goal between reviews', () => {
  it('gets other words as a goal of its own, its open steps go with it, and the first stay readable', async () => {
    const id = await leeWhitaker(opened())
    await agreePlan(rosa, id, ['I want to sleep'])
    const [goal] = await goalsOf(opened(), id)
    await rosa.send(`${plan(id)}/goals/${goal?.id}`, {
      words: 'I want to sleep till six',
      outcome: 'carried',
    })
    expect((await goalsOf(opened(), id)).map(({ words, state }) => `${words}: ${state}`)).toEqual([
      'I want to sleep: reworded',
      'I want to sleep till six: open',
    ])
    const page = await rosa.get(plan(id))
    expect(page.words).toContain('A step: I want to sleep')
    const [kept] = await factsOf(opened(), id, 'recovery_plan_agreed')
    expect(JSON.stringify(kept?.answers)).toContain('I want to sleep')
  })

  it('is dropped with a reason alone', async () => {
    const id = await leeWhitaker(opened())
    await agreePlan(rosa, id, ['I want to sleep'])
    const [goal] = await goalsOf(opened(), id)
    const path = `${plan(id)}/goals/${goal?.id}`
    const asked = await rosa.send(path, { words: 'I want to sleep', outcome: 'dropped' })
    expect(asked.words).toContain('Say why the goal is dropped')
    const dropped = await rosa.send(path, {
      words: 'I want to sleep',
      outcome: 'dropped',
      why: 'Sleeps well now',
    })
    expect(dropped.words).toContain('Dropped Monday 23 November: Sleeps well now')
    expect((await rosa.get(path)).status).toBe(404)
    const { words } = await rosa.get(`/people/${id}`)
    expect(words).toMatch(/Goal dropped.*Why: Sleeps well now.*I want to sleep/)
  })
})

describe('a review', () => {
  it('lays out what changed, carries, meets and drops goals, and starts the next 13 weeks', async () => {
    const id = await leeWhitaker(opened())
    await agreePlan(rosa, id, ['One', 'Two', 'Three'])
    const [one, two, three] = (await goalsOf(opened(), id)).map((goal) => goal.id)
    const page = await rosa.get(`${plan(id)}/review`)
    expect(page.words).toContain('No meeting was recorded')
    expect(page.words).toContain('Scores None was taken')
    const said = {
      goals: [one ?? '', two ?? '', three ?? ''],
      want: 'To be there for my nephew, every week',
      [`goal_${one}`]: 'carried',
      [`goal_${two}`]: 'met',
      [`goal_${three}`]: 'dropped',
      ...signedOnScreen,
    }
    const asked = await rosa.send(`${plan(id)}/review`, said)
    expect(asked.words).toContain('Say why this goal is dropped')
    const held = await rosa.send(`${plan(id)}/review`, {
      ...said,
      [`why_${three}`]: 'Not mine after all',
      new_words: 'Four',
      new_area: 'work',
      new_term: 'long',
    })
    expect(held.words).toContain('The review with Lee Whitaker is kept')
    expect((await goalsOf(opened(), id)).map(({ words, state }) => `${words} ${state}`)).toEqual([
      'One open',
      'Two met',
      'Three dropped',
      'Four open',
    ])
    const [kept] = await factsOf(opened(), id, 'plan_reviewed')
    expect(kept?.answers).toMatchObject({
      contacts: 'No meeting was recorded.',
      goals: [
        'Carried on: One',
        'Met: Two',
        'Dropped: Three (Not mine after all)',
        'New, work and learning: Four',
      ],
    })
    const due = await lookInto(opened(), (db) =>
      db
        .selectFrom('obligation')
        .select('due_on')
        .where('person_id', '=', id)
        .where('standard', '=', 'plan_review')
        .where('state', '=', 'owed')
        .execute(),
    )
    expect(due.map(({ due_on }) => due_on.toString())).toEqual(['2027-02-22'])
  })

  it('goes through every goal', async () => {
    const id = await leeWhitaker(opened())
    await agreePlan(rosa, id, ['One', 'Two'])
    const [one, two] = (await goalsOf(opened(), id)).map((goal) => goal.id)
    const some = await rosa.send(`${plan(id)}/review`, {
      goals: [one ?? '', two ?? ''],
      want: 'More',
      [`goal_${one}`]: 'carried',
      ...signedOnScreen,
    })
    expect(some.words).toContain('Say what becomes of this goal')
  })
})

describe('copies', () => {
  it('are large and plain, or easy-read with pictures; in English or with Welsh labels; theirs in their own words', async () => {
    const id = await leeWhitaker(opened())
    await agreePlan(rosa, id, ['I want to sleep'])
    const plain = await rosa.get(`${plan(id)}/copy`)
    expect(plain.words).toContain('My recovery plan')
    expect(plain.document.querySelectorAll('.tc-icon')).toHaveLength(0)
    const easy = await rosa.get(`${plan(id)}/copy?style=easy&language=cy`)
    expect(easy.words).toContain('Fy nghynllun adfer')
    expect(easy.words).toContain('I want to sleep')
    expect(easy.document.querySelector('article')?.getAttribute('lang')).toBe('cy')
    expect(easy.document.querySelectorAll('.tc-icon')).toHaveLength(1)
    expect(easy.document.querySelectorAll('main img')).toHaveLength(0)
  })
})

describe('who sees it', () => {
  const named = (id: string, serviceId: string, staffId: string) =>
    opened().house.database.intake(async (tx) => {
      await tx.lock(id)
      await tx.db
        .insertInto('allocation')
        .values({
          id: tx.ids.next(),
          person_id: id,
          recorded_under: id,
          service_id: serviceId,
          staff_id: staffId,
          as_role: 'key_worker',
          from_day: tx.today,
          recorded_at: tx.now,
        })
        .execute()
      return { ok: true, value: undefined }
    })
  const agreement = (
    id: string,
    state: 'given' | 'withdrawn' | 'refused',
    { basis = 'consent', purpose = 'key_work' }: { readonly basis?: string; readonly purpose?: string } = {},
  ) =>
    opened().house.database.intake(async (tx) => {
      await tx.db
        .insertInto('sharing_basis')
        .values({
          id: tx.ids.next(),
          person_id: id,
          recorded_under: id,
          service_id: town.services.leeds,
          purpose,
          to_service_id: town.services.leedsWing,
          basis,
          state,
          parts: ['summary'],
          how: basis === 'consent' ? 'spoken' : null,
          words: 'As recorded',
          day: tx.today,
          recorded_at: state === 'given' ? tx.now.subtract({ minutes: 1 }) : tx.now,
        })
        .execute()
      return { ok: true, value: undefined }
    })

  it('the key worker, an agreed plan, as long as the person says so', async () => {
    const id = await leeWhitaker(opened())
    await named(id, town.services.leedsWing, town.staff.kev?.id ?? '')
    await agreePlan(rosa, id, ['I want to sleep'])
    expect((await kev.get(plan(id))).words).toContain('There is no recovery plan that you may see')
    await agreement(id, 'given')
    const seen = await kev.get(plan(id))
    expect(seen.words).toContain('I want to sleep')
    expect(seen.words).not.toContain('Review the plan')
    expect(seen.words).not.toContain('Risk plan')
    expect((await kev.get(`/people/${id}/risk`)).status).toBe(403)
    await agreement(id, 'withdrawn')
    expect((await kev.get(plan(id))).words).toContain('There is no recovery plan that you may see')
  })

  it('as the register has it: for that purpose, and on any basis that stands', async () => {
    const id = await leeWhitaker(opened())
    await named(id, town.services.leedsWing, town.staff.kev?.id ?? '')
    await agreePlan(rosa, id, ['I want to sleep'])
    await agreement(id, 'given', { purpose: 'supervision' })
    expect((await kev.get(plan(id))).words).not.toContain('I want to sleep')
    await agreement(id, 'given', { basis: 'court_order' })
    await agreement(id, 'refused')
    expect((await kev.get(plan(id))).words).toContain('I want to sleep')
    await agreement(id, 'withdrawn', { basis: 'court_order' })
    expect((await kev.get(plan(id))).words).not.toContain('I want to sleep')
  })

  it('not a draft', async () => {
    const id = await leeWhitaker(opened())
    await named(id, town.services.leedsWing, town.staff.kev?.id ?? '')
    await agreement(id, 'given')
    await rosa.send(`${plan(id)}/want`, { want: 'Not for the wing yet', language: 'en' })
    expect((await kev.get(plan(id))).words).not.toContain('Not for the wing yet')
  })
})
