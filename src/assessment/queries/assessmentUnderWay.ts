import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { storedAnswers } from '../answers.ts'
import type { SavedSection } from '../comprehensive-view.ts'

/** An assessment that somebody began and nobody has completed. */
export interface UnderWay {
  readonly id: string
  readonly sections: ReadonlyMap<string, SavedSection>
}

interface Row {
  readonly assessment_id: string
  readonly section: string
  readonly answers: unknown
  readonly recorded_at: Temporal.Instant
  readonly by: string | null
  readonly times: number
}

/**
 * The assessment of a person that is under way in one setting, saved since `since`, with each section as it stands: any
 * worker of the setting goes on with it. Null where there is none.
 */
export const assessmentUnderWay = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  { setting, since }: { readonly setting: string; readonly since: Temporal.PlainDate },
): Promise<UnderWay | null> => {
  const found = await sql<Row>`
    with newest as (
      select s.assessment_id from assessment_section s join service v on v.id = s.service_id and v.setting = ${setting}
      where s.person_id = ${personId} and london_day(s.recorded_at) >= ${since}
        and not exists (select from fact f where f.person_id = s.person_id and f.kind = 'assessment_completed'
          and f.reading ->> 'assessmentId' = s.assessment_id::text)
      order by s.recorded_at desc limit 1)
    select distinct on (s.section) s.assessment_id, s.section, s.answers, s.recorded_at, t.full_name as by,
      count(*) over (partition by s.section) as times
    from assessment_section s join newest using (assessment_id) left join staff t on t.id = s.recorded_by
    where s.person_id = ${personId}
    order by s.section, s.recorded_at desc, s.id desc`.execute(tx.db)
  const [first] = found.rows
  if (first === undefined) return null
  return {
    id: first.assessment_id,
    sections: new Map(
      found.rows.map((row) => [
        row.section,
        {
          answers: storedAnswers.parse(row.answers),
          savedAt: row.recorded_at,
          by: row.by,
          version: Number(row.times),
        },
      ]),
    ),
  }
}
