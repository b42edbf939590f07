import type { Html } from '../../platform/ui/index.ts'
import { type TonightTask, tonightTasks } from '../rules.ts'

/** What needs doing tonight, as it is answered: shown by script where its condition is met, never without. */
export const TonightAsAnswered = (): Html => (
  <section class="tc-tonight" aria-live="polite" data-shown-with-any hidden>
    <h2 class="govuk-heading-m">To do tonight</h2>
    <ul class="govuk-list govuk-list--bullet">
      {tonightTasks.map(({ when, words }) => (
        <li data-shown-when={JSON.stringify(when)} hidden>
          {words}
        </li>
      ))}
    </ul>
  </section>
)

/** What the answers asked for. */
export const TonightList = ({ tasks }: { readonly tasks: readonly TonightTask[] }): Html | null =>
  tasks.length === 0 ? null : (
    <section aria-labelledby="tonight">
      <h2 class="govuk-heading-m" id="tonight">
        To do tonight
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {tasks.map(({ words }) => (
          <li>{words}</li>
        ))}
      </ul>
    </section>
  )
