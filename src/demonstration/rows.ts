import type { Insertable } from 'kysely'
import type { DB } from '../platform/database/schema.ts'
import type { WriteTx } from '../platform/database/transaction.ts'

/** Tables of the demonstration, in the order in which they can be filled. */
const tables = [
  'person',
  'identifier',
  'person_merge',
  'contact_details',
  'safety_flag',
  'feed_message',
  'movement',
  'release_date',
  'location',
  'work_item',
  'episode',
  'intervention',
  'allocation',
  'handover',
  'handover_offer',
  'handover_message',
  'contact',
  'fact',
  'note',
  'notice',
] as const

type Table = (typeof tables)[number]

/** Rows to be stored, gathered table by table. */
export type Rows = { readonly [Name in Table]: Insertable<DB[Name]>[] }

export const noRows = (): Rows => ({
  person: [],
  identifier: [],
  person_merge: [],
  contact_details: [],
  safety_flag: [],
  feed_message: [],
  movement: [],
  release_date: [],
  location: [],
  work_item: [],
  episode: [],
  intervention: [],
  allocation: [],
  handover: [],
  handover_offer: [],
  handover_message: [],
  contact: [],
  fact: [],
  note: [],
  notice: [],
})

const atOnce = 1_000

const storeTable = async <Name extends Table>(tx: WriteTx, name: Name, rows: Rows[Name]): Promise<void> => {
  for (let from = 0; from < rows.length; from += atOnce)
    await tx.db
      .insertInto(name)
      .values(rows.slice(from, from + atOnce) as Insertable<DB[Name]>[])
      .execute()
}

/** Stores everything that was gathered. */
export const storeRows = async (tx: WriteTx, rows: Rows): Promise<void> => {
  for (const name of tables) await storeTable(tx, name, rows[name])
}
