import type { StaffRole } from '../database/schema.ts'

/** A service the actor works in, in the role they act in. */
export interface ActorService {
  readonly id: string
  readonly name: string
  readonly setting: 'custody' | 'community'
  readonly nation: 'england' | 'wales' | 'scotland' | 'northern_ireland'
  readonly establishment: string | null
}

/** The session somebody is signed in with. */
interface ActorSession {
  readonly id: string
  readonly hash: string
  /** Only for setting up the second step that their organisation asks for. */
  readonly limited: boolean
  readonly beganAt: Temporal.Instant
  /** When it ends unless something is opened before; never after `latestAt`. */
  readonly endsAt: Temporal.Instant
  readonly latestAt: Temporal.Instant
}

/** Somebody signed in, acting in one role at a time, in every service where they hold it. */
export interface Actor {
  readonly staffId: string
  readonly name: string
  readonly role: StaffRole
  readonly services: readonly ActorService[]
  /** Other roles they hold and may act in instead. */
  readonly otherRoles: readonly StaffRole[]
  readonly csrf: string
  readonly session: ActorSession
}

/** Roles as screens say them. */
export const roleWords: Readonly<Record<StaffRole, string>> = {
  recovery_worker: 'Recovery worker',
  coordinator: 'Recovery coordinator',
  clinical: 'Clinical staff',
  team_leader: 'Team leader',
  community_worker: 'Community recovery worker',
  key_worker: 'Key worker',
  key_work_champion: 'Key-work champion',
  offender_manager: 'Prison offender manager',
  probation: 'Probation practitioner',
  court_team: 'Court team',
  facilitator: 'Group facilitator',
  peer_mentor: 'Peer mentor',
  strategy_lead: 'Drug-strategy lead',
  commissioner: 'Commissioner',
  administrator: 'Service administrator',
}
