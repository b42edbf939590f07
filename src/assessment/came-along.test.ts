import { beforeAll, describe, expect, it } from 'vitest'
import { episode, fact, movement, person } from '../../test/security/record.ts'
import { record } from '../../test/security/rows.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { systemIds } from '../platform/ids.ts'
import { scoresBetween } from './index.ts'
import { lookInto, owedTo } from './testing.ts'

const opened = withHouse()
let town: Town

beforeAll(async () => {
  town = await buildTown(opened().house)
})

/** Assessed at Isis on Friday, moved to Leeds on Sunday. */
const transferred = async (): Promise<string> => {
  const id = systemIds.next()
  await record(opened().house, [id], (tx) => {
    const [table, row] = fact(tx, id, town.services.isis, 'recovery', 'assessment_completed', {
      episodeId: null,
    })
    const answers = { family: 'His sister Jo', overdose_last: 'never', harm_now: 'no', form_version: '1' }
    const friday = { day: '2026-11-20', at: '2026-11-20T10:00:00Z', recorded_at: '2026-11-20T10:00:00Z' }
    return [
      ...person(tx, id, 'Moved'),
      movement(tx, id, 'admission', 'ISI', '2026-11-02'),
      movement(tx, id, 'transfer_in', 'LEI', '2026-11-22'),
      ...episode(tx, id, town.services.isis, 'custody').rows,
      [table, { ...row, ...friday, answers }],
    ]
  })
  return id
}

const knownToBradford = async (): Promise<string> => {
  const id = systemIds.next()
  await record(opened().house, [id], (tx) => [
    ...person(tx, id, 'Outside'),
    ...episode(tx, id, town.services.bradford, 'community').rows,
  ])
  return id
}

describe('an assessment of another prison', () => {
  it('comes along with a transfer, and is confirmed rather than asked again', async () => {
    const id = await transferred()
    const rosa = await visit(opened().house, 'rosa')
    const at = `/people/${id}/assessments/comprehensive`
    expect((await rosa.get(at)).words).toContain('Its history is confirmed, not asked again.')
    expect((await rosa.get(`${at}/came`)).words).toContain('His sister Jo')
    await rosa.send(`${at}/came`, { right: ['family'] })
    expect((await rosa.get(`${at}/check`)).words).toContain('His sister Jo')
    const afresh = await rosa.get(`${at}/overdose`)
    expect(afresh.document.querySelector('[name=overdose_last]')).not.toBeNull()
    expect(afresh.document.querySelector('[name=overdose_last][checked]')).toBeNull()
  })

  it('is not put right by the new team through a part of theirs that is not theirs', async () => {
    const id = await transferred()
    const rosa = await visit(opened().house, 'rosa')
    const [assessed] = await lookInto(opened(), (db) =>
      db.selectFrom('fact').select('id').where('person_id', '=', id).execute(),
    )
    const page = await rosa.get(`/people/${id}/assessments/comprehensive/family?amends=${assessed?.id}`)
    expect(page.status).toBe(404)
  })
})

describe('a community worker', () => {
  it('says what was done where PHQ-9 tells of danger, though she may only raise safety', async () => {
    const id = await knownToBradford()
    const amira = await visit(opened().house, 'amira')
    const items = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((nth) => [`phq_${nth}`, 'not_at_all']))
    const asked = await amira.send(`/people/${id}/assessments/new/phq_9`, { ...items, phq_9: 'several_days' })
    expect(asked.words).toContain('What was done to make Lee Outside safe')
    const done = await amira.send(`/people/${id}/safety-response`, {
      told: 'other',
      told_who: 'The crisis team',
      acct: 'not_needed',
      acct_why: 'Not in custody',
      seen_by: 'mental_health',
    })
    expect(done.words).toContain('What was done is recorded.')
    expect((await owedTo(opened(), id)).immediate_safety).toBe('met')
  })

  it('is asked about the last four weeks at the start of treatment outside', async () => {
    const id = await knownToBradford()
    const amira = await visit(opened().house, 'amira')
    const page = await amira.get(`/people/${id}/assessments/top/start`)
    expect(page.words).toContain('About the last four weeks.')
  })
})

it('tells a review the scores between two days, and only those its reader may see', async () => {
  const id = await transferred()
  const { house } = opened()
  const rosa = await visit(house, 'rosa')
  const nadia = await visit(house, 'nadia')
  await rosa.send(`/people/${id}/assessments/new/gad_7`, { gad_1: 'several_days' })
  await nadia.send(`/people/${id}/assessments/new/cows`, { total: '5', taken_by: 'Nadia' })
  const between = (who: string, from: string, to: string) => {
    const { id: staffId, role } = town.staff[who] ?? { id: '', role: '' }
    return house.database.read({ staffId, role }, async (tx) => {
      const scores = await scoresBetween(tx, id, {
        from: Temporal.PlainDate.from(from),
        to: Temporal.PlainDate.from(to),
      })
      return scores.map(({ instrument }) => instrument.id).sort()
    })
  }
  expect(await between('rosa', '2026-11-23', '2026-11-23')).toEqual(['gad_7'])
  expect(await between('nadia', '2026-11-23', '2026-11-23')).toEqual(['cows', 'gad_7'])
  expect(await between('nadia', '2026-11-01', '2026-11-22')).toEqual([])
})
