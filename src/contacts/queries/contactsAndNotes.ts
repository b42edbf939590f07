import { type RawBuilder, sql } from 'kysely'
import type { ContactOutcome, RecordClass } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ContactMode, ContactPurpose } from '../model.ts'

/** A note, beside its contact or by itself. */
interface NoteLine {
  readonly id: string
  readonly class: RecordClass
  readonly words: string
}

/** One line of "Contacts and notes": a contact with its notes, or a note by itself. */
export interface Line {
  readonly kind: 'contact' | 'note'
  readonly id: string
  readonly day: Temporal.PlainDate
  readonly starts_at: Temporal.Instant | null
  readonly class: RecordClass
  readonly by: string | null
  readonly service: string
  readonly may_change: boolean
  readonly purpose: ContactPurpose | null
  readonly mode: ContactMode | null
  readonly outcome: ContactOutcome | null
  readonly place: string | null
  readonly also_there: string | null
  readonly words: string | null
  readonly notes: readonly NoteLine[]
}

export const shows = ['contacts', 'notes', 'missed', 'not_said'] as const
export type Shows = (typeof shows)[number]

export interface After {
  readonly day: Temporal.PlainDate
  readonly id: string
}

/** Lines of one page. */
export const linesAPage = 50

const standing = sql`not exists (select from note later where later.amends = n.id)`

const contactColumns = sql`'contact' as kind, c.id, c.day, c.starts_at, c.class, c.staff_id, c.service_id, c.purpose, c.mode, c.outcome, c.place, c.also_there, c.words`
const noteColumns = sql`'note', n.id, n.day, null::timestamptz, n.class, n.recorded_by, n.service_id, null, null, null, null, null, n.words`

const written = (lines: RawBuilder<unknown>, services: readonly string[]): RawBuilder<Line> => sql<Line>`
  select l.kind, l.id, l.day, l.starts_at, l.class, t.full_name as by, s.name as service, l.service_id = any (${services}::uuid[]) as may_change,
    l.purpose, l.mode, l.outcome, l.place, l.also_there, l.words,
    (select coalesce(json_agg(json_build_object('id', n.id, 'class', n.class, 'words', n.words) order by n.id), '[]')
      from note n where l.kind = 'contact' and n.contact_id = l.id and ${standing}) as notes
  from (${lines}) l join service s on s.id = l.service_id left join staff t on t.id = l.staff_id`

const happened: Readonly<Record<Shows | 'everything', RawBuilder<unknown>>> = {
  everything: sql`true`,
  contacts: sql`true`,
  notes: sql`exists (select from note n where n.contact_id = c.id)`,
  missed: sql`c.outcome in ('refused', 'no_answer')`,
  not_said: sql`c.outcome = 'planned'`,
}

interface Asked {
  readonly personId: string
  readonly services: readonly string[]
  readonly show: Shows | null
  readonly after: After | null
}

/** What was, newest first: at most fifty-one lines, so that the caller knows whether there are more. */
export const contactsAndNotes = async (tx: ReadTx, asked: Asked): Promise<readonly Line[]> => {
  const { personId, after, show } = asked
  const beyond = (day: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
    after === null
      ? sql`true`
      : sql`${day} <= ${after.day}::date and (${day}, ${id}) < (${after.day}::date, ${after.id}::uuid)`
  const contacts = sql`(select ${contactColumns} from contact c
    where c.person_id = ${personId} and (c.outcome <> 'planned' or c.day < ${tx.today})
      and ${happened[show ?? 'everything']} and ${beyond(sql`c.day`, sql`c.id`)}
    order by c.day desc, c.id desc limit ${sql.lit(linesAPage + 1)})`
  const notes = sql`(select ${noteColumns} from note n
    where n.person_id = ${personId} and n.contact_id is null and ${standing} and ${beyond(sql`n.day`, sql`n.id`)}
    order by n.day desc, n.id desc limit ${sql.lit(linesAPage + 1)})`
  const alone = show === 'contacts' || show === 'missed' || show === 'not_said'
  const lines = sql`select * from (${alone ? contacts : sql`${contacts} union all ${notes}`}) one
    order by day desc, id desc limit ${sql.lit(linesAPage + 1)}`
  const found = await sql<Line>`${written(lines, asked.services)} order by l.day desc, l.id desc`.execute(
    tx.db,
  )
  return found.rows
}

/** What is still to come, the soonest first. */
export const plannedToCome = async (
  tx: ReadTx,
  personId: string,
  services: readonly string[],
): Promise<readonly Line[]> => {
  const lines = sql`select ${contactColumns} from contact c where c.person_id = ${personId} and c.outcome = 'planned'
    and c.day >= ${tx.today} order by c.day, c.starts_at limit 20`
  const found =
    await sql<Line>`${written(lines, services)} order by l.day, l.starts_at nulls last, l.id`.execute(tx.db)
  return found.rows
}
