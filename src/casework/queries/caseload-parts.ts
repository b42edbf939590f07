import { type RawBuilder, sql } from 'kysely'
import type { CaseloadFilter, CaseloadSort } from '../caseload-filter.ts'
import { isForReader, isOpen, type Reader, teamServices } from './team.ts'

/** What there is to know of the person of `h`, as a lateral join, and what a row shows of it. */
interface Known {
  readonly from: RawBuilder<unknown>
  readonly columns: RawBuilder<unknown>
}

type Part = 'owed' | 'planned' | 'seen' | 'risk'

const owedOf = (reader: Reader, today: Temporal.PlainDate): Known => ({
  columns: sql`owed.*`,
  from: sql`cross join lateral (
    select count(*) filter (where d.due_on < ${today}) as overdue, count(*) filter (where d.due_on = ${today}) as due_today, count(*) as owed,
      min(d.due_on) as first_due, (array_agg(d.standard order by d.due_on, d.standard))[1] as first_owed
    from (select distinct on (o.standard, o.subject_id) o.standard, o.due_on from obligation o
      where o.person_id = h.person_id and o.service_id = any (${teamServices(reader)}) and ${isOpen(today)} and ${isForReader(reader)}
      order by o.standard, o.subject_id, o.due_on) d) owed`,
})

const plannedWith = ({ services }: Reader, today: Temporal.PlainDate): Known => ({
  columns: sql`planned.day as next_day, planned.starts_at as next_at`,
  from: sql`left join lateral (select c.day, c.starts_at from contact c where c.person_id = h.person_id and c.day >= ${today}
    and c.outcome = 'planned' and c.service_id = any (${services}::uuid[]) order by c.day, c.starts_at limit 1) planned on true`,
})

const seenBy = ({ services }: Reader, today: Temporal.PlainDate): Known => ({
  columns: sql`seen.day as seen_on`,
  from: sql`left join lateral (select c.day from contact c where c.person_id = h.person_id and c.day <= ${today}
    and c.outcome in ('kept', 'late') and c.service_id = any (${services}::uuid[]) order by c.day desc limit 1) seen on true`,
})

/** Flags that are up, and the levels of the risk plan that stands: a high risk weighs as much as an open ACCT. */
const risk: Known = {
  columns: sql`up.flags, up.danger, plan.risks, plan.weight`,
  from: sql`cross join lateral (select coalesce(json_agg(json_build_object('kind', f.kind) order by f.kind), '[]') as flags,
      count(*) filter (where f.kind in ('acct_open', 'overdose_risk')) * 10 + count(*) as danger
      from safety_flag f where f.person_id = h.person_id and f.ended_at is null) up
    left join lateral (
      select coalesce(json_object_agg(r.name, r.level) filter (where r.name is not null), '{}') as risks,
        coalesce(sum(case r.level when 'high' then 10 else 1 end), 0) as weight
      from (select f.answers from fact f where f.person_id = h.person_id and f.kind = 'risk_plan_agreed'
          and not exists (select from fact later where later.amends = f.id) order by f.day desc, f.at desc, f.id desc limit 1) newest
        left join lateral (select replace(e.key, '_level', '') as name, e.value as level from jsonb_each_text(newest.answers) e
          where e.key like '%\\_level' and e.value in ('high', 'medium')) r on true
      having count(newest.answers) > 0) plan on true`,
}

/** What has to be known of everybody to choose and order those of one page. */
const asked: Readonly<Partial<Record<CaseloadSort | CaseloadFilter['show'], readonly Part[]>>> = {
  owed: ['owed'],
  overdue: ['owed'],
  next: ['planned'],
  no_contact: ['planned'],
  seen: ['seen'],
  not_seen: ['seen'],
  risk: ['risk', 'owed'],
}

/** What is asked of everybody before a page is chosen, and what of those on the page alone. */
export const partsOf = (
  reader: Reader,
  today: Temporal.PlainDate,
  { sort, show }: CaseloadFilter,
): { readonly ofAll: readonly Known[]; readonly ofPage: readonly Known[] } => {
  const parts: readonly (readonly [Part, Known])[] = [
    ['owed', owedOf(reader, today)],
    ['planned', plannedWith(reader, today)],
    ['seen', seenBy(reader, today)],
    ['risk', risk],
  ]
  const first = new Set([...(asked[sort] ?? []), ...(asked[show] ?? [])])
  return {
    ofAll: parts.flatMap(([part, known]) => (first.has(part) ? [known] : [])),
    ofPage: parts.flatMap(([part, known]) => (first.has(part) ? [] : [known])),
  }
}

export const columnsOf = (parts: readonly Known[]): RawBuilder<unknown> =>
  parts.length === 0 ? sql`` : sql`, ${sql.join(parts.map(({ columns }) => columns))}`

export const joinsOf = (parts: readonly Known[]): RawBuilder<unknown> =>
  sql.join(
    parts.map(({ from }) => from),
    sql` `,
  )
