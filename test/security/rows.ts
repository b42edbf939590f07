import { sql } from 'kysely'
import type { House } from '../../src/compose.ts'
import type { ActingAs, ReadTx, WriteTx } from '../../src/platform/database/transaction.ts'
import { ok } from '../../src/platform/result.ts'

export type Row = Readonly<Record<string, unknown>>

/** Adds a row as it is given; columns that are not named get their defaults. */
export const insertRow = async (tx: Pick<WriteTx, 'db'>, table: string, row: Row): Promise<void> => {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::json)`.execute(
    tx.db,
  )
}

/** A sending rests on a basis in the register: for those given without one, the consent that they speak of. */
const agreedFor = (
  tx: WriteTx,
  given: readonly (readonly [string, Row])[],
): readonly (readonly [string, Row])[] =>
  given.some(([table]) => table === 'sharing_basis')
    ? []
    : given
        .filter(([table]) => table === 'handover_offer')
        .map(([, { person_id, recorded_under, service_id, to_service_id, basis, parts, sent_at }]) => [
          'sharing_basis',
          {
            id: tx.ids.next(),
            person_id,
            recorded_under,
            service_id,
            to_service_id,
            basis,
            parts: (Array.isArray(parts) ? parts : []).filter((part) =>
              ['recovery', 'clinical'].includes(part),
            ),
            purpose: 'treatment',
            state: 'given',
            how: 'spoken',
            words: 'Agreed',
            day: tx.today.toString(),
            recorded_at: sent_at,
          },
        ])

/** Rows of people, as the intake puts them, with everybody named derived at the end. */
export const record = async (
  house: House,
  people: readonly string[],
  rows: (tx: WriteTx) => readonly (readonly [string, Row])[],
): Promise<void> => {
  const done = await house.database.intake(async (tx) => {
    const known = new Set(people)
    const given = rows(tx)
    for (const [table, row] of given) if (table === 'person') await insertRow(tx, table, row)
    const locked = await tx.lock(...known)
    if (!locked.ok) return locked
    for (const [table, row] of [...given, ...agreedFor(tx, given)])
      if (table !== 'person') await insertRow(tx, table, row)
    return ok(undefined)
  })
  if (!done.ok) throw new Error(done.refusal.message)
}

/** Every table about a person, and what tells its rows apart beside their class. */
const labels: Readonly<Record<string, string>> = {
  person: `'person'`,
  identifier: `'identifier'`,
  whereabouts: `'whereabouts'`,
  treatment_need: `'treatment_need'`,
  location: `'location'`,
  contact_details: `'contact_details'`,
  safety_flag: `'safety_flag'`,
  movement: `'movement'`,
  release_date: `'release_date'`,
  episode: `'episode'`,
  intervention: `'intervention'`,
  allocation: `'allocation'`,
  contact: `'contact ' || class`,
  contact_change: `'contact_change ' || class`,
  note: `'note ' || class`,
  fact: `'fact ' || kind || case when kind = 'test_result' then ' ' || class else '' end`,
  sharing_basis: `'sharing_basis'`,
  agreed_summary: `'agreed_summary'`,
  involvement_request: `'involvement_request'`,
  assessment_section: `'assessment_section'`,
  recovery_plan: `'recovery_plan'`,
  plan_goal: `'plan_goal'`,
  plan_step: `'plan_step'`,
  handover: `'handover'`,
  handover_draft: `'handover_draft'`,
  handover_offer: `'handover_offer'`,
  handover_message: `'handover_message'`,
  obligation: `'obligation ' || standard`,
  notice: `'notice'`,
  feed_message: `'feed_message'`,
  work_item: `'work_item'`,
}

const everything = Object.entries(labels)
  .map(
    ([table, label]) =>
      `select ${label} as label from ${table} where ${table === 'person' ? 'id' : 'person_id'} = $person`,
  )
  .join(' union ')

/** What somebody sees of a person: the label of every row, each once, in order. */
export const seen = async (tx: ReadTx, person: string): Promise<readonly string[]> => {
  const [before = '', ...rest] = everything.split('$person')
  const query = rest.reduce((built, part) => sql`${built}${person}::uuid${sql.raw(part)}`, sql.raw(before))
  const found = await sql<{ label: string }>`${query} order by 1`.execute(tx.db)
  return found.rows.map(({ label }) => label)
}

export const seenBy = (house: House, as: ActingAs, person: string): Promise<readonly string[]> =>
  house.database.read(as, (tx) => seen(tx, person))
