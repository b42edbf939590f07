import { beforeAll, describe, expect, it } from 'vitest'
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

const page = (id: string) => `/people/${id}/tests/new`

const refused = { purpose: 'voluntary', outcome: 'refused' }

const kept = (id: string) =>
  lookInto(opened(), (db) =>
    db
      .selectFrom('fact')
      .select(['id', 'class', 'answers', 'reading'])
      .where('person_id', '=', id)
      .where('kind', '=', 'test_result')
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
  )

/** Lee, with a risk plan that was agreed a while ago. */
const withPlan = async (): Promise<string> => {
  const id = await leeWhitaker(opened())
  opened().clock.set(Temporal.Instant.from('2026-11-23T08:55:00Z'))
  const none = ['self_harm', 'injecting', 'violence', 'exploitation', 'safeguarding', 'diversion', 'overdose']
  const levels = Object.fromEntries(none.map((risk) => [`${risk}_level`, 'none']))
  await rosa.send(`/people/${id}/risk/plan`, { ...levels, acct: 'never' })
  opened().clock.set(Temporal.Instant.from('2026-11-23T09:05:00Z'))
  return id
}

describe('a test', () => {
  it('has a purpose, an outcome, and at least one substance where a sample was given', async () => {
    const id = await leeWhitaker(opened())
    const bare = await rosa.send(page(id), {})
    expect(bare.words).toContain('Choose why the test was asked for')
    expect(bare.words).toContain('Say what became of the test')
    const empty = await rosa.send(page(id), { purpose: 'voluntary', outcome: 'given' })
    expect(empty.words).toContain('Say what at least one substance came to')
    const which = await rosa.send(page(id), { purpose: 'mandatory', outcome: 'refused' })
    expect(which.words).toContain('Choose which mandatory test')
    const open = await rosa.send(page(id), { ...refused, outcome: 'given', found_spice: 'positive' })
    expect(open.words).toContain('Say whether a prescribed medicine explains it')
    expect(await kept(id)).toEqual([])
  })

  it.each([
    ['mandatory', { mandatory_kind: 'random' }, 'incident', 'risk_review_mandatory_test'],
    ['voluntary', {}, 'voluntary_test', 'risk_review_voluntary_test'],
    ['court', {}, 'court_test', 'risk_review_court_test'],
  ] as const)('%s: of its own class, and refused it raises the risk', async (purpose, more, of, standard) => {
    const id = await withPlan()
    const done = await rosa.send(page(id), { purpose, outcome: 'refused', ...more })
    expect(done.words).toContain('The risk plan is to be looked at again within 3 working days')
    expect((await kept(id)).map((row) => row.class)).toEqual([of])
    expect((await owedTo(opened(), id))[standard]).toBe('owed')
    expect((await rosa.get(`/people/${id}/risk`)).words).toContain('refused or came back positive Monday 23')
  })

  it('that a prescribed medicine explains raises nothing', async () => {
    const id = await withPlan()
    const methadone = { ...refused, outcome: 'given', found_methadone: 'positive', explained: 'yes' }
    const done = await rosa.send(page(id), { ...methadone, found_opiates: 'negative' })
    expect(done.words).not.toContain('looked at again')
    expect(done.words).toContain('Positive: Methadone; explained by a prescribed medicine')
    expect(await owedTo(opened(), id)).not.toHaveProperty('risk_review_voluntary_test')
  })

  it('that comes back positive after it waited is news from that day on', async () => {
    const id = await withPlan()
    await rosa.send(page(id), { ...refused, outcome: 'given', found_spice: 'awaiting' })
    expect(await owedTo(opened(), id)).not.toHaveProperty('risk_review_voluntary_test')
    const [waiting] = await kept(id)
    opened().clock.set(Temporal.Instant.from('2026-11-25T09:00:00Z'))
    rosa = await visit(opened().house, 'rosa')
    const positive = { ...refused, outcome: 'given', found_spice: 'positive', explained: 'no' }
    await rosa.send(`${page(id)}?amends=${waiting?.id}`, positive)
    const owed = await lookInto(opened(), (db) =>
      db
        .selectFrom('obligation')
        .select(['opens_on', 'due_on'])
        .where('person_id', '=', id)
        .where('standard', '=', 'risk_review_voluntary_test')
        .execute(),
    )
    expect(owed.map(({ opens_on, due_on }) => `${opens_on} ${due_on}`)).toEqual(['2026-11-25 2026-11-30'])
    const [, standing] = await kept(id)
    const other = await rosa.send(`${page(id)}?amends=${standing?.id}`, { ...positive, purpose: 'court' })
    expect(other.words).toContain('Set this record aside and write a new one')
  })
})

describe('who writes and reads tests', () => {
  it('healthcare its own, which the recovery team does not see; the wing none that were voluntary', async () => {
    const id = await leeWhitaker(opened())
    const nadia = await visit(opened().house, 'nadia')
    const clinical = { purpose: 'clinical', outcome: 'given', found_opiates: 'positive', explained: 'no' }
    expect((await nadia.send(page(id), clinical)).words).toContain('recorded: positive')
    expect((await nadia.send(page(id), refused)).words).toContain('written down by others')
    expect((await rosa.send(page(id), clinical)).words).toContain('written down by others')
    await rosa.send(page(id), refused)
    expect((await rosa.get(`/people/${id}/tests`)).words).not.toContain('Opiates')
    const hers = (await nadia.get(`/people/${id}/tests`)).words
    expect(hers).toContain('Opiates')
    expect(hers).toContain('Test (voluntary or compact): refused')
  })
})
