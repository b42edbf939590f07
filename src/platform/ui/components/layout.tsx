import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { assetPath } from '../assets.ts'
import type { FieldError } from '../form-state.ts'
import { govukBackLink, govukSkipLink } from '../govuk/govuk.ts'
import type { Html } from '../govuk/html.ts'
import type { Shell } from '../shell.ts'
import { ErrorSummary } from './error-summary.tsx'
import { FlashBanner, Notice } from './flash.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { SessionEnd } from './session-end.tsx'

interface BackLink {
  readonly text?: string
  readonly href: string
}

export interface LayoutProps {
  readonly shell: Shell
  /** What the page is for in its reader's words. A browser keeps it in its history: never a name or a number of a person. */
  readonly title: string
  readonly back?: BackLink | undefined
  /** Of the form on this page: summed up above it, each linked to its field. */
  readonly errors?: readonly FieldError[] | undefined
  /** Seconds after which the page asks for itself again, while work goes on behind it: without script. */
  readonly refreshAfter?: number | undefined
  /** Between the navigation and the page: a person's identity bar, safety bar and navigation. */
  readonly above?: Child
}

const supported =
  "document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' govuk-frontend-supported':'')"

const Head = ({ title, refreshAfter }: Pick<LayoutProps, 'title' | 'refreshAfter'>): Html => (
  <head>
    <meta charset="utf-8" />
    <title>{title}</title>
    {refreshAfter !== undefined && <meta http-equiv="refresh" content={String(refreshAfter)} />}
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#12394a" />
    <link rel="icon" href={assetPath('throughcare.svg')} type="image/svg+xml" />
    <link rel="stylesheet" href={assetPath('throughcare.css')} />
  </head>
)

const documentTitle = ({ title, errors = [] }: LayoutProps): string =>
  `${errors.length > 0 ? 'Error: ' : ''}${title} – Throughcare`

const Main = ({ shell, back, errors = [], children }: PropsWithChildren<LayoutProps>): Html => (
  <div class="govuk-width-container">
    {back !== undefined && (
      <nav aria-label="Back">{govukBackLink({ text: back.text ?? 'Back', href: back.href })}</nav>
    )}
    <main class="govuk-main-wrapper" id="main-content">
      {shell.flash !== undefined && <FlashBanner {...shell.flash} />}
      <ErrorSummary errors={errors} />
      {children}
    </main>
  </div>
)

const Body = ({ children, ...page }: PropsWithChildren<LayoutProps>): Html => (
  <body class="govuk-template__body" data-page={page.shell.requestId}>
    <script nonce={page.shell.nonce}>{raw(supported)}</script>
    {govukSkipLink({ href: '#main-content', text: 'Skip to main content' })}
    <Header shell={page.shell} />
    {page.shell.notice !== undefined && <Notice>{page.shell.notice}</Notice>}
    {page.above}
    <Main {...page}>{children}</Main>
    {page.shell.session !== undefined && <SessionEnd session={page.shell.session} csrf={page.shell.csrf} />}
    <Footer build={page.shell.build} />
    <script type="module" src={assetPath('throughcare.js')}></script>
  </body>
)

/** The whole document of a page. */
export const Layout = ({ children, ...page }: PropsWithChildren<LayoutProps>): Html => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang="en" class="govuk-template">
      <Head title={documentTitle(page)} refreshAfter={page.refreshAfter} />
      <Body {...page}>{children}</Body>
    </html>
  </>
)
