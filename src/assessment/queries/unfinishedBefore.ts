import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { storedAnswers } from '../answers.ts'
import { wholeOf } from '../comprehensive-view.ts'
import type { Answers } from '../model.ts'

/** An assessment that was begun before this stay, or long ago, and never completed. */
export interface Unfinished {
  readonly id: string
  /** The day on which it was gone on with last. */
  readonly day: Temporal.PlainDate
  readonly by: string | null
  readonly service: string | null
  readonly parts: number
  readonly answers: Answers
}

interface Row {
  readonly id: string
  readonly section: string
  readonly answers: unknown
  readonly day: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly by: string | null
  readonly service: string | null
}

const unfinished = (id: string, rows: readonly Row[]): Unfinished | null => {
  const newest = rows.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))[0]
  if (newest === undefined) return null
  const saved = rows.map(
    ({ section, answers, at, by }) =>
      [section, { answers: storedAnswers.parse(answers), savedAt: at, by, version: 1 }] as const,
  )
  const { day, by, service } = newest
  return { id, day, by, service, parts: rows.length, answers: wholeOf(new Map(saved)) }
}

/** What was begun before `now` (the day since which answers are of this stay) and not completed, the newest first, at most three. */
export const unfinishedBefore = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  now: Temporal.PlainDate,
): Promise<readonly Unfinished[]> => {
  const found = await sql<Row>`
    with begun as (
      select s.assessment_id, max(s.recorded_at) as last from assessment_section s
      where s.person_id = ${personId} and not exists (select from fact f where f.person_id = s.person_id
        and f.kind = 'assessment_completed' and f.reading ->> 'assessmentId' = s.assessment_id::text)
      group by s.assessment_id having london_day(max(s.recorded_at)) < ${now} order by 2 desc limit 3)
    select distinct on (b.last, s.assessment_id, s.section) s.assessment_id as id, s.section, s.answers,
      london_day(s.recorded_at) as day, s.recorded_at as at, t.full_name as by, v.name as service
    from begun b join assessment_section s using (assessment_id) left join staff t on t.id = s.recorded_by
      left join service v on v.id = s.service_id
    where s.person_id = ${personId}
    order by b.last desc, s.assessment_id, s.section, s.recorded_at desc, s.id desc`.execute(tx.db)
  return [...Map.groupBy(found.rows, ({ id }) => id)].flatMap(([id, rows]) => unfinished(id, rows) ?? [])
}
