import { beforeAll, describe, expect, it } from 'vitest'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { leeWhitaker } from '../assessment/testing.ts'
import { safetyFigures } from './queries/safetyFigures.ts'
import { aFight, anOverdose } from './testing.ts'

const opened = withHouse()
let town: Town
let lee: string

const on = (day: number, month: number) => ({
  'happened-day': String(day),
  'happened-month': String(month),
  'happened-year': '2026',
})

beforeAll(async () => {
  town = await buildTown(opened().house)
  lee = await leeWhitaker(opened())
  const rosa = await visit(opened().house, 'rosa')
  const nadia = await visit(opened().house, 'nadia')
  await rosa.send(`/people/${lee}/incidents/new`, aFight)
  await rosa.send(`/people/${lee}/incidents/new`, { ...anOverdose, ...on(20, 10) })
  const refused = { outcome: 'refused' }
  await rosa.send(`/people/${lee}/tests/new`, { ...refused, purpose: 'mandatory', mandatory_kind: 'random' })
  await rosa.send(`/people/${lee}/tests/new`, { ...refused, purpose: 'voluntary', ...on(20, 11) })
  await nadia.send(`/people/${lee}/tests/new`, { ...refused, purpose: 'clinical' })
})

const counted = async (who: string): Promise<readonly string[]> => {
  const { id = '', role = '' } = town.staff[who] ?? {}
  const period = { from: Temporal.PlainDate.from('2026-10-27'), to: Temporal.PlainDate.from('2026-11-23') }
  const found = await opened().house.database.read({ staffId: id, role }, (tx) => safetyFigures(tx, period))
  return found.map(({ what, purpose, occurred }) => `${purpose ?? what} ${occurred}`).sort()
}

describe('figures of a prison', () => {
  it('count for each role what it may read, and for who sees nobody the purposes that are theirs', async () => {
    expect(await counted('rosa')).toEqual(['fight 1', 'mandatory 1', 'overdose 0', 'voluntary 1'])
    expect(await counted('nadia')).toEqual([
      'clinical 1',
      'fight 1',
      'mandatory 1',
      'overdose 0',
      'voluntary 1',
    ])
    expect(await counted('sid')).toEqual(['fight 1', 'mandatory 1', 'overdose 0', 'voluntary 1'])
  })

  it.each(['isla', 'amira', 'kev', 'otto', 'mo', 'finn', 'commy', 'ada'])(
    'count nothing for %s',
    async (who) => {
      expect(await counted(who)).toEqual([])
    },
  )

  it('say how long it is since the last of each kind, and name nobody', async () => {
    const sid = await visit(opened().house, 'sid')
    const page = await sid.get('/incidents')
    expect(page.words).toContain('The last incident recorded here was today')
    expect(page.words).toContain('34 days ago')
    expect(page.words).not.toContain('Whitaker')
  })
})

describe('the people somebody is named for', () => {
  it('show a key worker how long since the last incident', async () => {
    const { house } = opened()
    const { kev } = town.staff
    await house.database.intake(async (tx) => {
      const locked = await tx.lock(lee)
      if (!locked.ok) return locked
      await tx.db
        .insertInto('allocation')
        .values({
          id: tx.ids.next(),
          person_id: lee,
          recorded_under: lee,
          service_id: town.services.leedsWing,
          staff_id: kev?.id ?? '',
          as_role: 'key_worker',
          from_day: tx.today,
          recorded_at: tx.now,
        })
        .execute()
      return locked
    })
    const visitor = await visit(house, 'kev')
    expect((await visitor.get('/people')).words).toMatch(/Last incident.*Whitaker.*today/)
    const tests = (await visitor.get(`/people/${lee}/tests`)).words
    expect(tests).toContain('Incident: fight or assault')
    expect(tests).toContain('Test (mandatory): refused')
    expect(tests).not.toContain('voluntary')
    expect(tests).not.toContain('Record a test')
  })
})
