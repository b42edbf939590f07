import type { PersonHeader } from '../../people/index.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { Details, type Html } from '../../platform/ui/index.ts'

interface Way {
  readonly text: string
  readonly page: string
  readonly roles: readonly StaffRole[]
}

const team: readonly StaffRole[] = ['recovery_worker', 'coordinator', 'team_leader', 'community_worker']
const prisonTeam: readonly StaffRole[] = ['recovery_worker', 'coordinator', 'team_leader']
const prison: readonly StaffRole[] = [...prisonTeam, 'clinical']
const everyoneWhoRaises: readonly StaffRole[] = [
  ...team,
  'clinical',
  'key_worker',
  'key_work_champion',
  'offender_manager',
  'probation',
  'court_team',
]

const ways: readonly Way[] = [
  { text: 'Write a note', page: 'notes/new', roles: [...everyoneWhoRaises, 'facilitator'] },
  { text: 'Record a contact', page: 'contacts/new', roles: team },
  { text: 'Plan a contact', page: 'contacts/plan', roles: team },
  { text: 'Record an offending-behaviour one-to-one', page: 'offending-behaviour', roles: team },
  { text: 'Record a test', page: 'tests/new', roles: [...team, 'clinical'] },
  { text: 'Record an incident', page: 'incidents/new', roles: [...team, 'clinical'] },
  { text: 'Refer to a service', page: 'refer', roles: team },
  { text: 'Raise a safety flag', page: 'safety-flags/new', roles: everyoneWhoRaises },
  { text: 'Take a safety flag down', page: 'safety-flags', roles: prison },
  { text: 'Record a move, a release or a death', page: 'movements/new', roles: team },
  { text: 'Record a release date', page: 'release-dates/new', roles: prisonTeam },
  { text: 'Record a court date', page: 'court-date', roles: prison },
  { text: 'Agree how often we meet', page: 'contact-frequency', roles: prisonTeam },
  { text: 'Naloxone training and kit', page: 'naloxone', roles: prison },
  { text: 'Say what was done for safety', page: 'safety-response', roles: prison },
  { text: 'Add a number', page: 'identifiers', roles: team },
  { text: 'Name who alone may open this record', page: 'restriction', roles: ['team_leader'] },
  { text: 'Lock a member of staff out of this record', page: 'lock-out', roles: ['team_leader'] },
  { text: 'Open a request for everything held', page: 'access-requests/new', roles: ['team_leader'] },
  { text: 'Legal hold', page: 'legal-hold', roles: ['team_leader'] },
]

/** Everything that may be recorded about somebody without being owed: links, behind one line. */
export const RecordSomething = ({
  person,
  role,
}: {
  readonly person: PersonHeader
  readonly role: StaffRole
}): Html => (
  <Details summary="Record something else">
    <ul class="govuk-list">
      {ways
        .filter(({ roles }) => roles.includes(role))
        .map(({ text, page }) => (
          <li>
            <a class="govuk-link" href={`/people/${person.id}/${page}`}>
              {text}
            </a>
          </li>
        ))}
    </ul>
  </Details>
)
