import type { PropsWithChildren } from 'hono/jsx'
import type { StaffRole } from '../../platform/database/schema.ts'
import { type Html, Layout, type LayoutProps, PersonBanner, PrintFoot } from '../../platform/ui/index.ts'
import { atAGlance, withoutName } from '../glance.ts'
import type { PersonHeader } from '../queries/personHeader.ts'
import { GlassBanner } from './glass-banner.tsx'

interface PersonFrameProps extends Omit<LayoutProps, 'above'> {
  readonly person: PersonHeader
}

interface PersonPage {
  readonly text: string
  /** Below the person's address. */
  readonly path: string
  /** Whom the page lets in; without it, whoever sees the person. */
  readonly may?: readonly StaffRole[]
}

const recoveryTeams: readonly StaffRole[] = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'clinical',
  'community_worker',
]

/** Those of the plan: by an agreement, also who works with them from outside the team. */
const planReaders: readonly StaffRole[] = [
  ...recoveryTeams,
  'key_worker',
  'key_work_champion',
  'offender_manager',
  'probation',
  'court_team',
]

/** Who reads of a record what was agreed to be said. */
const namedForThem: readonly StaffRole[] = planReaders.filter((role) => !recoveryTeams.includes(role))

const pages: readonly PersonPage[] = [
  { text: 'Overview', path: '' },
  { text: 'Plan', path: '/plan', may: planReaders },
  { text: 'Assessments and risk', path: '/assessments', may: recoveryTeams },
  { text: 'Contacts and notes', path: '/contacts' },
  { text: 'Tests', path: '/tests', may: planReaders },
  { text: 'Release', path: '/release' },
  { text: 'Sharing', path: '/sharing', may: recoveryTeams },
  { text: 'Agreed summary', path: '/summary', may: namedForThem },
  { text: 'History', path: '/history' },
]

/** The person's pages that the reader may open. */
const links = (id: string, role: StaffRole | undefined) =>
  pages
    .filter(({ may }) => may === undefined || (role !== undefined && may.includes(role)))
    .map(({ text, path }) => ({ text, href: `/people/${id}${path}` }))

/**
 * The whole document of a page about a person: identity bar, safety bar, and the person's other pages above.
 * `title` says what the page is for and for whom: "Triage for Lee Whitaker". The browser's history and its tabs
 * say "Triage for this person".
 */
export const PersonFrame = ({
  person,
  title,
  children,
  ...page
}: PropsWithChildren<PersonFrameProps>): Html => {
  const glance = atAGlance(person, page.shell.today)
  return (
    <Layout
      {...page}
      title={withoutName(title, person)}
      above={
        <>
          <PrintFoot shell={page.shell} person={glance} />
          <PersonBanner
            person={glance}
            today={page.shell.today}
            links={links(person.id, page.shell.actingAs)}
            path={page.shell.path}
          />
          {person.glass !== null && <GlassBanner glass={person.glass} csrf={page.shell.csrf} />}
        </>
      }
    >
      {children}
    </Layout>
  )
}
