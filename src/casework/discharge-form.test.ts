import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { aPerson, owedTo } from './testing.ts'

const opened = withHouse()
let rosa: Visitor

const today = { 'day-day': '23', 'day-month': '11', 'day-year': '2026' }

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
})

const rows = async <Row>(work: (db: WriteTx['db']) => Promise<Row>): Promise<Row> => {
  const found = await opened().house.database.intake(async (tx) => ({ ok: true, value: await work(tx.db) }))
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value
}

/** In treatment of two kinds since today. */
const treated = async (given: string): Promise<{ readonly id: string; readonly path: string }> => {
  const id = await aPerson(opened().house.database, { given, family: 'Example', arrivedDaysAgo: 5 })
  await rosa.send(`/people/${id}/refer`, { source: 'self', ...today })
  await rosa.send(`/people/${id}/treatment/start`, { kind: 'psychosocial', ...today })
  await rosa.send(`/people/${id}/treatment/start`, { kind: 'opioid_substitution', ...today })
  const [episode] = await rows((db) =>
    db.selectFrom('episode').select('id').where('person_id', '=', id).execute(),
  )
  return { id, path: `/people/${id}/episodes/${episode?.id}/end` }
}

const interventionsOf = (id: string) =>
  rows((db) =>
    db
      .selectFrom('intervention')
      .select(['id', 'kind', 'ended_on', 'end_reason'])
      .where('person_id', '=', id)
      .orderBy('kind')
      .execute(),
  )

const completed = {
  reason: 'completed_drug_free',
  ...today,
  next: 'Mutual aid on Tuesdays',
  continues: 'Bradford',
}

describe('a discharge that waits for its exit TOP', () => {
  it('keeps what was typed, leads to the TOP and back, and counts it', async () => {
    const { id, path } = await treated('Wyn')
    const page = await rosa.get(path)
    const button = page.document.querySelector('button[name=_draft_next]')
    expect(button?.getAttribute('formaction')).toBe('/drafts')
    const top = button?.getAttribute('value') ?? ''
    expect(top).toContain(`/people/${id}/assessments/top/exit?from=discharge-`)
    const hidden = Object.fromEntries(
      [...page.document.querySelectorAll('main input[type=hidden]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    const kept = await rosa.post('/drafts', { ...hidden, ...completed, next: 'A meeting', _draft_next: top })
    expect(kept.location).toBe(top)
    const back = await rosa.send(top, { top_psychological: '15' })
    expect(back.words).toContain('The exit TOP of Monday 23 November counts')
    expect(back.document.querySelector('[name=next]')?.textContent?.trim()).toBe('A meeting')
    const done = await rosa.send(path, { ...completed, next: 'A meeting' })
    expect(done.words).toContain('has ended')
    expect((await rosa.get('/drafts')).words).not.toContain('Wyn')
  })

  it('leads to nowhere else', async () => {
    const { path } = await treated('Xan')
    const { document } = await rosa.get(path)
    const csrf = document.querySelector('main [name=_csrf]')?.getAttribute('value') ?? ''
    const key = document.querySelector('main [name=_idempotency_key]')?.getAttribute('value') ?? ''
    const fields = {
      _csrf: csrf,
      _idempotency_key: key,
      _draft_path: path,
      _draft_title: 'Discharge',
      next: 'x',
    }
    const sent = await rosa.post('/drafts', { ...fields, _draft_next: '//elsewhere.example/people' })
    expect(sent.location).toBe(path)
  })
})

describe('a discharge in one go', () => {
  it('asks what next and the exit TOP; interventions end together, in ways that go with the reason', async () => {
    const { id, path } = await treated('Una')
    const bare = await rosa.send(path, { reason: 'completed_drug_free', ...today })
    expect(bare.words).toContain('Write what happens next')
    const noTop = await rosa.send(path, completed)
    expect(noTop.words).toContain('Say when the exit TOP is done, or why not')
    const [prescribed] = await interventionsOf(id)
    const odd = await rosa.send(path, { ...completed, top: 'later', [`exit_${prescribed?.id}`]: 'unplanned' })
    expect(odd.words).toContain('“Completed, drug free” goes with: agreed and planned')
    const done = await rosa.send(path, { ...completed, top: 'not_done', top_why: 'Left this morning' })
    expect(done.words).toContain('has ended: completed, drug free')
    expect((await interventionsOf(id)).map(({ end_reason }) => end_reason)).toEqual(['planned', 'planned'])
    expect((await owedTo(opened().house.database, id)).includes('discharge')).toBe(false)
  })

  it('stays owed until the exit TOP that was promised is recorded', async () => {
    const { id, path } = await treated('Vic')
    await rosa.send(path, { ...completed, top: 'later' })
    expect(await owedTo(opened().house.database, id)).toContain('discharge')
    const topped = await opened().house.database.intake(async (tx) => {
      const locked = await tx.lock(id)
      if (!locked.ok) return locked
      await tx.db
        .insertInto('fact')
        .values({
          id: tx.ids.next(),
          person_id: id,
          recorded_under: id,
          kind: 'top_recorded',
          class: 'recovery',
          day: tx.today,
          at: tx.now,
          answers: '{}',
          reading: JSON.stringify({ stage: 'exit' }),
          recorded_at: tx.now,
        })
        .execute()
      return { ok: true, value: undefined }
    })
    expect(topped.ok).toBe(true)
    expect(await owedTo(opened().house.database, id)).not.toContain('discharge')
  })

  it('asks only for what is missing where a file closed the episode', async () => {
    const { id, path } = await treated('Wes')
    await rows((db) =>
      db
        .updateTable('episode')
        .set({ end_date: Temporal.PlainDate.from('2026-11-23'), end_reason: 'dropped_out' })
        .where('person_id', '=', id)
        .execute(),
    )
    const page = await rosa.get(path)
    expect(page.words).toContain('What next for Wes Example')
    expect(page.words).not.toContain('Why did it end?')
    const told = await rosa.send(path, { next: 'May come back', top: 'not_done', top_why: 'Not seen again' })
    expect(told.words).toContain('What next is kept for Wes Example')
  })
})
