import { z } from 'zod'
import { roleWords } from '../../platform/auth/actor.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  DataTable,
  Due,
  dayWords,
  EmptyState,
  type Html,
  Layout,
  PageHeading,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { obligationLink } from '../obligation-links.ts'
import { servicesOf } from '../person-in-service.ts'
import {
  type OverdueByStandard,
  overdueByStandard,
  type UnallocatedRow,
  unallocated,
  type WorkerOverview,
  workersOverview,
} from '../queries/teamOverview.ts'
import { standardWords } from '../today-view.ts'
import { nameOf, PersonLink } from './owed-groups.tsx'

interface Model {
  readonly overdue: readonly OverdueByStandard[]
  readonly workers: readonly WorkerOverview[]
  readonly waiting: readonly UnallocatedRow[]
}

const Unallocated = ({
  rows,
  today,
}: {
  readonly rows: readonly UnallocatedRow[]
  readonly today: Temporal.PlainDate
}) =>
  rows.length === 0 ? (
    <EmptyState>Everybody who was taken on has a worker.</EmptyState>
  ) : (
    <DataTable
      caption={`Without a worker (${rows.length === 50 ? '50 or more' : rows.length})`}
      rows={rows}
      columns={[
        { heading: 'Who', cell: (row) => <PersonLink row={row} />, rowHeading: true },
        { heading: 'Since', cell: (row) => dayWords(row.opens_on, today) },
        { heading: 'Due', cell: (row) => <Due due={row.due_on} today={today} /> },
        {
          heading: 'To do',
          headingHidden: true,
          cell: (row) => (
            <a
              class="govuk-link"
              href={`${obligationLink('allocated_worker').path(row.person_id, null)}?from=team`}
            >
              Choose worker<span class="govuk-visually-hidden"> for {nameOf(row)}</span>
            </a>
          ),
        },
      ]}
    />
  )

const Overdue = ({
  rows,
  today,
}: {
  readonly rows: readonly OverdueByStandard[]
  readonly today: Temporal.PlainDate
}) =>
  rows.length === 0 ? (
    <EmptyState>Nothing is overdue.</EmptyState>
  ) : (
    <DataTable
      caption="Overdue, by standard"
      rows={rows}
      columns={[
        {
          heading: 'Standard',
          cell: (row) => standardWords.get(row.standard)?.words ?? row.standard,
          rowHeading: true,
        },
        { heading: 'Oldest', cell: (row) => <Due due={row.oldest} today={today} /> },
        {
          heading: 'How many',
          numeric: true,
          cell: (row) => (
            <a class="govuk-link" href={`/today/owed?whose=&due=overdue&standard=${row.standard}`}>
              {row.overdue}
            </a>
          ),
        },
      ]}
    />
  )

const Workers = ({ rows }: { readonly rows: readonly WorkerOverview[] }): Html => (
  <DataTable
    caption="Who works with how many"
    rows={rows}
    columns={[
      { heading: 'Name', cell: (row) => row.full_name, rowHeading: true },
      { heading: 'As', cell: (row) => roleWords[row.role] },
      { heading: 'People', cell: (row) => row.people, numeric: true },
      { heading: 'Overdue', cell: (row) => row.overdue, numeric: true },
    ]}
  />
)

const Page = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html => {
  const { shell, today, now, actor } = context
  return (
    <Layout shell={shell} title="My team">
      <PageHeading title="My team" caption={actor.services.map(({ name }) => name).join(', ')}>
        <PrintButton text="Print this page" />
      </PageHeading>
      <PrintHeader shell={shell} now={now} />
      <Unallocated rows={model.waiting} today={today} />
      <Overdue rows={model.overdue} today={today} />
      <Workers rows={model.workers} />
    </Layout>
  )
}

/** The team leader's page: who has no worker, what is overdue, and who works with how many. */
export const teamPage = definePage({
  path: '/team',
  may: ['team_leader'],
  input: z.object({}),
  load: async (tx, _input, { actor }) => {
    const services = servicesOf(actor)
    return ok({
      waiting: await unallocated(tx, services),
      overdue: await overdueByStandard(tx, services),
      workers: await workersOverview(tx, services),
    })
  },
  audit: { action: 'view_team', people: ({ waiting }) => waiting.map(({ person_id }) => person_id) },
  show: (model, context) => <Page model={model} context={context} />,
})
