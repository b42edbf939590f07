import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { leaveWith } from '../../workforce/index.ts'
import { standsInFor } from '../cover-roles.ts'
import { type CoveredPerson, coverOf } from '../queries/coverOf.ts'
import { teamLoad, type WorkerLoad } from '../queries/teamLoad.ts'
import { shareOut } from '../recommend.ts'

export interface CoverToName {
  readonly leaveId: string
  /** The services whose people are covered. */
  readonly services: readonly string[]
  /** Who covers: people are shared out among them evenly. */
  readonly colleagues: readonly string[]
  /** True: also those who are covered already go to these colleagues, from today. */
  readonly everybody: boolean
  readonly by: string
}

/** How many are covered now, and how many nobody of those chosen may stand in for. */
export interface CoverNamed {
  readonly covered: number
  readonly left: number
}

interface Pair {
  readonly person: CoveredPerson
  readonly colleague: WorkerLoad
}

/** Each person with a colleague of their service who may stand in for that role; evenly, from what each carries now. */
const pairsOf = (people: readonly CoveredPerson[], colleagues: readonly WorkerLoad[]): readonly Pair[] => {
  const groups = Map.groupBy(people, ({ service_id, as_role }) => `${service_id}|${as_role}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const able = colleagues.filter(
      ({ service_id, role }) => service_id === first.service_id && standsInFor(first.as_role).includes(role),
    )
    return shareOut(
      group,
      able.map(({ staff_id }) => ({ staff_id, places: 0 })),
    ).flatMap(([person, id]) => {
      const colleague = able.find(({ staff_id }) => staff_id === id)
      return colleague === undefined ? [] : [{ person, colleague }]
    })
  })
}

const endEarlier = async (tx: WriteTx, people: readonly CoveredPerson[]): Promise<void> => {
  const ended = people.flatMap(({ cover_id }) => cover_id ?? [])
  if (ended.length > 0)
    await tx.db.updateTable('cover').set({ to_day: tx.today }).where('id', 'in', ended).execute()
}

const store = async (tx: WriteTx, pairs: readonly Pair[], { leaveId, by }: CoverToName): Promise<void> => {
  if (pairs.length === 0) return
  await tx.db
    .insertInto('cover')
    .values(
      pairs.map(({ person, colleague }) => ({
        id: tx.ids.next(),
        person_id: person.person_id,
        recorded_under: person.person_id,
        service_id: person.service_id,
        leave_id: leaveId,
        allocation_id: person.allocation_id,
        staff_id: colleague.staff_id,
        as_role: colleague.role,
        from_day: tx.today,
        recorded_by: by,
        recorded_at: tx.now,
      })),
    )
    .execute()
}

/**
 * Names who sees to somebody's people while they are away: shared out evenly among colleagues of the same service and
 * kind of work. It counts from the first day away, and by itself no longer on the day of return.
 */
export const nameCover = async (tx: WriteTx, cover: CoverToName): Promise<Result<CoverNamed>> => {
  const leave = await leaveWith(tx, cover.leaveId)
  if (leave === undefined) return refused('not_found', 'There is no such leave.')
  if (cover.colleagues.includes(leave.staff_id))
    return refused('invalid', `${leave.full_name} is away. Choose somebody else to cover`, 'colleagues')
  const colleagues = (await teamLoad(tx, cover.services)).filter(({ staff_id }) =>
    cover.colleagues.includes(staff_id),
  )
  const away = colleagues.find(({ away_until }) => away_until !== null)
  if (away !== undefined)
    return refused('invalid', `${away.full_name} is away too. Choose somebody else to cover`, 'colleagues')
  const people = (await coverOf(tx, leave, cover.services)).filter(
    ({ cover_id }) => cover.everybody || cover_id === null,
  )
  const pairs = pairsOf(people, colleagues)
  const locked = await tx.lock(...pairs.map(({ person }) => person.person_id))
  if (!locked.ok) return locked
  await endEarlier(
    tx,
    pairs.map(({ person }) => person),
  )
  await store(tx, pairs, cover)
  return ok({ covered: pairs.length, left: people.length - pairs.length })
}
