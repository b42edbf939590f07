import { z } from 'zod'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  type Column,
  capitalised,
  DataTable,
  dayWords,
  EmptyState,
  type Html,
  Layout,
  PageHeading,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { type Leave, leaveAhead } from '../../workforce/index.ts'
import { servicesOf } from '../person-in-service.ts'
import { type CoverCount, coverCounts } from '../queries/coverOf.ts'
import { withCaseload } from './caseload.tsx'

interface Row extends Leave {
  readonly count: CoverCount | undefined
}

/** "12 of 14 people covered by Hari Sandhu and Rosa Martin"; who has no people: "nobody to cover". */
const coverWords = (count: CoverCount | undefined): string => {
  if (count === undefined) return 'Nobody to cover'
  const by = count.by.length === 0 ? '' : ` by ${count.by.join(' and ')}`
  return `${count.covered} of ${count.people} people covered${by}`
}

const columns = (today: Temporal.PlainDate): readonly Column<Row>[] => [
  {
    heading: 'Who',
    rowHeading: true,
    cell: ({ id, full_name }) => (
      <a class="govuk-link" href={`/leave/${id}`}>
        {full_name}
      </a>
    ),
  },
  { heading: 'Away from', cell: ({ from_day }) => capitalised(dayWords(from_day, today)) },
  { heading: 'Back on', cell: ({ returns_on }) => capitalised(dayWords(returns_on, today)) },
  {
    heading: 'Cover',
    cell: ({ count }) =>
      count !== undefined && count.covered < count.people ? (
        <strong>{coverWords(count)}</strong>
      ) : (
        coverWords(count)
      ),
  },
]

const Page = ({ rows, context }: { readonly rows: readonly Row[]; readonly context: PageContext }): Html => (
  <Layout shell={context.shell} title="Leave and cover">
    <PageHeading title="Leave and cover" caption={context.actor.services.map(({ name }) => name).join(', ')}>
      <PrintButton text="Print this page" />
    </PageHeading>
    <PrintHeader shell={context.shell} now={context.now} />
    <div class="tc-no-print">
      <Button text="Record leave" href="/leave/new" />
    </div>
    {rows.length === 0 ? (
      <EmptyState>Nobody is away, or will be.</EmptyState>
    ) : (
      <DataTable caption="Away now or later" captionHidden columns={columns(context.today)} rows={rows} />
    )}
  </Layout>
)

/** Who of the reader's services is away, now or later, and who covers. */
export const leavePage = definePage({
  path: '/leave',
  may: withCaseload,
  input: z.object({}),
  load: async (tx, _input, { actor }) => {
    const services = servicesOf(actor)
    const leaves = await leaveAhead(tx, services)
    const counts = await coverCounts(
      tx,
      leaves.map(({ id }) => id),
      services,
    )
    return ok(leaves.map((leave): Row => ({ ...leave, count: counts.get(leave.id) })))
  },
  audit: { action: 'view_leave', people: () => [] },
  show: (rows, context) => <Page rows={rows} context={context} />,
})
