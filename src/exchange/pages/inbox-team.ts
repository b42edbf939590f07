import type { Actor } from '../../platform/auth/actor.ts'
import type { StaffRole } from '../../platform/database/schema.ts'

/** Who reads what the feed said of the people of their prison, and decides what it leaves open. */
export const inboxTeam: readonly StaffRole[] = ['recovery_worker', 'coordinator', 'team_leader']

/** The prisons that the reader's services work in. */
export const prisonsOf = ({ services }: Pick<Actor, 'services'>): readonly string[] => [
  ...new Set(services.flatMap(({ establishment }) => (establishment === null ? [] : [establishment]))),
]
