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

/** The longest that leave can be recorded for at once. */
const longestLeave = { years: 1 } as const

/** What is wrong with the days of a leave, or null. It may begin up to 28 days ago: sickness is told of late. */
export const faultOfLeave = (
  from: Temporal.PlainDate,
  returns: Temporal.PlainDate,
  today: Temporal.PlainDate,
): { readonly field: 'from' | 'returns'; readonly message: string } | null => {
  if (Temporal.PlainDate.compare(from, today.subtract({ days: 28 })) < 0)
    return { field: 'from', message: 'This began more than 28 days ago. Enter a later first day' }
  if (Temporal.PlainDate.compare(returns, from) <= 0)
    return { field: 'returns', message: 'The first day back is after the first day away. Check both days' }
  if (Temporal.PlainDate.compare(returns, today) <= 0)
    return { field: 'returns', message: 'They are back by then. Enter a day to come' }
  if (Temporal.PlainDate.compare(returns, from.add(longestLeave)) > 0)
    return {
      field: 'returns',
      message: 'This is more than a year. Enter an earlier day: it can be moved later',
    }
  return null
}

/** What is wrong with another day of return, or null. No day of it has to be away: it can be called off. */
export const faultOfReturn = (
  from: Temporal.PlainDate,
  returns: Temporal.PlainDate,
  today: Temporal.PlainDate,
): string | null => {
  const began = Temporal.PlainDate.compare(from, today) < 0
  const earliest = began ? today : from
  if (Temporal.PlainDate.compare(returns, earliest) < 0)
    return began
      ? 'This day has passed. Enter today or a later day'
      : 'This is before their first day away. Check the day'
  return Temporal.PlainDate.compare(returns, from.add(longestLeave)) > 0
    ? 'This is more than a year after their first day away. Enter an earlier day'
    : null
}
