export { passwordFault } from '../platform/password-rules.ts'

import type { StaffRole } from '../platform/database/schema.ts'
import type { KeptService, ServiceKind } from './model.ts'

const everywhere: readonly StaffRole[] = ['team_leader', 'facilitator', 'peer_mentor', 'administrator']

const ofKind: Readonly<Record<ServiceKind, readonly StaffRole[]>> = {
  recovery: ['recovery_worker', 'coordinator', 'clinical'],
  clinical: ['clinical'],
  key_work: ['key_worker', 'key_work_champion', 'offender_manager'],
  offender_management: ['offender_manager'],
  probation: ['probation'],
  court: ['court_team'],
  groups: [],
  strategy: ['strategy_lead'],
  commissioning: ['commissioner'],
  administration: ['strategy_lead', 'commissioner'],
}

/** Roles that reach beyond a team: a team leader gives none of them. */
const beyondATeam: readonly StaffRole[] = ['administrator', 'strategy_lead', 'commissioner']

/** The roles that somebody may be given in a service, by a keeper in `as`. */
export const rolesIn = ({ kind, setting }: KeptService, as: StaffRole): readonly StaffRole[] => {
  const own: readonly StaffRole[] =
    kind === 'recovery' && setting === 'community'
      ? ['community_worker', 'coordinator', 'clinical', 'court_team', 'probation']
      : ofKind[kind]
  return [...own, ...everywhere].filter((role) => as === 'administrator' || !beyondATeam.includes(role))
}
