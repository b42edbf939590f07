import { fullDate, type Html, momentWords, Typed } from '../../platform/ui/index.ts'
import type { NoteVersion } from '../queries/notes.ts'

interface VersionProps {
  readonly version: NoteVersion
  readonly today: Temporal.PlainDate
}

/** One version of a note: its words, and who wrote them when. */
export const Version = ({ version, today }: VersionProps): Html => (
  <section class="govuk-!-margin-bottom-6">
    <Typed text={version.words} />
    <p class="govuk-hint govuk-!-margin-top-2">
      About {fullDate(version.day)}. Written {momentWords(version.recorded_at, today)} by{' '}
      {[version.by, version.service].filter(Boolean).join(', ')}
    </p>
  </section>
)
