import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/auth/actor.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { coversToday, coverTables } from './covering.ts'

/** Whose work a list is about: for the queries behind Today. */
export interface Reader {
  readonly staffId: string
  readonly role: StaffRole
  readonly services: readonly string[]
  /** Codes of the prisons where their services work. */
  readonly prisons: readonly string[]
}

export const readerOf = ({ staffId, role, services }: Actor): Reader => ({
  staffId,
  role,
  services: services.map(({ id }) => id),
  prisons: services.flatMap(({ establishment }) => (establishment === null ? [] : [establishment])),
})

/** The reader's services, and the recovery teams of their prisons: those owe what other teams there do, too. */
export const teamServices = ({ services, prisons }: Reader): RawBuilder<readonly string[]> => sql`array(
  select s.id from service s where s.id = any (${services}::uuid[])
    or (s.kind = 'recovery' and s.establishment_code = any (${prisons}::text[])))`

/** What is owed now, of the alias `o`: still to be done, and its time has come. */
export const isOpen = (today: Temporal.PlainDate): RawBuilder<boolean> => sql`(o.state = 'owed'
  and o.opens_on <= ${today} and (o.lapses_on is null or o.lapses_on >= ${today}))`

/** Of the alias `o`: another team of the prison reads only what its own role owes. */
export const isForReader = ({ role, services }: Reader): RawBuilder<boolean> =>
  role === 'clinical'
    ? sql`(o.owner_role = 'clinical' or o.service_id = any (${services}::uuid[]))`
    : sql`true`

/** People whom the reader covers for today, each with the role that they stand in for. */
const coveredBy = (
  staffId: string,
): RawBuilder<unknown> => sql`(select c.person_id, a.as_role from ${coverTables}
  where c.staff_id = ${staffId} and ${coversToday})`

/**
 * Of the alias `o`: the reader's own role owes it, and they or nobody of their services are named for the person in that
 * role; or they cover today for whoever is.
 */
export const isMine = ({
  staffId,
  role,
  services,
}: Reader): RawBuilder<boolean> => sql`((o.owner_role = ${role}
  and coalesce((select bool_or(a.staff_id = ${staffId}) from allocation a
    where a.person_id = o.person_id and a.to_day is null and a.as_role = o.owner_role and a.service_id = any (${services}::uuid[])), true))
  or (o.person_id, o.owner_role) in ${coveredBy(staffId)})`

/** Who of `people` (an array) has workers of the reader's services named in the reader's role, and whether the reader is one. To be joined as `named`. */
export const namedByTeam = (
  { staffId, role, services }: Reader,
  people: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select a.person_id, bool_or(a.staff_id = ${staffId}) as by_reader from allocation a
  where a.person_id = any (${people}) and a.to_day is null and a.as_role = ${role} and a.service_id = any (${services}::uuid[])
  group by a.person_id`

/** The same as `isMine`, where `named` is joined: one look at the workers of each person instead of each obligation. */
export const isNamedFor = ({ staffId, role }: Reader): RawBuilder<boolean> => sql`((o.owner_role = ${role}
  and coalesce(named.by_reader, true)) or (o.person_id, o.owner_role) in ${coveredBy(staffId)})`

/** Of the alias `o`: owed by the role in which a worker of these services is named for the person. */
export const isOfWorker = (
  worker: string,
  services: readonly string[],
): RawBuilder<boolean> => sql`((o.person_id, o.owner_role) in (
  select a.person_id, a.as_role from allocation a
  where a.staff_id = ${worker} and a.to_day is null and a.service_id = any (${services}::uuid[])))`

/** For whom the reader covers with the person of `person`, a column; null where they do not. */
export const coveringFor = (
  { staffId }: Reader,
  person: RawBuilder<unknown>,
): RawBuilder<string | null> => sql`(
  select s.full_name from ${coverTables} join staff s on s.id = a.staff_id
  where c.staff_id = ${staffId} and c.person_id = ${person} and ${coversToday} limit 1)`
