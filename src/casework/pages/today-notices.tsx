import type { PageContext } from '../../platform/http/index.ts'
import { Due, Form, type Html, momentWords } from '../../platform/ui/index.ts'
import type { UnseenNotice } from '../queries/unseenNotices.ts'
import { PersonLink } from './owed-groups.tsx'

interface NoticesProps {
  readonly rows: readonly UnseenNotice[]
  readonly context: PageContext
}

/** Whom it is about, as the way to them: a service's answer does not name anybody by itself. */
const About = ({ row }: { readonly row: UnseenNotice }): Html => {
  const { given_name, family_name } = row
  return given_name === null || family_name === null ? (
    <>Told</>
  ) : (
    <>
      About <PersonLink row={{ ...row, given_name, family_name }} />, told
    </>
  )
}

const Seen = ({ row, context }: { readonly row: UnseenNotice; readonly context: PageContext }): Html => (
  <Form
    action={`/notices/${row.id}/seen?from=today`}
    csrf={context.shell.csrf}
    idempotencyKey={context.ids.next()}
  >
    <button type="submit" class="govuk-button govuk-button--secondary">
      Confirm seen<span class="govuk-visually-hidden">: {row.words}</span>
    </button>
  </Form>
)

const Told = ({ row, context }: { readonly row: UnseenNotice; readonly context: PageContext }): Html => (
  <li class="tc-notices__item">
    <p class="govuk-body">
      {row.words}{' '}
      <span class="tc-duties__why">
        <About row={row} /> {momentWords(row.recorded_at, context.today)}.
      </span>
      {row.due_on !== null && row.subject_id !== null && (
        <>
          {' '}
          <Due due={row.due_on} today={context.today} />.{' '}
          <a class="govuk-link" href={`/access-requests/${row.subject_id}`}>
            Go through it
          </a>
        </>
      )}
      {row.kind === 'connect' && row.subject_id !== null && (
        <>
          {' '}
          <a class="govuk-link" href={`/connect/${row.subject_id}`}>
            Answer them
          </a>
        </>
      )}
    </p>
    {row.kind !== 'access_waiting' && <Seen row={row} context={context} />}
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
