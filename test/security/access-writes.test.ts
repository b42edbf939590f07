import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ActingAs, WriteTx } from '../../src/platform/database/transaction.ts'
import { refused } from '../../src/platform/result.ts'
import { withHouse } from '../support/house.ts'
import { buildTown, type ServiceName, type Town } from '../support/town.ts'
import { buildScene, type MatrixScene } from './matrix-scene.ts'
import { fact, note, written } from './record.ts'
import { insertRow, type Row } from './rows.ts'

const opened = withHouse()
let town: Town
let scene: MatrixScene

beforeAll(async () => {
  town = await buildTown(opened().house)
  scene = await buildScene(opened().house, town)
})

const as = (name: string): ActingAs => {
  const { id, role } = town.staff[name] ?? { id: '', role: '' }
  return { staffId: id, role }
}
const id = (who: keyof MatrixScene, name: string): string => scene[who][name] ?? ''

/** What becomes of it: how many rows it touched, or that it was turned away. Nothing stays. */
const attempt = async (
  who: string,
  work: (tx: WriteTx) => Promise<number>,
): Promise<number | 'turned away'> => {
  let touched: number | undefined
  try {
    await opened().house.database.write(as(who), async (tx) => {
      touched = await work(tx)
      return refused('invalid', 'rolled back')
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === '42501' || error.code === 'P0002')))
      throw error
  }
  return touched ?? 'turned away'
}

const run = (who: string, query: ReturnType<typeof sql>) =>
  attempt(who, async (tx) => Number((await query.execute(tx.db)).numAffectedRows ?? 0n))

const adds = (who: string, rows: (tx: WriteTx) => readonly (readonly [string, Row])[]) =>
  attempt(who, async (tx) => {
    const given = rows(tx)
    for (const [table, row] of given) await insertRow(tx, table, row)
    return given.length
  })

const own = (who: string, row: readonly [string, Row], changed: Row = {}): readonly [string, Row] => [
  row[0],
  { ...row[1], recorded_by: as(who).staffId, ...changed },
]

const noteBy = (
  tx: WriteTx,
  who: string,
  about: keyof MatrixScene,
  service: ServiceName,
  of: string,
  changed: Row = {},
) => [own(who, note(tx, id(about, 'personId'), town.services[service], of), changed)]

const flagBy = (tx: WriteTx, who: string, service: ServiceName) => [
  own(who, [
    'safety_flag',
    {
      ...written(tx, id('sent', 'personId'), town.services[service]),
      kind: 'allergy',
      day: tx.today.toString(),
    },
  ]),
]

describe('adding', () => {
  it.each([
    ['rosa', 'leeds', 'recovery', 1],
    ['rosa', 'leeds', 'safeguarding', 1],
    ['rosa', 'leeds', 'clinical', 'turned away'],
    ['rosa', 'leeds', 'key_work', 'turned away'],
    ['nadia', 'leedsHealth', 'clinical', 1],
    ['nadia', 'leedsHealth', 'recovery', 'turned away'],
    ['kev', 'leedsWing', 'key_work', 1],
    ['kev', 'leedsWing', 'safeguarding', 1],
    ['kev', 'leedsWing', 'recovery', 'turned away'],
    ['otto', 'leedsWing', 'safeguarding', 1],
    ['otto', 'leedsWing', 'key_work', 'turned away'],
    ['amira', 'bradford', 'recovery', 1],
    ['amira', 'bradford', 'clinical', 'turned away'],
    ['finn', 'leeds', 'safeguarding', 1],
    ['finn', 'leeds', 'recovery', 'turned away'],
    ['mo', 'leeds', 'safeguarding', 'turned away'],
    ['sid', 'leedsWing', 'safeguarding', 'turned away'],
    ['commy', 'bradford', 'recovery', 'turned away'],
    ['ada', 'leeds', 'recovery', 'turned away'],
    ['isla', 'isis', 'recovery', 'turned away'],
  ] as const)('%s of %s a note of class %s: %s', async (who, service, of, expected) => {
    expect(await adds(who, (tx) => noteBy(tx, who, 'sent', service, of))).toBe(expected)
  })

  it.each([
    ['rosa', 'leeds', 1],
    ['kev', 'leedsWing', 1],
    ['amira', 'bradford', 1],
    ['finn', 'leeds', 'turned away'],
  ] as const)('%s of %s raises a safety flag: %s', async (who, service, expected) => {
    expect(await adds(who, (tx) => flagBy(tx, who, service))).toBe(expected)
  })

  it.each([
    ['rosa', 'leeds', 'incident', 1],
    ['rosa', 'leeds', 'voluntary_test', 1],
    ['rosa', 'leeds', 'court_test', 1],
    ['nadia', 'leedsHealth', 'incident', 1],
    ['nadia', 'leedsHealth', 'voluntary_test', 'turned away'],
    ['amira', 'bradford', 'court_test', 1],
    ['amira', 'bradford', 'incident', 'turned away'],
    ['amira', 'bradford', 'voluntary_test', 'turned away'],
    ['kev', 'leedsWing', 'incident', 'turned away'],
    ['cora', 'bradford', 'court_test', 'turned away'],
    ['finn', 'leeds', 'incident', 'turned away'],
    ['mo', 'leeds', 'incident', 'turned away'],
    ['sid', 'leedsWing', 'incident', 'turned away'],
  ] as const)('%s of %s a test or an incident of class %s: %s', async (who, service, of, expected) => {
    const told = (tx: WriteTx) =>
      fact(tx, id('sent', 'personId'), town.services[service], of, 'test_result', { result: 'negative' })
    expect(await adds(who, (tx) => [own(who, told(tx))])).toBe(expected)
  })

  it('never for another service, as somebody else, about somebody unseen, or recorded under another', async () => {
    const changed = (row: Row) => adds('rosa', (tx) => noteBy(tx, 'rosa', 'held', 'leeds', 'recovery', row))
    expect(await changed({})).toBe(1)
    expect(await changed({ service_id: town.services.isis })).toBe('turned away')
    expect(await changed({ recorded_by: as('colin').staffId })).toBe('turned away')
    expect(await changed({ recorded_under: id('sent', 'personId') })).toBe('turned away')
    expect(await adds('rosa', (tx) => noteBy(tx, 'rosa', 'unseen', 'leeds', 'recovery'))).toBe('turned away')
    expect(await adds('isla', (tx) => noteBy(tx, 'isla', 'unseen', 'isis', 'recovery'))).toBe(1)
  })

  it('never what reaches into somebody else’s record', async () => {
    const points = (changed: Row) =>
      adds('rosa', (tx) => [
        own('rosa', fact(tx, id('held', 'personId'), town.services.leeds, 'recovery', 'triage'), changed),
      ])
    expect(await points({ amends: id('held', 'factId') })).toBe(1)
    expect(await points({ amends: id('unseen', 'factId') })).toBe('turned away')
    expect(await points({ amends: id('sent', 'factId') })).toBe('turned away')
    expect(await points({ episode_id: id('unseen', 'episodeId') })).toBe('turned away')
    expect(
      await adds('amira', (tx) =>
        noteBy(tx, 'amira', 'sent', 'bradford', 'recovery', { amends: id('sent', 'noteId') }),
      ),
    ).toBe('turned away')
  })

  it('never what is derived, and nobody’s way into a record', async () => {
    const person = id('held', 'personId')
    for (const who of ['rosa', 'amira', 'ada']) {
      expect(
        await run(
          who,
          sql`insert into involvement (person_id, ground, service_id, since) values (${person}, 'here', ${town.services.bradford}, '2026-11-01')`,
        ),
      ).toBe('turned away')
      expect(await run(who, sql`update obligation set state = 'met'`)).toBe('turned away')
      expect(await run(who, sql`delete from whereabouts`)).toBe('turned away')
      expect(
        await run(who, sql`insert into restricted_access values (${person}, ${as(who).staffId}, now())`),
      ).toBe('turned away')
      expect(
        await run(
          who,
          sql`insert into membership values (uuidv7(), ${as(who).staffId}, ${town.services.isis}, 'recovery_worker', '2026-01-01')`,
        ),
      ).toBe('turned away')
      for (const table of ['credential', 'session', 'audit_event', 'lock_out', 'restriction'])
        expect(await run(who, sql`select * from ${sql.table(table)}`), table).toBe('turned away')
    }
  })

  it('a movement only by hand, and only of one’s own prison', async () => {
    const moves = (who: string, service: ServiceName, changed: Row) =>
      adds(who, (tx) => [
        own(who, [
          'movement',
          {
            ...written(tx, id('sent', 'personId'), town.services[service]),
            source: 'hand',
            type: 'to_court',
            at: tx.now.toString(),
            day: tx.today.toString(),
            time_known: true,
            establishment_code: 'LEI',
            reason: 'court',
            reason_known: true,
            ...changed,
          },
        ]),
      ])
    expect(await moves('rosa', 'leeds', {})).toBe(1)
    expect(await moves('rosa', 'leeds', { source: 'feed' })).toBe('turned away')
    expect(await moves('rosa', 'leeds', { establishment_code: 'ISI' })).toBe('turned away')
    expect(await moves('amira', 'bradford', {})).toBe('turned away')
    expect(await moves('amira', 'bradford', { type: 'death', establishment_code: null })).toBe(1)
    expect(await moves('nadia', 'leedsHealth', {})).toBe('turned away')
  })
})

describe('changing', () => {
  it('without saying whose touches nobody but those one works with', async () => {
    const all = 4
    for (const who of ['rosa', 'amira', 'kev', 'ada']) {
      const touched = await run(who, sql`update person set family_name = 'X'`)
      expect(touched === 'turned away' || touched < all, who).toBe(true)
    }
    expect(await run('kev', sql`update person set family_name = 'X'`)).toBe(0)
    expect(await run('isla', sql`update contact set words = 'X'`)).toBe(2)
  })

  it('never another service’s rows', async () => {
    const episode = id('sent', 'episodeId')
    expect(await run('rosa', sql`update episode set substances = 'alcohol' where id = ${episode}`)).toBe(1)
    for (const who of ['amira', 'nadia', 'isla', 'kev'])
      expect(await run(who, sql`update episode set substances = 'alcohol' where id = ${episode}`), who).toBe(
        0,
      )
  })

  it.each(['person_id', 'recorded_under', 'service_id', 'class', 'recorded_by', 'recorded_at'])(
    'never %s',
    async (column) => {
      for (const table of ['episode', 'contact', 'handover', 'fact', 'note'])
        expect(await run('rosa', sql`update ${sql.table(table)} set ${sql.ref(column)} = null`), table).toBe(
          'turned away',
        )
    },
  )

  it('deletes nothing', async () => {
    for (const table of [
      'person',
      'note',
      'fact',
      'movement',
      'episode',
      'contact',
      'handover',
      'feed_message',
    ])
      expect(await run('rosa', sql`delete from ${sql.table(table)}`), table).toBe('turned away')
  })

  it('joins nobody', async () => {
    expect(
      await run(
        'rosa',
        sql`update person set merged_into = ${id('sent', 'personId')} where id = ${id('held', 'personId')}`,
      ),
    ).toBe('turned away')
    expect(
      await run('rosa', sql`select move_records(${id('held', 'personId')}, ${id('sent', 'personId')})`),
    ).toBe('turned away')
  })

  it('a hand-over is answered by whom it was sent to, and taken back by whom it came from', async () => {
    const answers = (who: string, answer: string) =>
      run(
        who,
        sql`update handover_offer set answer = ${answer}, answered_at = now(), answered_by = ${as(who).staffId} where handover_id = ${id('sent', 'handoverId')}`,
      )
    expect(await answers('amira', 'accepted')).toBe(1)
    expect(await answers('amira', 'withdrawn')).toBe('turned away')
    expect(await answers('rosa', 'accepted')).toBe('turned away')
    expect(await answers('rosa', 'withdrawn')).toBe(1)
    for (const who of ['wes', 'isla', 'kev', 'otto']) expect(await answers(who, 'accepted'), who).toBe(0)
  })

  it('a question or message of another prison stays as it is', async () => {
    const item = id('held', 'itemId')
    const decides = (who: string) =>
      run(
        who,
        sql`update work_item set closed_at = now(), closed_by = ${as(who).staffId}, decision = 'x' where id = ${item}`,
      )
    const setsAside = (who: string) =>
      run(who, sql`update feed_message set state = 'set_aside' where id = ${id('held', 'messageId')}`)
    expect(await decides('rosa')).toBe(1)
    expect(await setsAside('rosa')).toBe(1)
    for (const who of ['isla', 'amira', 'kev', 'ada']) {
      expect(await decides(who), who).toBe(0)
      expect(await setsAside(who), who).toBe(0)
    }
  })
})

describe('doors that run with more rights', () => {
  const asks = async <Value>(
    who: string,
    query: ReturnType<typeof sql<Value>>,
  ): Promise<readonly Value[] | 'turned away'> => {
    let found: readonly Value[] = []
    const touched = await attempt(who, async (tx) => {
      found = (await query.execute(tx.db)).rows
      return found.length
    })
    return touched === 'turned away' ? touched : found
  }

  it('lock and derive only whom one works with', async () => {
    const locks = (who: string, person: string) =>
      asks(who, sql`select lock_people(array[${person}]::uuid[])`)
    expect(await locks('rosa', id('held', 'personId'))).toHaveLength(1)
    for (const who of ['isla', 'amira', 'mo', 'ada', 'commy'])
      expect(await locks(who, id('held', 'personId')), who).toHaveLength(0)
    expect(
      await asks('rosa', sql`select * from engine_facts(array[${id('held', 'personId')}]::uuid[])`),
    ).toEqual([])
    expect(
      await asks(
        'rosa',
        sql`select engine_store(array[${id('held', 'personId')}]::uuid[], '[]', '[]', '[]') as changed`,
      ),
    ).toEqual([{ changed: [] }])
    for (const forbidden of ['derivable', 'engine_forget'])
      expect(
        await asks('rosa', sql`select ${sql.raw(forbidden)}(array[${id('held', 'personId')}]::uuid[])`),
        forbidden,
      ).toBe('turned away')
  })

  it('an audit event is written in one’s own name, whatever name is given', async () => {
    const event = '01900000-0000-7000-8000-00000000aaaa'
    const done = await opened().house.database.read(as('rosa'), async ({ db }) => {
      await sql`select append_audit(${event}, now(), ${as('colin').staffId}, 'administrator', '{}', 'view_person', 'done', '{}', null, null, null)`.execute(
        db,
      )
      return true
    })
    expect(done).toBe(true)
    const { default: pg } = await import('pg')
    const admin = new pg.Client({ connectionString: opened().house.located.adminUrl })
    await admin.connect()
    const rows = await admin.query('select staff_id, role from throughcare.audit_event where id = $1', [
      event,
    ])
    await admin.end()
    expect(rows.rows).toEqual([{ staff_id: as('rosa').staffId, role: 'recovery_worker' }])
  })

  it('a notice goes only to a service that works with the person, from somebody who does', async () => {
    const tells = (who: string, person: string, service: ServiceName) =>
      asks(
        who,
        sql`select give_notice(uuidv7(), ${person}, ${town.services[service]}, 'date_moved', 'x', now())`,
      )
    expect(await tells('amira', id('sent', 'personId'), 'leeds')).toHaveLength(1)
    expect(await tells('amira', id('held', 'personId'), 'leeds')).toBe('turned away')
    expect(await tells('rosa', id('held', 'personId'), 'glasgow')).toBe('turned away')
  })

  it('a job carries ids and no words', async () => {
    const enqueues = (payload: string) =>
      opened().house.database.write(as('rosa'), async (tx) => {
        await sql`select enqueue('collect', ${payload}::json)`.execute(tx.db)
        return refused('invalid', 'rolled back')
      })
    await expect(enqueues('{"words": "He said that he would"}')).rejects.toThrow('a job carries ids only')
    await expect(enqueues('{"deep": {"id": "1"}}')).rejects.toThrow('a job carries ids only')
  })

  it('connecting takes an exact number and day of birth, and a team of a registered service', async () => {
    const number = await opened().house.database.read(as('isla'), ({ db }) =>
      db
        .selectFrom('identifier')
        .select('value')
        .where('person_id', '=', id('unseen', 'personId'))
        .executeTakeFirstOrThrow(),
    )
    const finds = (who: string, birth: string) =>
      asks(who, sql<{ person_id: string }>`select * from find_holder(${number.value}, ${birth}::date)`)
    expect(await finds('amira', '1989-03-04')).toHaveLength(1)
    expect(await finds('amira', '1989-03-05')).toHaveLength(0)
    for (const who of ['kev', 'otto', 'ada', 'commy', 'mo'])
      expect(await finds(who, '1989-03-04'), who).toHaveLength(0)
  })

  it('search finds for each role just whom row security lets them see', async () => {
    for (const who of Object.keys(town.staff)) {
      const [found, seen] = await opened().house.database.read(as(who), async ({ db }) => [
        (
          await sql<{
            id: string
          }>`select person_id as id from search_people(null, null, '1989-03-04', 100) order by 1`.execute(db)
        ).rows,
        await db.selectFrom('person').select('id').orderBy('id').execute(),
      ])
      expect(found, who).toEqual(seen)
    }
  })
})
