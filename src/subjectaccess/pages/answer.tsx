import { z } from 'zod'
import { rolesOfTeams } from '../../people/index.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import {
  fullDate,
  type Html,
  Layout,
  PageHeading,
  PrintButton,
  PrintHeader,
  Typed,
} from '../../platform/ui/index.ts'
import { type Answer, type AnsweredItem, answerTo } from '../queries/answer.ts'

const input = z.object({ accessId: z.uuid() })

const auditOf = (action: string) => ({
  action,
  people: ({ request }: Answer) => [request.person_id],
  subject: ({ request }: Answer) => request.id,
})

/** What tells a row from the others of its section: what it is, where that is more than the section says, and its day. */
const headingOf = ({ section, heading, day }: AnsweredItem): string =>
  [heading === section ? null : heading, day === null ? null : fullDate(day)]
    .filter((words) => words !== null)
    .join(', ') || heading

const Item = ({ item }: { readonly item: AnsweredItem }): Html => (
  <article class="govuk-!-margin-bottom-6">
    <h3 class="govuk-heading-s">{headingOf(item)}</h3>
    <dl class="govuk-body">
      {item.fields.map(({ label, words }) => (
        <>
          <dt class="govuk-!-font-weight-bold">{label}</dt>
          <dd class="govuk-!-margin-left-0 govuk-!-margin-bottom-2">
            <Typed text={words} />
          </dd>
        </>
      ))}
    </dl>
  </article>
)

const show = ({ request, items }: Answer, { shell, now }: PageContext): Html => (
  <Layout
    shell={shell}
    title="Answer to a request for records"
    back={{ href: `/access-requests/${request.id}`, text: 'Back to the request' }}
  >
    <PageHeading title="What we hold about you">
      <PrintButton text="Print" />
    </PageHeading>
    <PrintHeader shell={shell} now={now} />
    <p class="govuk-body">
      You asked on {fullDate(request.asked_on)}. This is what {request.service} and the services it works with
      hold about you in this system, and who has looked at it. Where something is withheld, the reason stands
      in its place. If you think something is wrong, tell us and we put it right or say why not. You may also
      complain to the Information Commissioner’s Office, 0303 123 1113.
    </p>
    {[...Map.groupBy(items, ({ section }) => section)].map(([section, rows]) => (
      <section>
        <h2 class="govuk-heading-m">{section}</h2>
        {rows.map((item) => (
          <Item item={item} />
        ))}
      </section>
    ))}
  </Layout>
)

/** The answer as a document that prints: only once it was released, and only what this reader may read of it. */
export const answerPage = definePage({
  path: '/access-requests/:accessId/document',
  may: rolesOfTeams,
  input,
  audit: auditOf('export_access_document'),
  load: (tx, { accessId }) => answerTo(tx, accessId),
  show,
})

const dataOf = ({ request, items }: Answer) => ({
  format: 'throughcare-subject-access',
  version: 1,
  asked_on: request.asked_on.toString(),
  service: request.service,
  records: items.map(({ section, heading, day, fields }) => ({
    section,
    heading,
    day: day?.toString() ?? null,
    fields: fields.map(({ label, words, withheld }) => ({ label, words, withheld })),
  })),
})

/** The same as data: its shape is in docs/subject-access.md. */
export const answerDataPage = definePage({
  path: '/access-requests/:accessId/data.json',
  may: rolesOfTeams,
  input,
  audit: auditOf('export_access_data'),
  load: (tx, { accessId }) => answerTo(tx, accessId),
  send: (answer, context) => {
    context.header('content-disposition', 'attachment; filename="records.json"')
    return context.json(dataOf(answer))
  },
  show,
})
