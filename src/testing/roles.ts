import type { StaffRole } from '../platform/database/schema.ts'

/** Who writes tests down. */
export const testWriters: readonly StaffRole[] = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'clinical',
  'community_worker',
]

/** Who reads any test or incident of somebody they work with; which of them, their classes say. */
export const testReaders: readonly StaffRole[] = [
  ...testWriters,
  'key_worker',
  'key_work_champion',
  'offender_manager',
  'probation',
  'court_team',
]
