import type { PropsWithChildren } from 'hono/jsx'
import { type Html, Layout, type LayoutProps, PersonBanner } from '../../platform/ui/index.ts'
import { atAGlance, withoutName } from '../glance.ts'
import type { PersonHeader } from '../queries/personHeader.ts'

interface PersonFrameProps extends Omit<LayoutProps, 'above'> {
  readonly person: PersonHeader
}

const links = (id: string) => [
  { text: 'Overview', href: `/people/${id}` },
  { text: 'Release', href: `/people/${id}/release` },
  { text: 'History', href: `/people/${id}/history` },
]

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
}: PropsWithChildren<PersonFrameProps>): Html => (
  <Layout
    {...page}
    title={withoutName(title, person)}
    above={
      <PersonBanner
        person={atAGlance(person, page.shell.today)}
        today={page.shell.today}
        links={links(person.id)}
        path={page.shell.path}
      />
    }
  >
    {children}
  </Layout>
)
