import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { person as aPerson, wholeRecord, written } from '../../test/security/record.ts'
import { type Row, record } from '../../test/security/rows.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { rowsOf } from '../../test/support/records.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { ok } from '../platform/result.ts'
import { rebuildObligations } from '../standards/index.ts'
import { addStaff } from '../workforce/index.ts'
import { carryOutDisposal, listDisposalRun } from './index.ts'
import { retentionRules } from './rules.ts'

const opened = withHouse()
let town: Town
const gone = '01900000-0000-7000-8000-0000000000a1'
const held = '01900000-0000-7000-8000-0000000000a2'
const dead = '01900000-0000-7000-8000-0000000000a3'
const treated = '01900000-0000-7000-8000-0000000000a4'
const joined = '01900000-0000-7000-8000-0000000000a5'

const endEpisodes = async (...people: readonly string[]): Promise<void> => {
  await opened().house.database.intake(async (tx) => {
    await sql`update episode set end_date = ${tx.today}::date, end_reason = 'transferred_not_in_custody' where person_id = any (${people}::uuid[])`.execute(
      tx.db,
    )
    return tx.lock(...people)
  })
}

/** Rows in states in which their table asks for words. */
const wordsThatAreAskedFor = (tx: WriteTx): readonly (readonly [string, Row])[] => {
  const row = written(tx, gone, town.services.leeds)
  const about = { person_id: gone, recorded_under: gone }
  const [plan, glass] = [tx.ids.next(), tx.ids.next()]
  const [at, day] = [tx.now.toString(), tx.today.toString()]
  const [rosa, tessa] = [town.staff.rosa?.id, town.staff.tessa?.id]
  const looked = { staff_id: rosa, role: 'recovery_worker', service_ids: [town.services.leeds] }
  return [
    [
      'access_request',
      {
        ...row,
        id: tx.ids.next(),
        asked_by: 'other',
        asked_name: 'Her sister',
        identity_checked: 'Written authority seen',
        asked_on: day,
        due_on: day,
        state: 'in_review',
      },
    ],
    ['recovery_plan', { ...row, id: plan, want: 'To be well' }],
    [
      'plan_goal',
      {
        ...row,
        id: tx.ids.next(),
        plan_id: plan,
        area: 'health',
        term: 'short',
        words: 'See a dentist',
        state: 'dropped',
        why: 'Seen',
        opened_on: day,
        closed_on: day,
      },
    ],
    [
      'sharing_basis',
      {
        ...row,
        id: tx.ids.next(),
        purpose: 'family',
        to_body: 'Her landlord',
        basis: 'legal_duty',
        state: 'given',
        parts: [],
        words: 'An order',
        day,
      },
    ],
    [
      'involvement_request',
      {
        ...row,
        id: tx.ids.next(),
        from_service_id: town.services.bradford,
        asked_by: rosa,
        words: 'We know them',
        answer: 'declined',
        answered_at: at,
        answered_by: tessa,
        answer_words: 'They do not want it',
      },
    ],
    [
      'glass',
      {
        ...about,
        ...looked,
        id: glass,
        kind: 'danger_to_life',
        reason: 'Found on the landing',
        opened_at: at,
        closes_at: tx.now.add({ hours: 1 }).toString(),
      },
    ],
    [
      'oversight_item',
      {
        ...about,
        ...looked,
        id: tx.ids.next(),
        kind: 'glass',
        glass_id: glass,
        for_services: [town.services.leeds],
        from_at: at,
        to_at: at,
        how_many: 1,
        surfaced_at: at,
        reviewed_by: tessa,
        reviewed_at: at,
        outcome: 'justified',
        words: 'It was right',
      },
    ],
  ]
}

beforeAll(async () => {
  const { house, clock } = opened()
  town = await buildTown(house)
  for (const [id, name] of [
    [gone, 'Gone'],
    [held, 'Held'],
    [dead, 'Dead'],
    [treated, 'Treated'],
  ] as const)
    await record(house, [id], (tx) => [...aPerson(tx, id, name), ...wholeRecord(tx, id, town)])
  await record(house, [gone], (tx) => [
    [
      'person',
      {
        id: joined,
        family_name: 'Old',
        given_name: 'Name',
        merged_into: gone,
        recorded_at: tx.now.toString(),
      },
    ],
    [
      'person_merge',
      { id: tx.ids.next(), survivor_id: gone, merged_id: joined, merged_at: tx.now.toString() },
    ],
  ])
  await record(house, [gone], wordsThatAreAskedFor)
  await house.database.intake(async (tx) => {
    await tx.db.updateTable('person').set({ date_of_death: tx.today }).where('id', '=', dead).execute()
    return addStaff(tx, {
      name: 'Second Leader',
      signInName: 'second',
      password: 'three random words do well',
      memberships: [{ serviceId: town.services.leeds, role: 'team_leader', from: tx.today }],
    })
  })
  await endEpisodes(gone, held, dead)
  const tessa = await visit(house, 'tessa')
  await record(house, [held], () => [])
  await house.database.intake(async (tx) => {
    await tx.db
      .insertInto('legal_hold')
      .values({
        id: tx.ids.next(),
        person_id: held,
        recorded_under: held,
        kind: 'hand',
        reason: 'A claim',
        recorded_at: tx.now,
      })
      .execute()
    return ok(undefined)
  })
  expect((await tessa.get('/retention')).status).toBe(200)
  clock.set(clock.now().add({ hours: 24 * 366 * 9 }))
})

const context = () => ({ database: opened().house.database, clock: opened().clock })

const runOf = async (who: string): Promise<string> => {
  const visitor = await visit(opened().house, who)
  const [organisation] = await rowsOf(
    opened().house,
    sql<{ organisation_id: string }>`select organisation_id from service where id = ${town.services.leeds}`,
  )
  const page = await visitor.send('/retention/runs/new', {
    organisation: organisation?.organisation_id ?? '',
  })
  expect(page.words).toContain('The list is being made')
  const runs = await rowsOf(
    opened().house,
    sql<{ id: string }>`select id from disposal_run order by id desc limit 1`,
  )
  return runs[0]?.id ?? ''
}

const wordsOf = (person: string) =>
  rowsOf(
    opened().house,
    sql<{ words: string }>`select words from note where person_id = ${person} and class = 'recovery'`,
  )

describe('the rules', () => {
  it('cover every class of record once, with a source and how sure we are', async () => {
    const classes = await rowsOf(
      opened().house,
      sql<{ class: string }>`select unnest(enum_range(null::record_class))::text as class`,
    )
    expect(retentionRules.flatMap((rule) => rule.classes).toSorted()).toEqual(
      classes.map((row) => row.class).toSorted(),
    )
    for (const rule of retentionRules) expect(rule.source, rule.id).not.toBe('')
  })
})

describe('what a column is left with', () => {
  it('is what the checks of its table ask for', async () => {
    const asking = await rowsOf(
      opened().house,
      sql<{ column: string; blank: string }>`
        select t.name || '.' || c.name as column, c.blank from person_table t, personal_columns(t.name) c
        where t.name <> 'legal_hold' and exists (select from pg_constraint k
          where k.contype = 'c' and k.conrelid = ('throughcare.' || quote_ident(t.name))::regclass and pg_get_constraintdef(k.oid) ~ format('\\m%s IS (NOT )?NULL', c.name))
        order by 1`,
    )
    expect(asking.map(({ column }) => column)).toContain('plan_goal.why')
    for (const { column, blank } of asking) expect(blank, column).toContain('is null then null else')
  })
})

describe('a disposal', () => {
  let runId = ''

  it('lists what is due, with counts and why, and no names', async () => {
    runId = await runOf('tessa')
    await listDisposalRun.run({ runId }, context())
    const page = await (await visit(opened().house, 'tessa')).get(`/retention/runs/${runId}`)
    expect(page.words).toContain('Waits for a second person')
    expect(page.words).toContain('Recovery work')
    expect(page.words).not.toMatch(/Gone Example|Lee|Mary/)
    const lines = await rowsOf(
      opened().house,
      sql<{
        person_id: string
        rule: string
      }>`select person_id, rule from disposal_line where run_id = ${runId} order by rule`,
    )
    expect(lines.map(({ rule }) => rule)).toEqual(['key_work', 'recovery'])
    expect(new Set(lines.map(({ person_id }) => person_id))).toEqual(new Set([gone]))
  })

  it('is not approved by whoever made it: not on the page, and not in the database', async () => {
    const tessa = await visit(opened().house, 'tessa')
    const answer = await tessa.send(`/retention/runs/${runId}/approve`, { checked: 'yes' })
    expect(answer.words).toContain('You made this list')
    const as = { staffId: town.staff.tessa?.id ?? '', role: 'team_leader' }
    const tried = await opened().house.database.write(as, async (tx) => {
      await sql`update disposal_run set state = 'approved', approved_by = ${as.staffId}, approved_at = ${tx.now}::timestamptz where id = ${runId}`.execute(
        tx.db,
      )
      return ok(undefined)
    })
    expect(tried.ok).toBe(false)
  })

  it('is not seen by another organisation', async () => {
    const other = await visit(opened().house, 'isla')
    expect((await other.get(`/retention/runs/${runId}`)).status).toBe(403)
    const sees = await opened().house.database.read(
      { staffId: town.staff.commy?.id ?? '', role: 'team_leader' },
      ({ db }) => sql`select from disposal_run`.execute(db),
    )
    expect(sees.rows).toEqual([])
  })

  it('removes nothing until a second person approved it', async () => {
    await carryOutDisposal.run({ runId }, context())
    expect(await wordsOf(gone)).toEqual([{ words: 'About recovery' }])
  })

  it('takes the words and keeps the rows, of that class and those people alone', async () => {
    const second = await visit(opened().house, 'second')
    const answer = await second.send(`/retention/runs/${runId}/approve`, { checked: 'yes' })
    expect(answer.words).toContain('Approved')
    await carryOutDisposal.run({ runId }, context())
    expect((await second.get(`/retention/runs/${runId}`)).words).toContain('Carried out')
    expect(await wordsOf(gone)).toEqual([{ words: '' }])
    for (const kept of [held, dead, treated])
      expect(await wordsOf(kept)).toEqual([{ words: 'About recovery' }])
    const clinical = await rowsOf(
      opened().house,
      sql<{ words: string }>`select words from note where person_id = ${gone} and class = 'clinical'`,
    )
    expect(clinical).toEqual([{ words: 'About clinical' }])
    expect(await rebuildObligations(opened().house.database, () => {})).toMatchObject({ changed: 0 })
  })

  it('proves what went without saying what it was', async () => {
    const log = await rowsOf(
      opened().house,
      sql<{
        rule: string
        table_name: string
        row_count: number
        digest: string
      }>`select rule, table_name, row_count, digest from disposal_log order by place`,
    )
    expect(log.map((entry) => `${entry.rule} ${entry.table_name}`)).toContain('recovery note')
    const ids = await rowsOf(
      opened().house,
      sql<{
        digest: string
      }>`select encode(sha256(convert_to(id::text, 'UTF8')), 'hex') as digest from note where person_id = ${gone} and class = 'recovery'`,
    )
    expect(log.find((entry) => entry.rule === 'recovery' && entry.table_name === 'note')?.digest).toBe(
      ids[0]?.digest,
    )
    expect(JSON.stringify(log)).not.toMatch(/Lee|About/)
  })

  it('lists the same things no second time', async () => {
    const again = await runOf('second')
    await listDisposalRun.run({ runId: again }, context())
    expect(await rowsOf(opened().house, sql`select from disposal_line where run_id = ${again}`)).toEqual([])
    const tessa = await visit(opened().house, 'tessa')
    expect((await tessa.send(`/retention/runs/${again}/abandon`, {})).words).toContain('Nothing went')
  })

  it('leaves alone whom something was recorded about since it was listed', async () => {
    const { house, clock } = opened()
    const lifted = await house.database.intake(async (tx) => {
      await sql`update legal_hold set lifted_at = ${tx.now}::timestamptz, lifted_why = 'Settled' where person_id = ${held}`.execute(
        tx.db,
      )
      return ok(undefined)
    })
    expect(lifted.ok).toBe(true)
    runId = await runOf('tessa')
    await listDisposalRun.run({ runId }, context())
    clock.set(clock.now().add({ minutes: 5 }))
    await record(house, [held], (tx) => [
      [
        'note',
        {
          id: tx.ids.next(),
          person_id: held,
          recorded_under: held,
          class: 'key_work',
          service_id: town.services.leedsWing,
          day: tx.today.toString(),
          words: 'They came back',
          recorded_at: tx.now.toString(),
        },
      ],
    ])
    await (await visit(house, 'second')).send(`/retention/runs/${runId}/approve`, { checked: 'yes' })
    await carryOutDisposal.run({ runId }, context())
    expect(await wordsOf(held)).toEqual([{ words: 'About recovery' }])
    const page = await (await visit(house, 'second')).get(`/retention/runs/${runId}`)
    expect(page.words).toContain('Left: something was recorded since')
  })

  it('takes who it was in the end, also of a record that was joined, and leaves no word in any table', async () => {
    const { house, clock } = opened()
    clock.set(clock.now().add({ hours: 24 * 366 * 12 }))
    runId = await runOf('tessa')
    await listDisposalRun.run({ runId }, context())
    await (await visit(house, 'second')).send(`/retention/runs/${runId}/approve`, { checked: 'yes' })
    await carryOutDisposal.run({ runId }, context())
    const people = await rowsOf(
      house,
      sql<{
        name: string
      }>`select concat(given_name, family_name, date_of_birth) as name from person where id in (${gone}, ${joined})`,
    )
    expect(people).toEqual([{ name: '' }, { name: '' }])
    const columns = await rowsOf(
      house,
      sql<{
        table_name: string
        whose: string
        worded: string
      }>`select name as table_name, whose, has_words(name) as worded from person_table
      where has_words(name) <> 'false' and name not in ('restriction', 'lock_out', 'legal_hold')`,
    )
    expect(columns.length).toBeGreaterThan(15)
    for (const { table_name, whose, worded } of columns)
      expect(
        await rowsOf(
          house,
          sql`select from ${sql.table(table_name)} t where t.${sql.ref(whose)} = ${gone} and (${sql.raw(worded)})`,
        ),
        table_name,
      ).toEqual([])
    expect(await rowsOf(house, sql`select from identifier where person_id = ${gone}`)).toEqual([])
  })
})

describe('what files and the feed told of people whom nobody has', () => {
  interface Told {
    readonly id: string
    readonly day: Temporal.PlainDate
  }
  const old: Told[] = []
  const young: Told[] = []

  const tellOfNobody = async (day: Temporal.PlainDate, into: Told[]): Promise<void> => {
    const { house } = opened()
    const at = day.toZonedDateTime('Europe/London').toInstant()
    const done = await house.database.intake(async (tx) => {
      const ids = [tx.ids.next(), tx.ids.next(), tx.ids.next()] as const
      await sql`insert into episode (id, service_id, setting, local_id, referral_date, end_date, end_reason, match, given_prison_number, given_nhs_number,
          given_initial, family_initial, date_of_birth, sex, recorded_at)
        values (${ids[0]}, ${town.services.leeds}, 'custody', ${ids[0]}, ${day.toString()}, ${day.toString()}, 'dropped_out', 'ambiguous', 'A9001ZZ', '9434765919', 'L', 'W',
          '1990-02-03', 'M', ${at}::timestamptz)`.execute(tx.db)
      await sql`insert into feed_message (id, source, fingerprint, event_type, prison_number, other_number, occurred_at, raw, told, received_at, state, held_because, establishment_code)
        values (${ids[1]}, 'feed', ${`A9001ZZ|${ids[1]}`}, 'released', 'A9001ZZ', 'A9002ZZ', ${at}::timestamptz, '{"nomsNumber":"A9001ZZ"}', '{"number":"A9001ZZ"}', ${at}::timestamptz,
          'held', 'Nobody has this number', 'LEI')`.execute(tx.db)
      await sql`insert into held_row (id, kind, prison_number, fingerprint, told, received_at)
        values (${ids[2]}, 'release_date', 'A9001ZZ', ${`A9001ZZ|${ids[2]}`}, '{"prison_number":"A9001ZZ"}', ${at}::timestamptz)`.execute(
        tx.db,
      )
      for (const id of ids) into.push({ id, day })
      return ok(undefined)
    })
    expect(done.ok).toBe(true)
  }

  const unknowns = () => rowsOf(opened().house, sql`select * from measure_unknowns()`)

  /** Everything that these rows hold, as text. */
  const textOf = async (told: readonly Told[]): Promise<string> => {
    const ids = told.map(({ id }) => id)
    const rows = await rowsOf(
      opened().house,
      sql`select to_jsonb(e) as row from episode e where e.id = any (${ids}::uuid[]) union all select to_jsonb(f) from feed_message f where f.id = any (${ids}::uuid[])
        union all select to_jsonb(h) from held_row h where h.id = any (${ids}::uuid[])`,
    )
    return JSON.stringify(rows)
  }

  it('goes after its own rule, in the same run, counted in the log; and as many stay unknown', async () => {
    const { house, clock } = opened()
    const today = clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
    await tellOfNobody(today.subtract({ years: 3, days: 1 }), old)
    await tellOfNobody(today.subtract({ years: 2 }), young)
    const before = await unknowns()
    const runId = await runOf('tessa')
    await listDisposalRun.run({ runId }, context())
    const tessa = await visit(house, 'tessa')
    const listed = await tessa.get(`/retention/runs/${runId}`)
    expect(listed.words).toContain('What files and the feed told of people whom nobody has')
    expect(listed.words).toContain('Nobody’s')
    const [line] = await rowsOf(
      house,
      sql`select row_count, last_on::text as last_on from disposal_line where run_id = ${runId} and rule = 'held'`,
    )
    expect(line).toEqual({ row_count: 3, last_on: today.subtract({ years: 3, days: 1 }).toString() })
    await (await visit(house, 'second')).send(`/retention/runs/${runId}/approve`, { checked: 'yes' })
    await carryOutDisposal.run({ runId }, context())
    expect(await textOf(old)).not.toMatch(/A900|9434765919|1990-02-03|"L"|"W"/)
    expect(await textOf(young)).toContain('A9001ZZ')
    const log = await rowsOf(
      house,
      sql<{
        table_name: string
        row_count: number
      }>`select table_name, row_count from disposal_log where run_id = ${runId} and rule = 'held' order by place`,
    )
    expect(log).toEqual([
      { table_name: 'episode', row_count: 1 },
      { table_name: 'feed_message', row_count: 1 },
      { table_name: 'held_row', row_count: 1 },
    ])
    expect(await unknowns()).toEqual(before)
  })
})

describe('one human with two accounts', () => {
  it('is no second person: not on the page, and not in the database', async () => {
    const { house } = opened()
    const added = await house.database.intake((tx) =>
      addStaff(tx, {
        name: ' LEADER, second ',
        signInName: 'second.again',
        password: 'three random words do well',
        memberships: [{ serviceId: town.services.leeds, role: 'team_leader', from: tx.today }],
      }),
    )
    const runId = await runOf('second')
    await listDisposalRun.run({ runId }, context())
    const again = await visit(house, 'second.again')
    const answer = await again.send(`/retention/runs/${runId}/approve`, { checked: 'yes' })
    expect(answer.words).toContain('somebody of your name')
    const as = { staffId: added.ok ? added.value : '', role: 'team_leader' }
    const tried = await house.database.write(as, async (tx) => {
      await sql`update disposal_run set state = 'approved', approved_by = ${as.staffId}, approved_at = ${tx.now}::timestamptz where id = ${runId}`.execute(
        tx.db,
      )
      return ok(undefined)
    })
    expect(tried.ok).toBe(false)
    const tessa = await visit(house, 'tessa')
    expect((await tessa.send(`/retention/runs/${runId}/approve`, { checked: 'yes' })).words).toContain(
      'Approved',
    )
    await carryOutDisposal.run({ runId }, context())
  })
})

describe('the log of disposals', () => {
  it('is whole, and shows where somebody changed it beyond the service', async () => {
    const { house } = opened()
    const broken = async () =>
      (await rowsOf(house, sql<{ broken: number }>`select broken_disposals()::integer as broken`))[0]?.broken
    expect(await broken()).toBe(0)
    const { default: pg } = await import('pg')
    const admin = new pg.Client({ connectionString: house.located.adminUrl })
    await admin.connect()
    await admin.query(
      'update throughcare.disposal_log set row_count = row_count + 1 where place = (select min(place) from throughcare.disposal_log)',
    )
    expect(await broken()).toBe(1)
    await admin.query(
      'delete from throughcare.disposal_log where place = (select min(place) from throughcare.disposal_log)',
    )
    expect(await broken()).toBeGreaterThan(0)
    await admin.end()
  })

  it('can be changed by nobody in the service', async () => {
    for (const query of [sql`update disposal_log set row_count = 0`, sql`delete from disposal_log`])
      await expect(
        opened().house.database.intake(async (tx) => {
          await query.execute(tx.db)
          return ok(undefined)
        }),
      ).rejects.toThrow('permission denied')
  })
})

describe('a legal hold', () => {
  it('is set and lifted with a reason, on the person’s own page', async () => {
    const tessa = await visit(opened().house, 'tessa')
    const page = `/people/${treated}/legal-hold`
    expect((await tessa.send(page, { reason: 'An inquest' })).words).toContain('it is held by hand')
    expect((await tessa.send(`${page}/lift`, { why: 'It is over' })).words).toContain(
      'Nothing holds this record',
    )
    expect((await tessa.get(page)).words).toContain('It is over')
  })

  it('of a death stands by itself until a human lets go', async () => {
    const { house } = opened()
    const as = { staffId: town.staff.tessa?.id ?? '', role: 'team_leader' }
    const hold = () => rowsOf(house, sql<{ held: string | null }>`select hold_on(${dead}) as held`)
    expect(await hold()).toEqual([{ held: 'death' }])
    await house.database.write(as, async (tx) => {
      await sql`select lift_hold(${tx.ids.next()}::uuid, ${dead}::uuid, 'The inquest is over', ${tx.now}::timestamptz)`.execute(
        tx.db,
      )
      return ok(undefined)
    })
    expect(await hold()).toEqual([{ held: null }])
  })
})
