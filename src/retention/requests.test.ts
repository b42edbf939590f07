import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { person as aPerson, wholeRecord, written } from '../../test/security/record.ts'
import { type Row, record } from '../../test/security/rows.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { rowsOf } from '../../test/support/records.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { systemIds } from '../platform/ids.ts'
import { ok } from '../platform/result.ts'
import { addStaff } from '../workforce/index.ts'
import { carryOutDisposal, listDisposalRun } from './index.ts'

const opened = withHouse()
let town: Town
let tessaId: string

/** Somebody of each kind, who is with the service today and in treatment, and what became of their request. */
const people = {
  answered: { id: systemIds.next(), state: 'released', yearsAgo: 3 },
  takenBack: { id: systemIds.next(), state: 'withdrawn', yearsAgo: 3 },
  answeredLater: { id: systemIds.next(), state: 'released', yearsAgo: 2 },
  unanswered: { id: systemIds.next(), state: 'in_review', yearsAgo: 5 },
  held: { id: systemIds.next(), state: 'released', yearsAgo: 4 },
  heldLater: { id: systemIds.next(), state: 'released', yearsAgo: 4 },
} as const

type Name = keyof typeof people

const requestOf = (tx: WriteTx, name: Name): readonly (readonly [string, Row])[] => {
  const { id, state, yearsAgo } = people[name]
  const over = tx.today.subtract({ years: yearsAgo, days: 1 })
  const { recorded_at: _, ...row } = written(tx, id, town.services.leeds)
  const at = over.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' }).toInstant().toString()
  const [day, asked] = [over.toString(), over.subtract({ days: 20 }).toString()]
  const back = { withdrawn_on: day, withdrawn_how: 'Told us so', withdrawn_by: tessaId, withdrawn_at: at }
  const request = {
    ...row,
    asked_by: 'solicitor',
    asked_name: `Solicitor of ${name}`,
    identity_checked: 'Authority seen',
    asked_on: asked,
    due_on: over.add({ days: 10 }).toString(),
    state,
    recorded_by: tessaId,
    recorded_at: at,
    ...(state === 'withdrawn' ? back : {}),
  }
  const release = {
    id: tx.ids.next(),
    request_id: row.id,
    person_id: id,
    recorded_under: id,
    classes: ['recovery'],
    given_to: `Given to ${name}`,
    how: 'post',
    released_by: tessaId,
    recorded_at: at,
  }
  return [
    ['access_request', request],
    ...(state === 'released' ? [['access_release', release] as const] : []),
  ]
}

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  tessaId = town.staff.tessa?.id ?? ''
  const ids = Object.values(people).map(({ id }) => id)
  await record(house, ids, (tx) =>
    ids.flatMap((id) => [...aPerson(tx, id, 'Asked'), ...wholeRecord(tx, id, town)]),
  )
  for (const name of Object.keys(people) as Name[])
    await record(house, [people[name].id], (tx) => requestOf(tx, name))
  await house.database.intake((tx) =>
    addStaff(tx, {
      name: 'Second Leader',
      signInName: 'second',
      password: 'three random words do well',
      memberships: [{ serviceId: town.services.leeds, role: 'team_leader', from: tx.today }],
    }),
  )
  await hold('held')
})

const hold = (name: Name) =>
  opened().house.database.intake(async (tx) => {
    const { id } = people[name]
    await tx.db
      .insertInto('legal_hold')
      .values({
        id: tx.ids.next(),
        person_id: id,
        recorded_under: id,
        kind: 'hand',
        reason: 'A complaint of the answer',
        recorded_at: tx.now,
      })
      .execute()
    return ok(undefined)
  })

const context = () => ({ database: opened().house.database, clock: opened().clock })

const listed = async (): Promise<string> => {
  const { house } = opened()
  const [of] = await rowsOf(
    house,
    sql<{ organisation_id: string }>`select organisation_id from service where id = ${town.services.leeds}`,
  )
  const tessa = await visit(house, 'tessa')
  await tessa.send('/retention/runs/new', { organisation: of?.organisation_id ?? '' })
  const [run] = await rowsOf(house, sql<{ id: string }>`select id from disposal_run order by id desc limit 1`)
  await listDisposalRun.run({ runId: run?.id ?? '' }, context())
  return run?.id ?? ''
}

const linesOf = async (runId: string): Promise<readonly string[]> => {
  const lines = await rowsOf(
    opened().house,
    sql<{ person_id: string; rule: string; row_count: number }>`
      select person_id, rule, row_count from disposal_line where run_id = ${runId}`,
  )
  const nameOf = (id: string) => (Object.keys(people) as Name[]).find((name) => people[name].id === id)
  return lines.map(({ person_id, rule, row_count }) => `${rule} ${nameOf(person_id)} ${row_count}`).sort()
}

/** All that is still kept of a request, as text. */
const keptOf = async (name: Name): Promise<string> => {
  const { id } = people[name]
  return JSON.stringify(
    await rowsOf(
      opened().house,
      sql`select r.asked_name, r.identity_checked, r.withdrawn_how, r.state, r.asked_on::text, e.given_to, e.how
        from access_request r left join access_release e on e.request_id = r.id where r.person_id = ${id}`,
    ),
  )
}

describe('who asked for records', () => {
  let runId = ''

  it('is listed three years after the answer left or the request was taken back, and never while it waits or is held', async () => {
    runId = await listed()
    expect(await linesOf(runId)).toEqual(['request answered 2', 'request heldLater 2', 'request takenBack 1'])
    const page = await (await visit(opened().house, 'second')).get(`/retention/runs/${runId}`)
    expect(page.words).toContain('Requests for records')
    expect(page.words).not.toContain('Solicitor')
  })

  it('stays until a second person approves', async () => {
    await carryOutDisposal.run({ runId }, context())
    expect(await keptOf('answered')).toContain('Solicitor of answered')
    const own = await visit(opened().house, 'tessa')
    expect((await own.send(`/retention/runs/${runId}/approve`, { checked: 'yes' })).words).toContain(
      'You made this list',
    )
  })

  it('then goes, also of somebody who is with the service, and the request stays as a day and a state', async () => {
    await hold('heldLater')
    const second = await visit(opened().house, 'second')
    await second.send(`/retention/runs/${runId}/approve`, { checked: 'yes' })
    await carryOutDisposal.run({ runId }, context())
    expect(await keptOf('answered')).not.toMatch(/Solicitor|Authority|Given/)
    expect(await keptOf('answered')).toMatch(/"state":"released".*"how":"post"/)
    expect(await keptOf('takenBack')).not.toMatch(/Solicitor|Authority|Told us/)
    for (const name of ['answeredLater', 'unanswered', 'held', 'heldLater'] as const)
      expect(await keptOf(name)).toContain(`Solicitor of ${name}`)
    expect((await second.get(`/retention/runs/${runId}`)).words).toContain('Left: held')
    const notes = await rowsOf(
      opened().house,
      sql`select from note where person_id = ${people.answered.id} and words = ''`,
    )
    expect(notes).toEqual([])
  })

  it('is in the log, counted, and said so where the request is opened', async () => {
    const log = await rowsOf(
      opened().house,
      sql`select table_name, sum(row_count)::integer as rows from disposal_log where run_id = ${runId} and rule = 'request' group by 1 order by 1`,
    )
    expect(log).toEqual([
      { table_name: 'access_release', rows: 1 },
      { table_name: 'access_request', rows: 2 },
    ])
    const [request] = await rowsOf(
      opened().house,
      sql<{ id: string }>`select id from access_request where person_id = ${people.answered.id}`,
    )
    const page = await (await visit(opened().house, 'tessa')).get(`/access-requests/${request?.id}`)
    expect(page.words).toContain('A solicitor for them: no longer kept')
    expect(page.words).toContain('to somebody whose name is no longer kept')
    expect(await linesOf(await listed())).toEqual([])
  })
})
