import type { StaffRole } from '../platform/database/schema.ts'

/** Who writes incidents down. */
export const incidentWriters: readonly StaffRole[] = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'clinical',
  'community_worker',
]
