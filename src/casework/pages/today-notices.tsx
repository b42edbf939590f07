import type { PageContext } from '../../platform/http/index.ts'
import { Form, type Html, momentWords } from '../../platform/ui/index.ts'
import type { NoticeRow } from '../queries/unseenNotices.ts'

interface NoticesProps {
  readonly rows: readonly NoticeRow[]
  readonly context: PageContext
}

const Told = ({ row, context }: { readonly row: NoticeRow; readonly context: PageContext }): Html => (
  <li class="tc-notices__item">
    <p class="govuk-body">
      {row.words} <span class="tc-duties__why">Told {momentWords(row.recorded_at, context.today)}.</span>
    </p>
    <Form
      action={`/notices/${row.id}/seen?from=today`}
      csrf={context.shell.csrf}
      idempotencyKey={context.ids.next()}
    >
      <button type="submit" class="govuk-button govuk-button--secondary">
        Confirm seen<span class="govuk-visually-hidden">: {row.words}</span>
      </button>
    </Form>
  </li>
)

/** What the team was told privately, before they open the record. */
export const Notices = ({ rows, context }: NoticesProps): Html | null =>
  rows.length === 0 ? null : (
    <section aria-labelledby="notices" class="tc-notices">
      <h2 class="govuk-heading-m" id="notices">
        Before you start
      </h2>
      <ul>
        {rows.map((row) => (
          <Told row={row} context={context} />
        ))}
      </ul>
    </section>
  )
