import { sql } from 'kysely'
import type { Actor } from '../../platform/auth/actor.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** An exact number and date of birth, and why the asker's service should be involved (null: only looking). */
export interface ConnectRequest {
  readonly number: string
  readonly birth: Temporal.PlainDate
  readonly ask: string | null
  readonly actor: Pick<Actor, 'name' | 'services'>
}

/** That a record exists, and whom to ring. Nothing else of it. */
export interface Holder {
  readonly personId: string
  readonly team: string | null
  readonly ring: string | null
  readonly restricted: boolean
  /** A team works with them now; else whoever knows them may take up their care. */
  readonly heldNow: boolean
}

/** Most questions of one member of staff in an hour. */
export const mostAnHour = 10

interface HolderRow {
  readonly person_id: string
  readonly service_id: string | null
  readonly team: string | null
  readonly ring: string | null
  readonly restricted: boolean
  readonly held: boolean
}

/** Whether this member of staff has asked as often as anybody may within an hour. */
export const asksTooOften = async (tx: WriteTx): Promise<boolean> => {
  const asked = await sql<{ times: number }>`
    select connects_since(${tx.now.subtract({ hours: 1 })}::timestamptz) as times`.execute(tx.db)
  return (asked.rows[0]?.times ?? 0) >= mostAnHour
}

const tell = async (tx: WriteTx, { number, birth, ask, actor }: ConnectRequest): Promise<void> => {
  const [service] = actor.services
  const who = `${actor.name}, ${service?.name ?? 'another service'},`
  if (ask !== null && service !== undefined) {
    await sql`select ask_to_be_involved(${tx.ids.next()}::uuid, ${tx.ids.next()}::uuid, ${number}, ${birth}::date,
      ${service.id}::uuid, ${ask}, ${`${who} asks to be involved: ${ask}`}, ${tx.now}::timestamptz)`.execute(
      tx.db,
    )
    return
  }
  const words = `${who} asked whether a record exists, by number and date of birth.`
  await sql`select tell_holder(${tx.ids.next()}::uuid, ${number}, ${birth}::date, ${words}, ${tx.now}::timestamptz)`.execute(
    tx.db,
  )
}

/**
 * Tells a registered service that a record exists and whom to ring, and tells the holder who asked.
 * Refuses where nothing fits both the number and the date of birth, and after ten questions in an hour.
 */
export const connect = async (tx: WriteTx, request: ConnectRequest): Promise<Result<Holder>> => {
  if (await asksTooOften(tx))
    return refused(
      'invalid',
      `You have asked ${mostAnHour} times within the hour. Ask again later, or ring the prison's recovery team`,
    )
  const found = await sql<HolderRow>`
    select h.person_id, h.service_id, h.ring, h.restricted, s.name as team,
      held_now(${request.number}, ${request.birth}::date) as held
    from find_holder(${request.number}, ${request.birth}::date) h left join service s on s.id = h.service_id`.execute(
    tx.db,
  )
  const [holder] = found.rows
  if (holder === undefined)
    return refused(
      'invalid',
      'No record fits both this number and this date of birth. Check them with the person',
      'number',
    )
  await tell(tx, request)
  const { person_id: personId, ring, restricted, held } = holder
  return ok({ personId, ring, restricted, heldNow: held, team: restricted ? null : holder.team })
}
