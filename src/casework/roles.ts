import type { StaffRole } from '../platform/database/schema.ts'

/** Who writes recovery records of their people. */
export const recoveryTeam: readonly StaffRole[] = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'community_worker',
]

/** The recovery team and clinical staff. */
export const wholeTeam: readonly StaffRole[] = [...recoveryTeam, 'clinical']

export const keyWorkers: readonly StaffRole[] = ['key_worker', 'key_work_champion']

/** Who may give back somebody whose named worker they are. */
export const givingBack: readonly StaffRole[] = [...wholeTeam, ...keyWorkers]
