import type { Insertable } from 'kysely'
import type { DB } from '../platform/database/schema.ts'
import { dayAt, momentAt, type Stage } from './scene.ts'
import type { StaffName } from './staff.ts'

type Allocation = Insertable<DB['allocation']>

const isLasting = ({ to_day }: Allocation): boolean => to_day === null || to_day === undefined

/** Who works with whom at Leeds now, as told so far. */
const lastingAtLeeds = (stage: Stage, staff: StaffName): readonly Allocation[] =>
  stage.rows.allocation.filter(
    (row) =>
      row.service_id === stage.world.services.leeds &&
      row.staff_id === stage.world.staff[staff] &&
      isLasting(row),
  )

const weigh = (stage: Stage, row: Allocation, level: 2 | 3): void => {
  stage.rows.complexity.push({
    id: stage.ids.next(),
    person_id: row.person_id,
    recorded_under: row.recorded_under,
    service_id: row.service_id,
    allocation_id: row.id,
    level,
    why: level === 2 ? 'opioid substitution' : 'overdose risk, leaves within 28 days',
    suggested: level,
    recorded_by: stage.world.staff['demo.tessa'],
    recorded_at: momentAt(stage, -5),
  })
}

const limit = (stage: Stage, staff: StaffName, places: number): void => {
  stage.rows.worker_limit.push({
    id: stage.ids.next(),
    staff_id: stage.world.staff[staff],
    service_id: stage.world.services.leeds,
    places,
    set_by: stage.world.staff['demo.tessa'],
    set_at: momentAt(stage, -60),
  })
}

const away = (stage: Stage, staff: StaffName, from: number, returns: number): string => {
  const id = stage.ids.next()
  stage.rows.staff_leave.push({
    id,
    staff_id: stage.world.staff[staff],
    from_day: dayAt(stage, from),
    returns_on: dayAt(stage, returns),
    recorded_by: stage.world.staff['demo.tessa'],
    recorded_at: momentAt(stage, Math.min(from, 0) - 3),
  })
  return id
}

const cover = (stage: Stage, leaveId: string, row: Allocation, by: StaffName): void => {
  stage.rows.cover.push({
    id: stage.ids.next(),
    person_id: row.person_id,
    recorded_under: row.recorded_under,
    service_id: row.service_id,
    leave_id: leaveId,
    allocation_id: row.id,
    staff_id: stage.world.staff[by],
    as_role: 'recovery_worker',
    from_day: dayAt(stage, -3),
    recorded_by: stage.world.staff['demo.tessa'],
    recorded_at: momentAt(stage, -3),
  })
}

/** Each of a worker's people takes one place, every third two, every seventh three; answers with the places. */
const placesOf = (stage: Stage, staff: StaffName): number =>
  lastingAtLeeds(stage, staff).reduce((places, row, nth) => {
    const level = nth % 7 === 6 ? 3 : nth % 3 === 2 ? 2 : 1
    if (level !== 1) weigh(stage, row, level)
    return places + level
  }, 0)

/** Who carries how much at Leeds: one worker past her limit, one away and covered, one who gave somebody back. */
export const carrying = (stage: Stage): void => {
  const [givenBack] = lastingAtLeeds(stage, 'leeds.hari').toReversed()
  if (givenBack !== undefined)
    Object.assign(givenBack, {
      to_day: dayAt(stage, -1),
      ended_why: 'I know his family',
      ended_by: stage.world.staff['leeds.hari'],
      handed_back: true,
    })
  limit(stage, 'demo.rosa', placesOf(stage, 'demo.rosa') - 3)
  limit(stage, 'leeds.joan', placesOf(stage, 'leeds.joan') + 4)
  limit(stage, 'leeds.hari', placesOf(stage, 'leeds.hari') + 9)
  const leave = away(stage, 'leeds.joan', -2, 5)
  for (const [nth, row] of lastingAtLeeds(stage, 'leeds.joan').entries())
    cover(stage, leave, row, nth % 2 === 0 ? 'demo.rosa' : 'leeds.hari')
  away(stage, 'leeds.hari', 12, 19)
}
