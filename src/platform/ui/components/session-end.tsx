import { timeWords } from '../dates.ts'
import type { Html } from '../govuk/html.ts'
import type { SessionEnd as End } from '../shell.ts'
import { Form } from './form.tsx'

const secondsTo = (end: Temporal.Instant, now: Temporal.Instant): number =>
  Math.max(0, Math.floor((end.epochMilliseconds - now.epochMilliseconds) / 1000))

/**
 * Until when somebody stays signed in. Without script a sentence; with it, a warning five minutes before, with a button
 * to stay. What is sent later is kept either way.
 */
export const SessionEnd = ({ session, csrf }: { readonly session: End; readonly csrf: string }): Html => (
  <aside
    class="tc-session tc-no-print"
    aria-label="How long you stay signed in"
    data-session-ends={secondsTo(session.endsAt, session.now)}
    data-session-latest={secondsTo(session.latestAt, session.now)}
  >
    <p class="govuk-width-container" data-session-sentence>
      You stay signed in until {timeWords(session.endsAt)} if you open or send nothing, and until{' '}
      {timeWords(session.latestAt)} at the latest. What you send after that is kept until you have signed in
      again.
    </p>
    <div class="govuk-width-container tc-session__warning" data-session-warning role="alert" hidden>
      <p>
        <strong data-session-words></strong>
      </p>
      <Form action="/session/stay" csrf={csrf}>
        <button type="submit" class="govuk-button">
          Stay signed in
        </button>
      </Form>
    </div>
  </aside>
)
