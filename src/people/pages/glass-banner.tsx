import { Form, type Html, timeWords } from '../../platform/ui/index.ts'
import type { OpenGlass } from '../queries/personHeader.ts'

interface GlassBannerProps {
  readonly glass: OpenGlass
  readonly csrf: string
}

const minutes = (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`)

/** Stands on each page of a person whose record is open through broken glass: until when, and the way to close it. */
export const GlassBanner = ({ glass, csrf }: GlassBannerProps): Html => (
  <section class="tc-glass" aria-label="Broken glass">
    <div class="govuk-width-container tc-glass__words">
      <p class="govuk-body">
        <strong>You broke the glass.</strong> This record is open to you until {timeWords(glass.closesAt)},{' '}
        {minutes(glass.minutesLeft)} left. Everything you open is reviewed.
      </p>
      <Form action={`/glass/${glass.id}/close`} csrf={csrf}>
        <button type="submit" class="govuk-button govuk-button--secondary">
          Close it now
        </button>
      </Form>
    </div>
  </section>
)
