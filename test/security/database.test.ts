import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Located } from '../../src/platform/database/locate.ts'
import { loginUrl } from '../../src/platform/database/logins.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { cloneDatabase } from '../support/database.ts'

let located: Located
let admin: pg.Client
let web: pg.Client

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=throughcare,public' })
  await client.connect()
  return client
}

beforeAll(async () => {
  located = await cloneDatabase()
  admin = await connect(located.adminUrl)
  web = await connect(loginUrl(located, 'throughcare_web'))
})

afterAll(async () => {
  await admin.end()
  await web.end()
  await located.release()
})

const names = async (query: string): Promise<string[]> =>
  (await admin.query(query)).rows.map((row) => row.name)

const refusal = async (client: pg.Client, query: string): Promise<string> => {
  await client.query('begin')
  try {
    await client.query(query)
    return 'done'
  } catch (error) {
    return (error as Error).message
  } finally {
    await client.query('rollback')
  }
}

describe('the schema', () => {
  it('has a comment on every table and every column', async () => {
    expect(
      await names(`select c.relname || coalesce('.' || a.attname, '') as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'throughcare'
        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind = 'r' and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null)`),
    ).toEqual([])
  })

  it('forces row security on every table that holds anything about a person', async () => {
    expect(
      await names(`select distinct c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'throughcare'
        join pg_attribute a on a.attrelid = c.oid and a.attname in ('person_id', 'person_ids', 'survivor_id', 'date_of_birth') and not a.attisdropped
        where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`),
    ).toEqual([])
  })

  it('gives a fixed search path to every function that runs with its owner’s rights', async () => {
    expect(
      await names(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'throughcare'
        where p.prosecdef and not coalesce(p.proconfig::text like '%search_path=%', false)`),
    ).toEqual([])
  })

  it('lets nobody through a door who is not named for it: only what policies themselves ask is everybody’s', async () => {
    expect(
      await names(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'throughcare'
        where p.prosecdef and has_function_privilege('public', p.oid, 'execute') order by 1`),
    ).toEqual([
      'acting',
      'acting_barred',
      'acting_reads',
      'actor_open_services',
      'actor_sees',
      'is_of',
      'made_by_actor',
      'may_amend',
      'offered_to',
      'opened_by_actor',
    ])
  })

  it('opens to a signed-in actor these doors and no others', async () => {
    expect(
      await names(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'throughcare'
        where p.prosecdef and has_function_privilege('throughcare_actor', p.oid, 'execute')
          and not has_function_privilege('public', p.oid, 'execute') order by 1`),
    ).toEqual([
      'append_audit',
      'ask_to_be_involved',
      'ask_to_undo_merge',
      'audit_of_person',
      'audit_of_staff',
      'basis_covers',
      'break_glass',
      'broken_disposals',
      'connects_since',
      'end_sessions_of',
      'engine_facts',
      'engine_store',
      'enqueue',
      'find_holder',
      'finish_release',
      'give_notice',
      'glass_tried_since',
      'has_account',
      'held_now',
      'held_records',
      'hold_on',
      'is_acted_on',
      'keeps_account',
      'keeps_accounts_of',
      'keeps_whole_account',
      'known_numbers_met_since',
      'lift_hold',
      'lift_restriction',
      'lock_out_staff',
      'lock_people',
      'measure_unknowns',
      'number_is_known',
      'people_of_worker',
      'plan_is_shared',
      'protection_of',
      'protects',
      'restrict_person',
      'reviews_access',
      'safety_figures',
      'search_notes',
      'search_people',
      'set_live_from',
      'staff_around',
      'summary_is_agreed',
      'take_up',
      'team_records',
      'tell_asker',
      'tell_holder',
      'tell_instead',
      'tell_involved',
      'tell_recipient',
      'told_of_death',
      'viewed_with',
      'views_of_person',
      'who_sees',
      'work_out_rights',
    ])
  })

  it('has an index for every reference to another table that lists are made of', async () => {
    expect(
      await names(`select c.conrelid::regclass::text || '.' || a.attname as name
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        join pg_namespace n on n.oid = c.connamespace and n.nspname = 'throughcare'
        where c.contype = 'f' and a.attname = 'person_id'
          and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = a.attnum)`),
    ).toEqual([])
  })

  it('is not changed by migrating again', async () => {
    expect(await migrate(located)).toEqual([])
  })
})

describe('the web login', () => {
  it('may become the actor and the account keeper, and nobody else', async () => {
    const others = [
      ...['owner', 'engine', 'intake', 'worker', 'search', 'audit_append', 'audit_read', 'disposal'],
      ...['auth_doors', 'intake_doors', 'worker_doors'],
    ]
    for (const role of ['actor', 'auth'])
      expect(await refusal(web, `set local role throughcare_${role}`)).toBe('done')
    for (const role of others)
      expect(await refusal(web, `set local role throughcare_${role}`)).toContain('permission denied')
    expect(await refusal(web, 'set local role postgres')).toContain('permission denied')
  })

  it('is no superuser, bypasses nothing and owns nothing', async () => {
    expect(
      await names(
        `select rolname as name from pg_roles where rolname like 'throughcare_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
      ),
    ).toEqual([])
    expect(
      await names(
        `select relname as name from pg_class where relowner in (select oid from pg_roles where rolname in ('throughcare_web', 'throughcare_work', 'throughcare_actor', 'throughcare_auth'))`,
      ),
    ).toEqual([])
  })

  it('owns no function, table or type of the schema as whoever it, or the work login, may become', async () => {
    const become = `select r.oid from pg_roles r, pg_roles l where l.rolname in ('throughcare_web', 'throughcare_work') and pg_has_role(l.oid, r.oid, 'set')`
    expect(
      await names(`select distinct rolname as name from pg_roles where oid in (${become}) order by 1`),
    ).toEqual([...['actor', 'auth', 'intake', 'web', 'work', 'worker'].map((role) => `throughcare_${role}`)])
    expect(
      await names(`select owned.name from (
          select proowner as owner, pronamespace as schema, proname as name from pg_proc
          union all select relowner, relnamespace, relname from pg_class
          union all select typowner, typnamespace, typname from pg_type) owned
        where owned.schema = 'throughcare'::regnamespace and owned.owner in (${become})`),
    ).toEqual([])
  })

  it('is behind doors that have the rights of one role each, and that nobody but a migration becomes', async () => {
    expect(
      (
        await names(`select concat_ws(' ', m.rolname, case when a.inherit_option then 'has the rights of' when a.set_option then 'may become' else 'is of' end, r.rolname) as name
        from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles r on r.oid = a.roleid
        where m.rolname like '%_doors' or r.rolname like '%_doors' or (m.rolname = 'throughcare_owner' and a.inherit_option)`)
      ).toSorted(),
    ).toEqual(
      [
        ...['auth', 'intake', 'worker'].map(
          (role) => `throughcare_${role}_doors has the rights of throughcare_${role}`,
        ),
        ...['auth', 'intake', 'worker'].map(
          (role) => `throughcare_owner may become throughcare_${role}_doors`,
        ),
      ].toSorted(),
    )
  })

  it.each([
    'drop function has_account(uuid)',
    'alter function actor_barred() rename to nobody_is_barred',
    'alter function keeps_account(uuid) set search_path = pg_temp, throughcare',
    'alter function has_account(uuid) security invoker',
  ])('cannot take a door away or turn it, as whoever it may become: %s', async (query) => {
    for (const role of ['actor', 'auth'])
      expect(await refusal(web, `set local role throughcare_${role}; ${query}`)).toMatch(
        /must be owner|permission denied/,
      )
  })

  it('sees nobody without saying who it is', async () => {
    await web.query('begin; set local role throughcare_actor')
    for (const table of [
      'person',
      'movement',
      'fact',
      'note',
      'obligation',
      'whereabouts',
      'handover',
      'contact_details',
    ])
      expect((await web.query(`select from ${table}`)).rowCount, table).toBe(0)
    await web.query('rollback')
  })

  it.each([
    'alter table person disable row level security',
    'drop policy actor_reads on person',
    "insert into class_right values ('key_worker', 'clinical', true, true, true)",
    'create table throughcare.mine (id int)',
    'truncate audit_event',
  ])('cannot: %s', async (query) => {
    expect(await refusal(web, `set local role throughcare_actor; ${query}`)).toMatch(
      /permission denied|must be owner/,
    )
  })

  it.each([
    'create table throughcare.mine (id int)',
    `create or replace function actor_reads() returns record_class[] language sql stable return '{identity,clinical}'::record_class[]`,
    `create or replace function actor_services() returns uuid[] language sql stable return '{}'::uuid[]`,
  ])('cannot replace what decides who sees what, as whoever it may become: %s', async (query) => {
    for (const role of ['actor', 'auth'])
      expect(await refusal(web, `set local role throughcare_${role}; ${query}`)).toContain(
        'permission denied',
      )
  })

  it.each([
    'select * from audit_event',
    'select * from audit_seal',
    'update audit_event set action = action',
    'delete from audit_event',
  ])('cannot read or change the audit log: %s', async (query) => {
    expect(await refusal(web, `set local role throughcare_actor; ${query}`)).toContain('permission denied')
  })

  const beginAsNobody = `set local role throughcare_actor;
    select act_as('01900000-0000-7000-8000-0000000000ff', 'recovery_worker', '2026-11-23', '2026-11-23T08:55:00Z');`

  it.each([
    ['reads', '{recovery,clinical}', 'actor_reads()'],
    ['open_services', '{01900000-0000-7000-8000-000000000002}', 'actor_open_services()'],
    ['services', '{01900000-0000-7000-8000-000000000002}', 'actor_services()'],
    ['team_services', '{01900000-0000-7000-8000-000000000002}', 'actor_team_services()'],
    ['member', '01900000-0000-7000-8000-000000000003', 'actor_id()'],
    ['opened', '{01900000-0000-7000-8000-000000000004}', 'actor_glass()'],
  ])('cannot write for itself what it may: %s', async (piece, held, asked) => {
    for (const mark of ['', '0'.repeat(64)])
      expect(
        await refusal(
          web,
          `${beginAsNobody} select set_config('throughcare.${piece}', '${held}', true), set_config('throughcare.${piece}_mark', '${mark}', true); select ${asked}`,
        ),
      ).toContain('was not worked out by the database')
  })

  it.each([
    ['barred', 'actor_barred()'],
    ['locked_out', 'actor_locked_out()'],
    ['services', 'actor_services()'],
  ])('cannot take one thing away and keep the rest: %s', async (piece, asked) => {
    expect(
      await refusal(
        web,
        `${beginAsNobody} select set_config('throughcare.${piece}', '', true); select ${asked}`,
      ),
    ).toContain('was not worked out by the database')
  })

  it('cannot give one thing that it may the mark of another', async () => {
    await web.query(`begin; ${beginAsNobody}`)
    await web.query(`select set_config('throughcare.services', current_setting('throughcare.member'), true),
      set_config('throughcare.services_mark', current_setting('throughcare.member_mark'), true)`)
    await expect(web.query('select actor_services()')).rejects.toThrow('was not worked out by the database')
    await web.query('rollback')
  })

  it.each([
    `select currval('acting_number')`,
    `select setval('acting_number', 1)`,
    `select acting_mark('reads', '{}')`,
  ])('cannot come by the number that marks what it may: %s', async (query) => {
    expect(await refusal(web, `${beginAsNobody} ${query}`)).toContain('permission denied')
    expect(await refusal(web, `set local role throughcare_auth; ${query}`)).toContain('permission denied')
  })

  it('cannot have somebody derived whom it has not locked', async () => {
    const person = '01900000-0000-7000-8000-000000000001'
    await admin.query(
      `insert into person (id, family_name, given_name, recorded_at) values ('${person}', 'Bell', 'Marcus', now())`,
    )
    await web.query('begin; set local role throughcare_actor')
    expect((await web.query(`select from engine_facts(array['${person}']::uuid[])`)).rowCount).toBe(0)
    expect((await web.query(`select lock_people(array['${person}']::uuid[])`)).rowCount).toBe(0)
    await web.query('rollback')
  })
})
