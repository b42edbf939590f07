import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type {
  Goal,
  GoalState,
  LifeArea,
  Plan,
  PlanLanguage,
  Step,
  StepBy,
  StepState,
  Term,
} from '../model.ts'

interface StepRow {
  readonly id: string
  readonly words: string
  readonly who: StepBy
  readonly whoName: string | null
  readonly byDay: string | null
  readonly state: StepState
}

interface GoalRow {
  readonly id: string
  readonly area: LifeArea
  readonly term: Term
  readonly words: string
  readonly state: GoalState
  readonly why: string | null
  readonly openedOn: string
  readonly closedOn: string | null
  readonly steps: readonly StepRow[]
}

interface PlanRow extends Omit<Plan, 'goals' | 'language'> {
  readonly language: PlanLanguage
  readonly goals: readonly GoalRow[]
}

const dayOf = (iso: string | null): Temporal.PlainDate | null =>
  iso === null ? null : Temporal.PlainDate.from(iso)

const stepOf = (row: StepRow): Step => ({ ...row, byDay: dayOf(row.byDay) })

const goalOf = (row: GoalRow): Goal => ({
  ...row,
  openedOn: Temporal.PlainDate.from(row.openedOn),
  closedOn: dayOf(row.closedOn),
  steps: row.steps.map(stepOf),
})

/** The newest plan of somebody that this reader may see, with its goals and steps, in one query; null without one. */
export const planOf = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<Plan | null> => {
  const found = await sql<PlanRow>`
    select p.id, p.service_id as "serviceId", s.name as service, p.want, p.language, p.version, p.agreed_version as "agreedVersion",
      p.agreed_on as "agreedOn", london_day(p.recorded_at) as "begunOn",
      exists (select from involvement i where i.person_id = p.person_id and (i.until is null or i.until > today())
        and (i.classes is null or i.service_id = p.service_id)) as "mayChange",
      (select coalesce(json_agg(json_build_object('id', g.id, 'area', g.area, 'term', g.term, 'words', g.words, 'state', g.state, 'why', g.why,
          'openedOn', g.opened_on, 'closedOn', g.closed_on,
          'steps', (select coalesce(json_agg(json_build_object('id', t.id, 'words', t.words, 'who', t.who, 'whoName', t.who_name, 'byDay', t.by_day,
              'state', t.state) order by t.recorded_at, t.id), '[]') from plan_step t where t.goal_id = g.id)) order by g.recorded_at, g.id), '[]')
        from plan_goal g where g.plan_id = p.id) as goals
    from recovery_plan p join service s on s.id = p.service_id
    where p.person_id = ${personId} order by p.recorded_at desc, p.id desc limit 1`.execute(tx.db)
  const [row] = found.rows
  return row === undefined ? null : { ...row, goals: row.goals.map(goalOf) }
}
