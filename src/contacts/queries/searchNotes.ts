import { sql } from 'kysely'
import type { RecordClass } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** Where words were found: a note, or the words of a contact that stands in a hand-over. */
export interface FoundWords {
  readonly kind: 'note' | 'contact'
  readonly id: string
  readonly day: Temporal.PlainDate
  readonly class: RecordClass
  readonly by: string | null
  /** Some of the words, what was searched for between these marks. */
  readonly excerpt: string
}

/** What stands around a word that was found; nobody can type them, and no font shows them. */
export const marks = { start: '\u{E000}', end: '\u{E001}' } as const

const most = 50
const shown = `StartSel=${marks.start}, StopSel=${marks.end}, MaxWords=40, MinWords=15, MaxFragments=2`

/** Finds words in somebody's notes, the newest first, as far as this reader may see them. */
export const searchNotes = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  words: string,
): Promise<readonly FoundWords[]> => {
  const found = await sql<FoundWords>`
    with asked as (select websearch_to_tsquery('english', ${words}) as query), found as (
      select 'note' as kind, n.id, n.day, n.class, n.recorded_by as staff_id, n.words from search_notes(${personId}, ${words}, ${most}) f
        join note n on n.id = f.note_id
      union all
      select 'contact', c.id, c.day, c.class, coalesce(c.staff_id, c.recorded_by), c.words from contact c, asked
        where c.person_id = ${personId} and c.words is not null and to_tsvector('english', c.words) @@ asked.query)
    select f.kind, f.id, f.day, f.class, t.full_name as by, ts_headline('english', f.words, asked.query, ${shown}) as excerpt
    from found f cross join asked left join staff t on t.id = f.staff_id
    order by f.day desc, f.id desc limit ${sql.lit(most)}`.execute(tx.db)
  return found.rows
}
