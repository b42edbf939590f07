import type { StaffRole } from '../platform/database/schema.ts'

/** What kind of team a service is, as the directory has it. */
export type ServiceKind =
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

/** A service whose accounts the reader keeps. */
export interface KeptService {
  readonly id: string
  readonly name: string
  readonly kind: ServiceKind
  readonly setting: 'custody' | 'community'
}

/** One role of somebody in one service, from a day to a day. */
export interface Post {
  readonly id: string
  readonly serviceId: string
  readonly service: string
  readonly role: StaffRole
  readonly from: Temporal.PlainDate
  /** The last day; null while it lasts. */
  readonly to: Temporal.PlainDate | null
  /** The reader keeps accounts there, and it is not their own post. */
  readonly kept: boolean
}

/** Who keeps accounts (product.md, "Who may see what"). */
export const rolesThatKeepAccounts = ['team_leader', 'administrator'] as const

/** Somebody of the staff is away from a day until the day they are back; why is not asked. */
export interface Leave {
  readonly id: string
  readonly staff_id: string
  readonly full_name: string
  readonly from_day: Temporal.PlainDate
  /** First day back; the first day away where it was called off. */
  readonly returns_on: Temporal.PlainDate
  readonly version: number
}
