import { rolesWithPeople } from './people/index.ts'
import type { StaffRole } from './platform/database/schema.ts'
import type { Navigation } from './platform/http/index.ts'

const recovery = [
  { text: 'Today', href: '/today' },
  { text: 'Caseload', href: '/caseload' },
  { text: 'Release board', href: '/releases' },
  { text: 'Hand-overs', href: '/handovers' },
  { text: 'People', href: '/people' },
  { text: 'Feed', href: '/feed' },
  { text: 'Continuity', href: '/continuity' },
]

const accounts = [{ text: 'Staff and accounts', href: '/staff' }]

const requests = { text: 'Requests', href: '/access-requests' }

const retention = { text: 'Retention', href: '/retention' }

const oversight = { text: 'Oversight', href: '/oversight' }

const leader = [
  { text: 'Today', href: '/today' },
  { text: 'My team', href: '/team' },
  ...recovery.slice(1),
  ...accounts,
  oversight,
  { text: 'Incidents and tests', href: '/incidents' },
  requests,
  retention,
]

const community = [
  { text: 'Today', href: '/today' },
  { text: 'Caseload', href: '/caseload' },
  { text: 'Incoming hand-overs', href: '/handovers' },
  { text: 'Release board', href: '/releases' },
  { text: 'People', href: '/people' },
  { text: 'Continuity', href: '/continuity' },
]

const clinical = [
  { text: 'Today', href: '/today' },
  { text: 'Caseload', href: '/caseload' },
  { text: 'Release board', href: '/releases' },
  { text: 'People', href: '/people' },
  requests,
]

const theirs = [
  { text: 'My people', href: '/people' },
  { text: 'Caseload', href: '/caseload' },
]

const measures = [{ text: 'Continuity', href: '/continuity' }]

const links: Readonly<Record<StaffRole, readonly { text: string; href: string }[]>> = {
  recovery_worker: recovery,
  coordinator: recovery,
  team_leader: leader,
  clinical,
  community_worker: community,
  key_worker: theirs,
  key_work_champion: theirs,
  offender_manager: theirs,
  probation: theirs,
  court_team: theirs,
  facilitator: [{ text: 'My people', href: '/people' }],
  peer_mentor: [],
  strategy_lead: [...measures, { text: 'Incidents and tests', href: '/incidents' }],
  commissioner: measures,
  administrator: [
    ...accounts,
    { text: 'Teams', href: '/organisation/teams' },
    { text: 'Signing in', href: '/organisation/signing-in' },
    { text: 'Messages out', href: '/organisation/messages' },
    oversight,
    retention,
  ],
}

const withPeople: readonly StaffRole[] = rolesWithPeople

/** What each role finds at the top of its pages; the first link is its first page, save for the coordinator's. */
export const navigation: Navigation = {
  links: (role) => links[role],
  firstPage: (role) => (role === 'coordinator' ? '/releases' : (links[role][0]?.href ?? '/account')),
  emergency: (role) => (withPeople.includes(role) ? { text: 'Break the glass', href: '/glass' } : null),
}
