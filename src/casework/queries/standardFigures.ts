import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { FiguresPeriod } from '../figures-period.ts'

/** What became of things that were due in a period, by standard; the four add up to `due`. */
export interface StandardFigures {
  readonly standard: string
  readonly due: number
  readonly in_time: number
  readonly late: number
  readonly overdue: number
  readonly missed: number
}

export const outcomes = ['in_time', 'late', 'overdue', 'missed'] as const
export type FigureOutcome = (typeof outcomes)[number]

/** Of the alias `o`: what became of it. What could not be done late and was not done is missed; what still can be is overdue. */
const became = (today: Temporal.PlainDate): Readonly<Record<FigureOutcome, RawBuilder<boolean>>> => ({
  in_time: sql`(o.state = 'met' and o.closed_on <= o.due_on)`,
  late: sql`(o.state = 'met' and o.closed_on > o.due_on)`,
  overdue: sql`(o.state = 'owed' and (o.lapses_on is null or o.lapses_on >= ${today}))`,
  missed: sql`(o.state = 'owed' and o.lapses_on < ${today})`,
})

/** Waived, and no longer applicable, counts nowhere. */
const dueIn = (services: readonly string[], { from, to }: FiguresPeriod): RawBuilder<boolean> =>
  sql`o.service_id = any (${services}::uuid[]) and o.due_on between ${from} and ${to} and o.state in ('met', 'owed')`

/** How these services met each standard over a period, as far as the reader may know, the least well met first. */
export const standardFigures = async (
  tx: ReadTx,
  services: readonly string[],
  period: FiguresPeriod,
): Promise<readonly StandardFigures[]> => {
  const is = became(tx.today)
  const found = await sql<StandardFigures>`
    select o.standard, count(*) as due, count(*) filter (where ${is.in_time}) as in_time, count(*) filter (where ${is.late}) as late,
      count(*) filter (where ${is.overdue}) as overdue, count(*) filter (where ${is.missed}) as missed
    from obligation o where ${dueIn(services, period)} group by o.standard
    order by count(*) filter (where not ${is.in_time}) desc, o.standard limit 80`.execute(tx.db)
  return found.rows
}

/** One thing that was due, and whose. */
export interface FigureRow {
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly due_on: Temporal.PlainDate
  readonly closed_on: Temporal.PlainDate | null
  readonly total: number
}

/** The people behind one figure, the longest due first, 50 a page. */
export const peopleOfFigure = async (
  tx: ReadTx,
  services: readonly string[],
  period: FiguresPeriod,
  figure: { readonly standard: string; readonly outcome: FigureOutcome; readonly page: number },
): Promise<readonly FigureRow[]> => {
  const found = await sql<FigureRow>`
    with page as (
      select o.person_id, o.key, o.due_on, o.closed_on, count(*) over () as total from obligation o
      where ${dueIn(services, period)} and o.standard = ${figure.standard} and ${became(tx.today)[figure.outcome]}
      order by o.due_on, o.person_id, o.key limit 50 offset ${(figure.page - 1) * 50})
    select page.*, p.given_name, p.family_name, p.known_as from page join person p on p.id = page.person_id
    order by page.due_on, page.person_id, page.key`.execute(tx.db)
  return found.rows
}
