import type { Html } from '../../platform/ui/index.ts'
import type { Unmatched } from '../continuity/index.ts'

interface UnknownsProps {
  readonly unknown: Unmatched
  readonly notKnown: number
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

/** What the figure cannot know, in the same size of type as what it can. */
export const Unknowns = ({ unknown, notKnown }: UnknownsProps): Html => {
  const { nobody, ambiguous } = unknown.unmatched_episodes
  const { unknown_people_in_feed: strangers } = unknown
  return (
    <section>
      <h2 class="govuk-heading-m">What we do not know</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {many(notKnown, 'release is', 'releases are')} not known here: nobody has told us whether treatment
          started. Some of them may have started somewhere that sends us nothing.
        </li>
        <li>
          Over all services, {many(nobody, 'episode fits', 'episodes fit')} nobody we know, and{' '}
          {many(ambiguous, 'fits', 'fit')} more than one person. Any of them could be a start that is missing
          here.
        </li>
        <li>
          The feed has told of {many(strangers, 'prison number', 'prison numbers')} that nobody here has.
          Their releases are not counted until somebody with that number is recorded.
        </li>
        <li>
          Some episodes are matched by initials, date of birth and sex alone. They count here, but they are
          shown to nobody until somebody has confirmed them.
        </li>
      </ul>
      <p class="govuk-body">The second and third numbers are for all services and are not cut by any date.</p>
    </section>
  )
}
