import { sql } from 'kysely'
import { dayOf } from '../../platform/clock.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { PrisonRegime, RegimeTime } from '../regime.ts'

interface Row {
  readonly code: string
  readonly name: string
  readonly own: boolean
  readonly id: string
  readonly weekdays: readonly number[]
  readonly starts: string
  readonly ends: string
  readonly words: string
  readonly set_by: string | null
  readonly set_at: Temporal.Instant | null
}

const timeOf = ({ id, weekdays, starts, ends, words, set_by, set_at }: Row): RegimeTime => ({
  id,
  weekdays,
  starts: Temporal.PlainTime.from(starts),
  ends: Temporal.PlainTime.from(ends),
  words,
  setBy: set_by,
  setOn: set_at === null ? null : dayOf(set_at),
})

/** The regime of these prisons, by name: their own times, else those of prisons that have said nothing. */
export const regimes = async (
  tx: Pick<ReadTx, 'db'>,
  codes: readonly string[],
): Promise<readonly PrisonRegime[]> => {
  if (codes.length === 0) return []
  const found = await sql<Row>`
    select e.code, e.name, r.establishment_code is not null as own, r.id, r.weekdays, r.starts, r.ends, r.words, t.full_name as set_by, r.set_at
    from establishment e join regime_period r on r.ended_at is null and r.establishment_code is not distinct from
        (select own.establishment_code from regime_period own where own.establishment_code = e.code and own.ended_at is null limit 1)
      left join staff t on t.id = r.set_by
    where e.code = any (${codes}::text[]) order by e.name, r.starts, r.id`.execute(tx.db)
  const byPrison = Map.groupBy(found.rows, ({ code }) => code)
  return [...byPrison].map(([code, rows]) => ({
    code,
    name: rows[0]?.name ?? code,
    own: rows[0]?.own ?? false,
    times: rows.map(timeOf),
  }))
}
