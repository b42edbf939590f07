import type { StaffRole } from '../platform/database/schema.ts'

/** Who writes recovery plans of their people. */
export const planWriters: readonly StaffRole[] = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'community_worker',
]

/** Who reads them as part of the record (product.md: recovery notes, assessment, plan, risk). */
export const recordReaders: readonly StaffRole[] = [...planWriters, 'clinical']

/** Also those to whom the person agreed that a summary goes: row security shows them an agreed plan, or none. */
export const planReaders: readonly StaffRole[] = [
  ...recordReaders,
  'key_worker',
  'key_work_champion',
  'offender_manager',
  'probation',
  'court_team',
]
