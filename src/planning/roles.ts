import type { StaffRole } from '../platform/database/schema.ts'

/** Who writes recovery plans of their people. */
export const planWriters: readonly StaffRole[] = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'community_worker',
]

/** Who reads them (product.md: recovery notes, assessment, plan, risk). */
export const planReaders: readonly StaffRole[] = [...planWriters, 'clinical']
