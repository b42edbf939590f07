import type { StaffRole } from '../platform/database/schema.ts'

const recovery: readonly StaffRole[] = ['recovery_worker', 'coordinator', 'team_leader', 'community_worker']
const keyWork: readonly StaffRole[] = ['key_worker', 'key_work_champion']

/** The roles that may stand in for a role: no more is seen by covering than a colleague who does the same work sees. */
export const standsInFor = (role: StaffRole): readonly StaffRole[] =>
  [recovery, keyWork].find((roles) => roles.includes(role)) ?? [role]
