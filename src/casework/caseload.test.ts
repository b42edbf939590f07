import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { ok } from '../platform/result.ts'
import { aCase } from './testing.ts'

const opened = withHouse()
let town: Town
let rosa: Visitor

beforeAll(async () => {
  town = await buildTown(opened().house)
  const of = (given: string, told: object = {}) =>
    aCase(opened().house.database, { given, family: 'Case', town, worker: 'rosa', ...told })
  await of('Amy', { wing: 'B', cell: '2-10', leavesInDays: 9, seenDaysAgo: 3 })
  await of('Ben', { wing: 'B', cell: '10-1', flag: 'acct_open' })
  await of('Cal', { wing: 'B', cell: '2-9', seenDaysAgo: 40, plannedInDays: 1 })
  await aCase(opened().house.database, { given: 'Dot', family: 'Other', town, worker: 'colin' })
  rosa = await visit(opened().house, 'rosa')
})

const names = async (path: string): Promise<readonly string[]> => {
  const { document } = await rosa.get(path)
  return [...document.querySelectorAll('tbody th a')].map(({ textContent }) => textContent?.trim() ?? '')
}

describe('the caseload', () => {
  it('shows a worker their people, with what there is to know of each', async () => {
    const page = await rosa.get('/caseload?sort=name')
    expect(page.status).toBe(200)
    expect(page.words).toContain('My caseload (3)')
    expect(page.words).toContain('Leeds recovery team: 3 people, 3 places, no limit set.')
    expect(page.words).toContain('Leeds, B wing, cell 2-10')
    expect(page.words).toContain('3 days ago')
    expect(page.words).toContain('ACCT open')
    expect(page.words).toContain('No risk plan yet')
    expect(page.words).toContain('Tomorrow at')
    expect(page.words).not.toContain('Dot Other')
  })

  it.each([
    ['name', ['Amy Case', 'Ben Case', 'Cal Case']],
    ['landing', ['Cal Case', 'Amy Case', 'Ben Case']],
    ['leaves', ['Amy Case', 'Ben Case', 'Cal Case']],
    ['risk', ['Ben Case', 'Amy Case', 'Cal Case']],
    ['seen', ['Ben Case', 'Cal Case', 'Amy Case']],
    ['next', ['Amy Case', 'Ben Case', 'Cal Case']],
  ])('is sorted by %s, the least good first', async (sort, order) => {
    const sorted = await names(`/caseload?sort=${sort}`)
    if (sort === 'next') expect(sorted.at(-1)).toBe('Cal Case')
    else if (sort === 'leaves' || sort === 'risk') expect(sorted[0]).toBe(order[0])
    else expect(sorted).toEqual(order)
  })

  it('puts high risks of the plan before all else, in the words of the plan', async () => {
    const done = await opened().house.database.intake(async (tx) => {
      const { person_id } = await tx.db
        .selectFrom('allocation')
        .innerJoin('person', 'person.id', 'allocation.person_id')
        .select('allocation.person_id')
        .where('person.given_name', '=', 'Cal')
        .executeTakeFirstOrThrow()
      const answers = {
        overdose_level: 'high',
        self_harm_level: 'high',
        injecting_level: 'low',
        violence_level: 'medium',
      }
      await tx.db
        .insertInto('fact')
        .values({
          id: tx.ids.next(),
          person_id,
          recorded_under: person_id,
          kind: 'risk_plan_agreed',
          class: 'recovery',
          service_id: town.services.leeds,
          day: tx.today,
          at: tx.now,
          answers: JSON.stringify(answers),
          reading: '{}',
          recorded_at: tx.now,
        })
        .execute()
      return ok(person_id)
    })
    expect(done.ok).toBe(true)
    const page = await rosa.get('/caseload?sort=risk')
    expect(page.words).toContain('Overdose: highSuicide and self-harm: highViolence: medium')
    expect(page.words).not.toContain('Injecting')
    expect(page.document.querySelector('tbody th a')?.textContent).toBe('Cal Case')
  })

  it('is narrowed, remembers how, and says so', async () => {
    expect(await names('/caseload?show=not_seen&sort=name')).toEqual(['Ben Case', 'Cal Case'])
    const again = await rosa.get('/caseload')
    expect(again.words).toContain('Not seen for 14 days')
    expect(again.words).toContain('My caseload (2)')
    expect(await names('/caseload?show=leaving&sort=name')).toEqual(['Amy Case'])
    expect((await names('/caseload?sort=name')).length).toBe(3)
  })

  it('of a colleague or the whole team is open to the team, and of a stranger is nothing there', async () => {
    expect(await names(`/caseload?worker=${town.staff.colin?.id}`)).toEqual(['Dot Other'])
    expect((await names('/caseload?worker=team&sort=name')).length).toBe(4)
    expect((await rosa.get(`/caseload?worker=${town.staff.amira?.id}`)).status).toBe(404)
  })
})
