import { Hidden, type Html, InsetText, momentWords } from '../../platform/ui/index.ts'
import { type Draft, draftFields } from '../model.ts'

interface DraftKeeperProps {
  /** The address of the form. */
  readonly path: string
  /** What it is called on the list of drafts: "Note about Lee Whitaker". */
  readonly title: string
}

/** Inside a form: keeps what is typed, by itself with script, and with this button without. */
export const DraftKeeper = ({ path, title }: DraftKeeperProps): Html => (
  <div class="tc-draft" data-draft="/drafts">
    <Hidden name={draftFields.path} value={path} />
    <Hidden name={draftFields.title} value={title} />
    <button type="submit" class="govuk-button govuk-button--secondary" formaction="/drafts">
      Save draft
    </button>
    <p class="govuk-hint" role="status" data-draft-status></p>
  </div>
)

interface KeepAndGoProps {
  readonly text: string
  /** A page about the same person, which leads back by its `?from=`. */
  readonly to: string
}

/** Inside a form with a draft: keeps what was typed, and goes to do something else first. */
export const KeepAndGo = ({ text, to }: KeepAndGoProps): Html => (
  <button
    type="submit"
    class="govuk-button govuk-button--secondary"
    formaction="/drafts"
    name={draftFields.next}
    value={to}
  >
    {text}
  </button>
)

interface DraftNoticeProps {
  readonly draft: Draft | null
  readonly today: Temporal.PlainDate
}

/** Above a form that holds what was typed earlier and not sent. */
export const DraftNotice = ({ draft, today }: DraftNoticeProps): Html | null =>
  draft === null ? null : (
    <InsetText>
      This is your draft, kept {momentWords(draft.savedAt, today)}. Nobody else sees it until you save it.{' '}
      <a class="govuk-link" href="/drafts">
        See or throw away your drafts
      </a>
    </InsetText>
  )
