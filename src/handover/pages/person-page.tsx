import type { PropsWithChildren } from 'hono/jsx'
import { PersonFrame, type PersonHeader } from '../../people/index.ts'
import type { PageContext } from '../../platform/http/index.ts'
import { type Html, PageHeading } from '../../platform/ui/index.ts'

interface PersonPageProps {
  readonly person: PersonHeader
  readonly context: PageContext
  readonly title: string
  readonly back: { readonly href: string; readonly text: string }
}

/** A page about one person without questions: there is nothing to send. */
export const PersonPage = (props: PropsWithChildren<PersonPageProps>): Html => {
  const { person, context, title, back, children } = props
  return (
    <PersonFrame shell={context.shell} person={person} title={title} back={back}>
      <PageHeading title={title} />
      {children}
    </PersonFrame>
  )
}
