import { PostgresDialect, Kysely as Queries, sql } from 'kysely'
import pg from 'pg'
import { caseload } from '../../src/casework/queries/caseload.ts'
import type { House } from '../../src/compose.ts'
import { personHeader, searchPeople } from '../../src/people/index.ts'
import { openPool } from '../../src/platform/database/pool.ts'
import { keepPlans } from '../../src/platform/database/prepared.ts'
import type { DB } from '../../src/platform/database/schema.ts'
import type { ActingAs, ReadTx } from '../../src/platform/database/transaction.ts'
import { inShort } from '../../src/record/queries/inShort.ts'
import { owedTo } from '../../src/record/queries/owedTo.ts'
import { timeline } from '../../src/record/queries/timeline.ts'

/** Ten notes a person, by SQL alone; answers how many there are. */
export const loadNotes = async (house: House): Promise<number> => {
  const client = new pg.Client({ connectionString: house.located.adminUrl })
  await client.connect()
  try {
    await client.query(`set search_path = throughcare, public; set session_replication_role = replica;
      insert into note (id, person_id, recorded_under, class, service_id, day, words, recorded_at)
      select md5('note' || e.id || k)::uuid, e.person_id, e.person_id, case when k % 5 = 0 then 'clinical' else 'recovery' end::record_class, e.service_id,
        e.referral_date + k * 7, 'Met on the wing. Doing well with the plan, and wants to go on.', e.referral_date::timestamptz + k * interval '7 days'
      from (select distinct on (person_id) * from episode where person_id is not null order by person_id, id) e,
        generate_series(1, (select ceil(10.0 * (select count(*) from person) / greatest(1, count(distinct person_id)))::int from episode)) k;
      set session_replication_role = origin`)
    await client.query('vacuum analyze throughcare.note')
    const counted = await client.query('select count(*)::integer as total from throughcare.note')
    return counted.rows[0].total
  } finally {
    await client.end()
  }
}

/** One query of the service: what it takes as a member of staff, and as a login that row security does not hold. */
export interface Ratio {
  readonly name: string
  readonly secured: number
  readonly bare: number
}

const rounds = 41

const medianOf = async (work: () => Promise<unknown>): Promise<number> => {
  for (let warm = 0; warm < 8; warm += 1) await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}

type Asked = readonly [name: string, ask: (tx: ReadTx) => Promise<unknown>]

/** Runs `work` in a transaction that no policy holds, with the same person acting. */
const withoutSecurity = async (
  house: House,
  as: ActingAs,
  work: (tx: ReadTx) => Promise<number[]>,
): Promise<number[]> => {
  const pool = keepPlans(openPool(house.located.adminUrl, 1))
  const db = new Queries<DB>({ dialect: new PostgresDialect({ pool }) })
  const now = house.services.clock.now()
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  try {
    return await db.transaction().execute(async (tx) => {
      await sql`select act_as(${as.staffId}::uuid, ${as.role}::staff_role, ${today.toString()}::date, ${now.toString()}::timestamptz)`.execute(
        tx,
      )
      await sql`set local role none`.execute(tx)
      return work({ db: tx, now, today })
    })
  } finally {
    await db.destroy()
  }
}

const measured =
  (asked: readonly Asked[]) =>
  async (tx: ReadTx): Promise<number[]> => {
    const times: number[] = []
    for (const [, ask] of asked) times.push(await medianOf(() => ask(tx)))
    return times
  }

/** A search by name as `search_people` does it, without the rule of who may see whom. */
const bareSearch = (words: string) => async (tx: ReadTx) =>
  sql`select p.id, public.word_similarity(plain_words(${words}), p.search_words) from person p
    where plain_words(${words}) operator(public.<%) p.search_words order by 2 desc, 1 limit 100`.execute(
    tx.db,
  )

interface Scene {
  readonly as: ActingAs
  readonly services: readonly string[]
  readonly personId: string
}

/** The person's page, a caseload and a search, each with row security and without. */
export const rowSecurityRatios = async (
  house: House,
  { as, services, personId }: Scene,
): Promise<readonly Ratio[]> => {
  const reader = { staffId: as.staffId, role: 'recovery_worker', services, prisons: ['LEI'] } as const
  const filter = { show: '', sort: 'owed', wing: '', page: 1 } as const
  const same: readonly Asked[] = [
    ['person: identity and safety bar', (tx) => personHeader(tx, personId)],
    ['person: timeline with notes', (tx) => timeline(tx, personId, null, null)],
    ['person: in short', (tx) => inShort(tx, personId)],
    ['person: owed', (tx) => owedTo(tx, personId)],
    ['caseload of 40', (tx) => caseload(tx, reader, as.staffId, filter)],
  ]
  const secured = await house.database.read(
    as,
    measured([
      ...same,
      ['search', (tx) => searchPeople(tx, { names: 'mordale', number: null, birth: null }, null)],
    ]),
  )
  const bare = await withoutSecurity(house, as, measured([...same, ['search', bareSearch('mordale')]]))
  const each = [...same.map(([name]) => name), 'name search'].map((name, index) => ({
    name,
    secured: secured[index] ?? 0,
    bare: bare[index] ?? 0,
  }))
  return [wholePage(each), ...each]
}

const wholePage = (each: readonly Ratio[]): Ratio => {
  const parts = each.filter(({ name }) => name.startsWith('person: '))
  const sum = (of: (ratio: Ratio) => number): number => parts.reduce((total, ratio) => total + of(ratio), 0)
  return { name: 'the person’s page, all of it', secured: sum((r) => r.secured), bare: sum((r) => r.bare) }
}
