import { govukButton } from '../govuk/govuk.ts'
import type { Html } from '../govuk/html.ts'
import { Paragraph, PlainPage, type StandardPageProps } from './plain-page.tsx'

interface SignInNeededProps extends StandardPageProps {
  /** Where signing in is, with the way back here in it. */
  readonly signIn: string
  /** A form had been sent when the session ended: then its words are still in the browser. */
  readonly sent?: boolean
}

/** 401 */
export const SignInNeededPage = ({ shell, signIn, sent }: SignInNeededProps): Html => (
  <PlainPage shell={shell} title="Sign in to go on">
    {sent ? (
      <Paragraph>
        You were signed out before this was sent, so nothing was saved. Sign in in another tab, come back to
        this one, go back a page and send it again: what you typed is still there.
      </Paragraph>
    ) : (
      <Paragraph>You are not signed in, or you were signed out after a time without use.</Paragraph>
    )}
    {govukButton({
      text: sent ? 'Sign in (opens another tab)' : 'Sign in',
      href: signIn,
      attributes: sent ? { target: '_blank' } : {},
    })}
  </PlainPage>
)
