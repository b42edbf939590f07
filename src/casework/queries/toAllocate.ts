import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ComplexitySigns } from '../complexity.ts'

/** Somebody to be given a worker, with what speaks for which one and for how much work they are. */
export interface ToAllocate {
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly service_id: string
  /** Without a worker since, and due; null for somebody who has one. */
  readonly opens_on: Temporal.PlainDate | null
  readonly due_on: Temporal.PlainDate | null
  /** Their worker now, and when given back, why. */
  readonly staff_id: string | null
  readonly signs: ComplexitySigns
  /** Recorded last in this service. */
  readonly level: number | null
  /** Workers of before in this service, each with their last day; days are ISO text. */
  readonly earlier: readonly {
    readonly staff_id: string
    readonly until: string
    readonly handed_back: boolean
    readonly why: string | null
  }[]
  readonly total: number
}

/** Owed a worker; in the community, where no standard says so, whose episode is open and who has nobody. */
const withoutWorker = (services: readonly string[], today: Temporal.PlainDate): RawBuilder<unknown> => sql`
  select o.person_id, o.service_id, min(o.opens_on) as opens_on, min(o.due_on) as due_on, null::uuid as staff_id from obligation o
  where o.service_id = any (${services}::uuid[]) and o.standard = 'allocated_worker' and o.state = 'owed' and o.opens_on <= ${today}
  group by 1, 2
  union all
  select e.person_id, e.service_id, min(e.referral_date), null::date, null::uuid from episode e
  where e.service_id = any (${services}::uuid[]) and e.setting = 'community' and e.end_date is null and e.person_id is not null
    and not exists (select from allocation a where a.person_id = e.person_id and a.service_id = e.service_id and a.to_day is null)
  group by 1, 2`

const ofWorker = (services: readonly string[], staffId: string): RawBuilder<unknown> => sql`
  select a.person_id, a.service_id, null::date as opens_on, null::date as due_on, a.staff_id from allocation a
  where a.staff_id = ${staffId} and a.to_day is null and a.service_id = any (${services}::uuid[])`

const ofPeople = (serviceId: string, people: readonly string[]): RawBuilder<unknown> => sql`
  select p.id as person_id, ${serviceId}::uuid as service_id, null::date as opens_on, null::date as due_on, a.staff_id
  from person p left join lateral (select a.staff_id from allocation a where a.person_id = p.id and a.service_id = ${serviceId} and a.to_day is null
    order by a.from_day limit 1) a on true
  where p.id = any (${people}::uuid[])`

const signs = (today: Temporal.PlainDate): RawBuilder<unknown> => sql`json_build_object(
  'acctOpen', exists (select from safety_flag f where f.person_id = w.person_id and f.ended_at is null and f.kind = 'acct_open'),
  'overdoseRisk', exists (select from safety_flag f where f.person_id = w.person_id and f.ended_at is null and f.kind = 'overdose_risk'),
  'seeWithAnother', exists (select from safety_flag f where f.person_id = w.person_id and f.ended_at is null and f.kind = 'see_with_another'),
  'detoxification', exists (select from intervention v where v.person_id = w.person_id and v.ended_on is null and v.kind = 'detoxification'),
  'opioidSubstitution', exists (select from intervention v where v.person_id = w.person_id and v.ended_on is null and v.kind = 'opioid_substitution'),
  'interpreter', p.interpreter is not null,
  'leavesSoon', coalesce((select h.working_release_date between ${today} and ${today.add({ days: 28 })} from whereabouts h where h.person_id = w.person_id), false))`

const told = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  wanted: RawBuilder<unknown>,
  page: number,
): Promise<readonly ToAllocate[]> => {
  const found = await sql<ToAllocate>`
    with wanted as (${wanted}),
    page as (select *, count(*) over () as total from wanted order by due_on nulls last, opens_on, person_id limit 50 offset ${(page - 1) * 50})
    select w.*, p.given_name, p.family_name, p.known_as, ${signs(tx.today)} as signs,
      (select x.level from complexity x where x.person_id = w.person_id and x.service_id = w.service_id order by x.recorded_at desc, x.id desc limit 1) as level,
      coalesce((select json_agg(json_build_object('staff_id', b.staff_id, 'until', b.to_day, 'handed_back', b.handed_back, 'why', b.ended_why) order by b.to_day desc)
        from (select distinct on (a.staff_id) a.staff_id, a.to_day, a.handed_back, a.ended_why from allocation a
          where a.person_id = w.person_id and a.service_id = w.service_id and a.to_day is not null
          order by a.staff_id, a.to_day desc, a.recorded_at desc) b), '[]') as earlier
    from page w join person p on p.id = w.person_id
    order by w.due_on nulls last, w.opens_on, w.person_id`.execute(tx.db)
  return found.rows
}

/** Who waits for a worker of these services to be named, the longest due first, 50 a page. */
export const unallocated = (
  tx: Pick<ReadTx, 'db' | 'today'>,
  services: readonly string[],
  page: number,
): Promise<readonly ToAllocate[]> => told(tx, withoutWorker(services, tx.today), page)

/** A worker's people, 50 a page. */
export const peopleOfWorker = (
  tx: Pick<ReadTx, 'db' | 'today'>,
  services: readonly string[],
  staffId: string,
  page: number,
): Promise<readonly ToAllocate[]> => told(tx, ofWorker(services, staffId), page)

/** These people, at most fifty, as a service would allocate them. */
export const peopleToAllocate = (
  tx: Pick<ReadTx, 'db' | 'today'>,
  serviceId: string,
  people: readonly string[],
): Promise<readonly ToAllocate[]> => told(tx, ofPeople(serviceId, people), 1)
