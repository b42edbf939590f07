import type { StaffRole } from '../platform/database/schema.ts'

/** Who writes risk plans of their people. */
export const riskWriters: readonly StaffRole[] = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'community_worker',
]

/** Who reads them (product.md: recovery notes, assessment, plan, risk). */
export const riskReaders: readonly StaffRole[] = [...riskWriters, 'clinical']
