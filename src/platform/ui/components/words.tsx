import type { Child, PropsWithChildren } from 'hono/jsx'
import { capitalised, dueWords } from '../dates.ts'
import { govukDetails, govukInsetText, govukTag, govukWarningText } from '../govuk/govuk.ts'
import type { Html } from '../govuk/html.ts'

interface PageHeadingProps {
  readonly title: string
  /** Above the title: what this is part of. */
  readonly caption?: string
}

/** The page's one `h1`; what stands inside it goes to its right: `<Button kind="secondary" …>`. */
export const PageHeading = ({ title, caption, children }: PropsWithChildren<PageHeadingProps>): Html => (
  <div class="moj-page-header-actions tc-page-heading">
    <div class="moj-page-header-actions__title">
      {caption !== undefined && <span class="govuk-caption-l">{caption}</span>}
      <h1 class="govuk-heading-l">{title}</h1>
    </div>
    {children !== undefined && <div class="moj-page-header-actions__actions">{children}</div>}
  </div>
)

interface TagProps {
  readonly text: string
  readonly colour?: 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'
}

/** A state in a word or two. Its colour only helps: the words must say it all. */
export const Tag = ({ text, colour = 'grey' }: TagProps): Html =>
  govukTag({ text, classes: `govuk-tag--${colour}` })

interface DueProps {
  readonly due: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}

/** "Overdue by 3 days" as a bold red tag; "due tomorrow" as plain words. */
export const Due = ({ due, today }: DueProps): Html => {
  const words = dueWords(due, today)
  if (Temporal.PlainDate.compare(due, today) >= 0) return <span>{capitalised(words)}</span>
  return (
    <span class="tc-overdue">
      <Tag text={capitalised(words)} colour="red" />
    </span>
  )
}

/** More words for those who want them. */
export const Details = ({ summary, children }: PropsWithChildren<{ readonly summary: string }>): Html =>
  govukDetails({ summaryText: summary, html: <>{children}</> })

/** Words set apart from the text around them. */
export const InsetText = ({ children }: { readonly children?: Child }): Html =>
  govukInsetText({ html: <>{children}</> })

/** What has a consequence for somebody. */
export const WarningText = ({ children }: { readonly children?: Child }): Html =>
  govukWarningText({ html: <>{children}</>, iconFallbackText: 'Warning' })

/** Words as somebody typed them, with their line breaks. */
export const Typed = ({ text }: { readonly text: string }): Html => <div class="tc-typed">{text}</div>
