import type { Html } from '../../platform/ui/index.ts'

/** Goes to another day of the same page. */
export const DayChoice = ({
  action,
  day,
  keep = {},
}: {
  readonly action: string
  readonly day: Temporal.PlainDate
  /** What else the address says. */
  readonly keep?: Readonly<Record<string, string>>
}): Html => (
  <form method="get" action={action} class="tc-day-choice tc-no-print">
    {Object.entries(keep).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <label class="govuk-label" for="day">
      Day
    </label>
    <input class="govuk-input govuk-input--width-10" type="date" id="day" name="day" value={day.toString()} />
    <button type="submit" class="govuk-button govuk-button--secondary">
      Show this day
    </button>
  </form>
)
