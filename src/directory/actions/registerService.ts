import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { Nation } from '../model.ts'

/** A team that people sign in to. */
export interface NewService {
  readonly organisation: string
  readonly code: string
  readonly name: string
  readonly setting: 'custody' | 'community'
  readonly kind:
    | 'recovery'
    | 'clinical'
    | 'key_work'
    | 'offender_management'
    | 'probation'
    | 'court'
    | 'groups'
    | 'strategy'
    | 'commissioning'
    | 'administration'
  readonly establishment?: string
  readonly nation: Nation
  readonly town?: string
  readonly area?: string
  readonly phone?: string
  readonly outOfHoursPhone?: string
  /** ISO weekdays, Monday is 1. */
  readonly openWeekdays?: readonly number[]
  /** Days from referral to first appointment, as the service says. */
  readonly waitingDays?: number
  /** The day it began to work with Throughcare; before it, nothing is owed. Left out: it always has. */
  readonly liveFrom?: Temporal.PlainDate
}

const organisationId = async (tx: WriteTx, name: string): Promise<string> => {
  const found = await tx.db
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  if (found !== undefined) return found.id
  const id = tx.ids.next()
  await tx.db.insertInto('organisation').values({ id, name, created_at: tx.now }).execute()
  return id
}

/** Adds a service and, where it is new, the organisation that runs it; answers with the service's id. */
export const registerService = async (tx: WriteTx, service: NewService): Promise<Result<string>> => {
  const id = tx.ids.next()
  await tx.db
    .insertInto('service')
    .values({
      id,
      organisation_id: await organisationId(tx, service.organisation),
      code: service.code,
      name: service.name,
      setting: service.setting,
      kind: service.kind,
      establishment_code: service.establishment ?? null,
      nation: service.nation,
      town: service.town ?? null,
      area: service.area ?? null,
      phone: service.phone ?? null,
      out_of_hours_phone: service.outOfHoursPhone ?? null,
      open_weekdays: [...(service.openWeekdays ?? [1, 2, 3, 4, 5])],
      waiting_days: service.waitingDays ?? null,
      live_from: service.liveFrom ?? null,
      created_at: tx.now,
    })
    .execute()
  return ok(id)
}
