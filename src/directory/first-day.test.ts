import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { superuserOf } from '../../test/support/audit.ts'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { aPerson, owedTo } from '../casework/testing.ts'
import { ok } from '../platform/result.ts'
import { beginRound, goRound } from '../standards/actions/deriveService.ts'
import { deriveService } from '../standards/index.ts'

const opened = withHouse()
let town: Town
let superuser: pg.Client
let ada: Visitor
let before: string
let since: string

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  superuser = await superuserOf(house)
  ada = await visit(house, 'ada')
  before = await aPerson(house.database, { given: 'Nick', family: 'Before', arrivedDaysAgo: 60 })
  since = await aPerson(house.database, { given: 'Sam', family: 'Since', arrivedDaysAgo: 0 })
})

afterAll(() => superuser.end())

const page = (): string => `/organisation/teams/${town.services.leeds}`

const set = (day: string, month: string, year: string) =>
  ada.send(page(), { 'day-day': day, 'day-month': month, 'day-year': year })

const newest = async (): Promise<string> =>
  (await superuser.query('select id from live_from_change order by set_at desc, id desc limit 1')).rows[0]
    ?.id ?? 'none'

const waiting = async (): Promise<number> =>
  (
    await superuser.query(
      `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'derive_service'`,
    )
  ).rows[0].n

const doJob = async (): Promise<void> => {
  const { house, clock } = opened()
  await deriveService.run({ changeId: await newest() }, { database: house.database, clock })
}

const errorsOf = ({ document }: Awaited<ReturnType<typeof set>>): string =>
  document.querySelector('.govuk-error-summary')?.textContent ?? ''

describe('the first day of a team', () => {
  it('is set by the administrator, and what is owed follows', async () => {
    const { database } = opened().house
    expect(await owedTo(database, before)).toContain('arrival_screen')
    const answer = await set('23', '11', '2026')
    expect(answer.words).toContain('Leeds recovery team owes nothing before 23 November 2026.')
    expect(answer.words).toContain('Waits to be worked out again')
    expect(await waiting()).toBe(1)
    await doJob()
    expect(await owedTo(database, before)).not.toContain('arrival_screen')
    expect(await owedTo(database, since)).toContain('arrival_screen')
    expect((await ada.get('/organisation/teams')).words).toContain(
      'Worked out again for 2 people today at 08:55',
    )
    expect((await ada.get(page())).words).toContain('Set today at 08:55 by Ada Example.')
  })

  it('says how far it is while there are many', async () => {
    const { database } = opened().house
    const changeId = await newest()
    const step = await database.intake(async (tx) => {
      const round = await beginRound(tx, changeId)
      return ok(round === null ? null : await goRound(tx, round, 1))
    })
    expect(step.ok && step.value).not.toBeNull()
    expect((await ada.get('/organisation/teams')).words).toContain('Being worked out again: 1 of 2 people')
    await doJob()
    expect((await ada.get('/organisation/teams')).words).toContain('Worked out again for 2 people')
  })

  it('is emptied again: the team has always worked with Throughcare', async () => {
    expect((await set('', '', '')).words).toContain('Leeds recovery team is taken to have always worked')
    await doJob()
    expect(await owedTo(opened().house.database, before)).toContain('arrival_screen')
    expect((await set('', '', '')).words).toContain('It is that day already. Nothing was changed.')
  })

  it.each([
    [['31', '2', '2026'], 'Enter a date that exists'],
    [['1', '12', '2029'], 'Enter a day from 1 January 2000 to a year from today'],
    [['1', '', '2026'], 'month'],
  ])('shows %j again as it was typed, and what to do', async ([day = '', month = '', year = ''], words) => {
    const answer = await set(day, month, year)
    expect(answer.status).toBe(422)
    expect(errorsOf(answer)).toContain(words)
    const typed = ['day-day', 'day-month', 'day-year'].map(
      (name) => answer.document.querySelector(`input[name="${name}"]`)?.getAttribute('value') ?? '',
    )
    expect(typed).toEqual([day, month, year])
  })

  it('shows both where somebody else set it meanwhile', async () => {
    const stale = await ada.get(page())
    const fields: Record<string, string> = { 'day-day': '1', 'day-month': '12', 'day-year': '2026' }
    for (const input of stale.document.querySelectorAll('main form input[type=hidden]'))
      fields[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? ''
    await set('30', '11', '2026')
    const answer = await ada.post(page(), fields)
    expect(answer.status).toBe(409)
  })

  it('is not the business of anybody else', async () => {
    expect((await ada.get(`/organisation/teams/${town.services.isis}`)).status).toBe(404)
    for (const [who, query] of [
      ['tessa', `select set_live_from('${town.services.leeds}', '2026-11-01')`],
      ['ada', `select set_live_from('${town.services.isis}', '2026-11-01')`],
      ['ada', `update service set live_from = null`],
    ] as const) {
      const { id, role } = town.staff[who] ?? { id: '', role: '' }
      await superuser.query('begin')
      await superuser.query('select act_as($1, $2, $3, $4)', [id, role, '2026-11-23', '2026-11-23T08:55:00Z'])
      await expect(superuser.query(query), `${who}: ${query}`).rejects.toThrow(
        /no such service|permission denied/,
      )
      await superuser.query('rollback')
    }
  })
})
