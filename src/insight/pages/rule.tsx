import type { Html } from '../../platform/ui/index.ts'

const Places = (): Html => (
  <ol class="govuk-list govuk-list--number">
    <li>
      <strong>Died</strong> on day 0 to 21.
    </li>
    <li>
      <strong>Started within 21 days:</strong> a community service started treatment on day 0 to 21.
    </li>
    <li>
      <strong>Returned to custody</strong> on day 0 to 21, before treatment had started.
    </li>
    <li>
      <strong>Still inside the 21 days:</strong> day 21 is not over on the day that the figure is as known on.
    </li>
    <li>
      <strong>Started later:</strong> after day 21, and before they next left prison.
    </li>
    <li>
      <strong>Not started:</strong> a community service said that the person declined or did not come.
    </li>
    <li>
      <strong>Not known:</strong> nobody has told us.
    </li>
  </ol>
)

const Example = (): Html => (
  <>
    <h3 class="govuk-heading-s">An example</h3>
    <p class="govuk-body">
      Dale, who is invented, was in treatment in Leeds and left on Friday 2 October. That is day 0, so day 21
      is Friday 23 October. A service in Bradford started his treatment on Monday 12 October, day 10: he
      counts as started within 21 days. Had it been 24 October, he would count as started later. Had Bradford
      accepted him and never said more, he would count as not known, not as not started.
    </p>
    <p class="govuk-body">
      With 19 others who left: 8 of the 20 started within 21 days, 1 died, and 2 are still inside their 21
      days. So 17 count, and the rate is 8 ÷ 17 = 47.1%.
    </p>
  </>
)

/** The continuity measure in words, with a worked example. */
export const Rule = (): Html => (
  <section>
    <h2 class="govuk-heading-m">The rule</h2>
    <p class="govuk-body">
      A release counts when somebody leaves prison for the community, was in treatment in that stay, and had
      not completed it. The day of release is day 0. Each release lands in the first of these places that is
      true:
    </p>
    <Places />
    <p class="govuk-body">
      The rate is those who started within 21 days, out of all who count: everybody but those who died and
      those still inside their 21 days. Not known stays in: we never count it as no, and never leave it out.
      Removal abroad and immigration detention are not releases into the community.
    </p>
    <p class="govuk-body">
      A release belongs to the prison that the person left, and to the community service whose record decided
      it; where none did, to the one that took them on: that accepted the hand-over, or else had the referral,
      from 84 days before the release to day 21.
    </p>
    <Example />
  </section>
)
