import { beforeAll, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { leeWhitaker, lookInto, owedTo } from '../assessment/testing.ts'

const opened = withHouse()
let rosa: Visitor

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
})

const risk = (id: string) => `/people/${id}/risk`

const quiet = {
  overdose_level: 'low',
  self_harm_level: 'none',
  acct: 'never',
  injecting_level: 'none',
  violence_level: 'none',
  exploitation_level: 'none',
  safeguarding_level: 'none',
  diversion_level: 'not_known',
}

const plansOf = (id: string) =>
  lookInto(opened(), (db) =>
    db
      .selectFrom('fact')
      .select(['id', 'answers', 'reading'])
      .where('person_id', '=', id)
      .where('kind', '=', 'risk_plan_agreed')
      .orderBy('at')
      .execute(),
  )

const flagsUp = (id: string) =>
  lookInto(opened(), (db) =>
    db
      .selectFrom('safety_flag')
      .select('kind')
      .where('person_id', '=', id)
      .where('ended_at', 'is', null)
      .execute(),
  )

describe('a risk plan', () => {
  it('is agreed, begins from the last one, and every one before stays readable', async () => {
    const id = await leeWhitaker(opened())
    expect((await rosa.get(risk(id))).words).toContain('No risk plan has been agreed yet')
    await rosa.send(`${risk(id)}/plan`, { ...quiet, overdose_evidence: 'One in 2024' })
    const again = await rosa.get(`${risk(id)}/plan`)
    expect(again.html).toContain('One in 2024')
    await rosa.send(`${risk(id)}/plan`, { ...quiet, overdose_level: 'none' })
    const [first, second] = await plansOf(id)
    expect(second).toBeDefined()
    const page = await rosa.get(risk(id))
    expect(page.words).toContain('No sign of it: Overdose')
    expect((await rosa.get(`/people/${id}/records/${first?.id}`)).words).toContain('One in 2024')
  })

  it('asks what is done about a greater risk, and when it is looked at again', async () => {
    const id = await leeWhitaker(opened())
    const bare = await rosa.send(`${risk(id)}/plan`, { ...quiet, overdose_level: 'high' })
    expect(bare.words).toContain('Overdose: write what we do about it')
    const undated = await rosa.send(`${risk(id)}/plan`, {
      ...quiet,
      overdose_level: 'high',
      overdose_do: 'Kit and training',
    })
    expect(undated.words).toContain('Overdose: say when it is looked at again')
    const none = await rosa.send(`${risk(id)}/plan`, { ...quiet, violence_level: '' })
    expect(none.words).toContain('Choose how great the risk is: violence')
  })

  it('warns of tolerance where overdose is raised after time in custody', async () => {
    const id = await arrive(opened().house, {
      givenName: 'Tom',
      familyName: 'Long',
      prisonNumber: 'A7777AA',
      admitted: '2026-09-01T15:00:00Z',
    })
    expect((await rosa.get(`${risk(id)}/plan`)).words).toContain('Tolerance may be lost')
    const agreed = await rosa.send(`${risk(id)}/plan`, {
      ...quiet,
      overdose_level: 'high',
      overdose_do: 'Kit and training',
      'overdose_again-day': '7',
      'overdose_again-month': '12',
      'overdose_again-year': '2026',
      flag: 'overdose_risk',
    })
    expect(agreed.words).toContain(
      'In custody for 11 weeks. Tolerance may be lost: the amount taken before can kill now',
    )
    expect(agreed.words.match(/Tolerance may be lost/g)).toHaveLength(2)
    expect((await flagsUp(id)).map(({ kind }) => kind)).toEqual(['overdose_risk'])
    expect((await plansOf(id))[0]?.reading).toEqual({ lookAgainOn: 20794 })
    expect((await rosa.get(`${risk(id)}/print`)).words).toContain('Tolerance may be lost')
  })

  it('keeps the ACCT pointer as it is said: up, closed with follow-up, down', async () => {
    const id = await leeWhitaker(opened())
    await rosa.send(`${risk(id)}/plan`, { ...quiet, acct: 'open' })
    expect((await flagsUp(id)).map(({ kind }) => kind)).toEqual(['acct_open'])
    await rosa.send(`${risk(id)}/plan`, { ...quiet, acct: 'post_closure' })
    expect((await flagsUp(id)).map(({ kind }) => kind)).toEqual(['acct_post_closure'])
    await rosa.send(`${risk(id)}/plan`, { ...quiet, acct: 'closed' })
    expect(await flagsUp(id)).toEqual([])
  })
})

describe('what raises a risk by itself', () => {
  it('says why in words on the plan and in what is owed, until it was looked at', async () => {
    const id = await leeWhitaker(opened())
    await rosa.send(`${risk(id)}/plan`, quiet)
    opened().clock.set(Temporal.Instant.from('2026-11-23T09:05:00Z'))
    await rosa.send(`/people/${id}/safety-flags/new`, { kind: 'acct_open' })
    expect((await owedTo(opened(), id)).risk_review_acct).toBe('owed')
    expect((await rosa.get(risk(id))).words).toContain(
      'An ACCT was opened Monday 23 November: due Thursday 26 November',
    )
    expect((await rosa.get(`/people/${id}`)).words).toContain('Risk review for Lee Whitaker')
    opened().clock.set(Temporal.Instant.from('2026-11-23T09:10:00Z'))
    const held = await rosa.send(`${risk(id)}/review`, {
      stands: 'yes',
      why: 'Spoke with the case coordinator',
    })
    expect(held.words).toContain('holds as it is')
    expect((await owedTo(opened(), id)).risk_review_acct).toBe('met')
    expect((await rosa.get(risk(id))).words).not.toContain('Look at the risks again')
  })

  it('opens the plan to be changed where it does not hold any more', async () => {
    const id = await leeWhitaker(opened())
    const early = await rosa.send(`${risk(id)}/review`, { stands: 'yes', why: 'Nothing there' })
    expect(early.words).toContain('There is no risk plan yet')
    await rosa.send(`${risk(id)}/plan`, quiet)
    const changed = await rosa.send(`${risk(id)}/review`, { stands: 'no', why: 'Owes on the wing now' })
    expect(changed.words).toContain('Risk plan for Lee Whitaker')
    expect(changed.words).toContain('Agree the risk plan')
  })
})
