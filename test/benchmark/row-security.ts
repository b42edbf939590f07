import { PostgresDialect, Kysely as Queries, sql } from 'kysely'
import pg from 'pg'
import { caseload } from '../../src/casework/queries/caseload.ts'
import type { House } from '../../src/compose.ts'
import { personHeader, searchPeople } from '../../src/people/index.ts'
import { openPool } from '../../src/platform/database/pool.ts'
import { generalPlans, keepPlans } from '../../src/platform/database/prepared.ts'
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

const rounds = 201

const middleOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Turn by turn, so that whatever else the machine does is felt by both. */
const bothOf = async (
  secured: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<Omit<Ratio, 'name'>> => {
  const times = { secured: [] as number[], bare: [] as number[] }
  for (let round = -8; round < rounds; round += 1) {
    const took = { secured: await timeOf(secured), bare: await timeOf(bare) }
    if (round < 0) continue
    times.secured.push(took.secured)
    times.bare.push(took.bare)
  }
  return { secured: middleOf(times.secured), bare: middleOf(times.bare) }
}

/** Runs `work` in a transaction that no policy holds, with the same person acting. */
const withoutSecurity = async <Value>(
  house: House,
  as: ActingAs,
  work: (tx: ReadTx) => Promise<Value>,
): Promise<Value> => {
  const pool = keepPlans(openPool(house.located.adminUrl, 1, generalPlans))
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

interface Asked {
  readonly name: string
  readonly secured: (tx: ReadTx) => Promise<unknown>
  readonly bare: (tx: ReadTx) => Promise<unknown>
}

const both = (name: string, ask: (tx: ReadTx) => Promise<unknown>): Asked => ({
  name,
  secured: ask,
  bare: ask,
})

const askedOf = ({ as, services, personId }: Scene): readonly Asked[] => {
  const reader = { staffId: as.staffId, role: 'recovery_worker', services, prisons: ['LEI'] } as const
  const filter = { show: '', sort: 'owed', wing: '', page: 1 } as const
  const wanted = { names: 'mordale', number: null, birth: null }
  return [
    both('person: identity and safety bar', (tx) => personHeader(tx, personId)),
    both('person: timeline with notes', (tx) => timeline(tx, personId, null, null)),
    both('person: in short', (tx) => inShort(tx, personId)),
    both('person: owed', (tx) => owedTo(tx, personId)),
    both('caseload of 40', (tx) => caseload(tx, reader, as.staffId, filter)),
    { name: 'name search', secured: (tx) => searchPeople(tx, wanted, null), bare: bareSearch('mordale') },
  ]
}

const wholePage = (each: readonly Ratio[]): Ratio => {
  const parts = each.filter(({ name }) => name.startsWith('person: '))
  const sum = (of: (ratio: Ratio) => number): number => parts.reduce((total, ratio) => total + of(ratio), 0)
  return { name: 'the person’s page, all of it', secured: sum((r) => r.secured), bare: sum((r) => r.bare) }
}

/** The person's page, a caseload and a search, each with row security and without. */
export const rowSecurityRatios = async (house: House, scene: Scene): Promise<readonly Ratio[]> =>
  house.database.read(scene.as, (held) =>
    withoutSecurity(house, scene.as, async (free) => {
      const each: Ratio[] = []
      for (const { name, secured, bare } of askedOf(scene))
        each.push({
          name,
          ...(await bothOf(
            () => secured(held),
            () => bare(free),
          )),
        })
      return [wholePage(each), ...each]
    }),
  )
