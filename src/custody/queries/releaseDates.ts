import { sql } from 'kysely'
import type { Nation } from '../../directory/index.ts'
import { isRecallCode } from '../../directory/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ReleaseDateEntry } from '../release-date-list.ts'
import { type ReleaseDateType, releaseDateTypes } from '../release-date-types.ts'
import type { ReleaseDateContext } from '../release-dates.ts'

/** A release date as it was recorded, and by whom. */
export interface RecordedDate extends ReleaseDateEntry {
  readonly id: string
  readonly by: string | null
  readonly service: string | null
}

/** Everything said of when somebody leaves, and what the working date depends on beside it. */
export interface ReleaseDates {
  readonly entries: readonly RecordedDate[]
  readonly context: ReleaseDateContext
}

interface Row {
  readonly id: string
  readonly type: string
  readonly date: Temporal.PlainDate | null
  readonly source: string
  readonly recorded_at: Temporal.Instant
  readonly by: string | null
  readonly service: string | null
}

interface ContextRow {
  readonly admitted_on: Temporal.PlainDate | null
  readonly nation: Nation | null
  readonly reason_code: string | null
}

const isKnownType = (type: string): type is ReleaseDateType => Object.hasOwn(releaseDateTypes, type)

/** The release dates of one person, at most 500, and the stay that they are for. */
export const releaseDatesOf = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<ReleaseDates> => {
  const dates = await sql<Row>`
    select d.id, d.type, d.date, d.source, d.recorded_at, t.full_name as by, s.name as service
    from release_date d left join staff t on t.id = d.recorded_by left join service s on s.id = d.service_id
    where d.person_id = ${personId} order by d.recorded_at desc, d.id desc limit 500`.execute(tx.db)
  const stay = await sql<ContextRow>`
    select w.admitted_on, e.nation, (
      select m.reason_code from movement m where m.person_id = w.person_id and m.type = 'admission' and m.day = w.admitted_on and not m.set_aside
      order by m.at desc limit 1) as reason_code
    from whereabouts w left join establishment e on e.code = w.establishment_code
    where w.person_id = ${personId}`.execute(tx.db)
  const context = stay.rows[0]
  return {
    entries: dates.rows.flatMap(({ type, recorded_at, ...row }) =>
      isKnownType(type) ? [{ ...row, type, recordedAt: recorded_at }] : [],
    ),
    context: {
      since: context?.admitted_on ?? null,
      recalled: isRecallCode(context?.reason_code ?? null),
      nation: context?.nation ?? 'england',
    },
  }
}
