import type { PropsWithChildren } from 'hono/jsx'
import { Layout } from '../components/layout.tsx'
import type { Html } from '../govuk/html.ts'
import type { Shell } from '../shell.ts'

export interface StandardPageProps {
  readonly shell: Shell
}

interface PlainPageProps extends StandardPageProps {
  readonly title: string
}

/** A title and a few sentences that say what to do next. */
export const PlainPage = ({ shell, title, children }: PropsWithChildren<PlainPageProps>): Html => (
  <Layout shell={shell} title={title}>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
      </div>
    </div>
  </Layout>
)

export const Paragraph = ({ children }: PropsWithChildren): Html => <p class="govuk-body">{children}</p>
