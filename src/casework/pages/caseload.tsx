import { z } from 'zod'
import type { StaffRole } from '../../platform/database/schema.ts'
import { definePage, keptFilter, type PageContext } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import {
  EmptyState,
  type Html,
  Layout,
  PageHeading,
  Pagination,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import {
  type CaseloadFilter,
  caseloadAddress,
  caseloadFilter,
  keptNames,
  type WhoseChoice,
  whoseInput,
} from '../caseload-filter.ts'
import { caseloadLine, loadWords } from '../caseload-view.ts'
import { servicesOf } from '../person-in-service.ts'
import { type Caseload, caseload } from '../queries/caseload.ts'
import { readerOf } from '../queries/team.ts'
import { teamLoad, type WorkerLoad } from '../queries/teamLoad.ts'
import { wholeTeam } from '../roles.ts'
import { appliedTo, CaseloadFilters } from './caseload-filters.tsx'
import { CaseloadTable } from './caseload-table.tsx'

/** Whoever has people of their own. */
export const withCaseload: readonly StaffRole[] = [
  ...wholeTeam,
  'key_worker',
  'key_work_champion',
  'offender_manager',
  'probation',
  'court_team',
]

interface Model {
  readonly whose: WhoseChoice
  readonly filter: CaseloadFilter
  readonly list: Caseload
  /** The worker's load in each service; of all for the team's. */
  readonly loads: readonly WorkerLoad[]
  readonly workers: readonly WorkerLoad[]
}

const titleOf = ({ whose, loads }: Model): string => {
  if (whose === undefined) return 'My caseload'
  if (whose === 'team') return 'The team’s caseload'
  return `Caseload of ${loads[0]?.full_name ?? 'a colleague'}`
}

const Loads = ({ loads }: { readonly loads: readonly WorkerLoad[] }): Html => (
  <>
    {loads.map((load) => (
      <p class="govuk-body">
        {load.service}: {loadWords(load)}
        {load.covering > 0 && `, covering ${load.covering} more`}.
      </p>
    ))}
  </>
)

const Page = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html => {
  const { shell, now, today } = context
  const { whose, filter, list } = model
  const title = titleOf(model)
  const only = appliedTo(whose, filter).map(({ text }) => text)
  return (
    <Layout shell={shell} title={title}>
      <PageHeading title={`${title} (${list.total})`}>
        <PrintButton text="Print this list" />
      </PageHeading>
      <PrintHeader shell={shell} now={now} filter={[title, ...only].join(', ')} />
      {whose !== 'team' && <Loads loads={model.loads} />}
      <CaseloadFilters whose={whose} filter={filter} workers={model.workers} />
      {list.rows.length === 0 ? (
        <EmptyState>
          {only.length === 0 ? 'Nobody is allocated here.' : 'Nobody here fits these filters.'}
        </EmptyState>
      ) : (
        <CaseloadTable
          lines={list.rows.map((row) => caseloadLine(row, today))}
          whose={whose}
          filter={filter}
          caption={title}
        />
      )}
      <Pagination
        page={filter.page}
        total={list.total}
        href={(page) => caseloadAddress(whose, filter, { page })}
      />
    </Layout>
  )
}

/** A worker's people, with whom they cover for, and what is owed to each; a team looks at a colleague's too. */
export const caseloadPage = definePage({
  path: '/caseload',
  may: withCaseload,
  input: z.object({ worker: whoseInput, page: z.unknown().optional() }),
  load: async (tx, { worker, page }, request) => {
    const { actor } = request
    const seesTeam = wholeTeam.includes(actor.role)
    const whose = seesTeam && worker !== actor.staffId ? worker : undefined
    const kept = await keptFilter(tx, request, keptNames)
    const filter = caseloadFilter.parse({ ...Object.fromEntries(kept), page })
    const load = await teamLoad(tx, servicesOf(actor))
    const id = whose ?? actor.staffId
    const loads = load.filter(({ staff_id }) => staff_id === id)
    if (whose !== undefined && whose !== 'team' && loads.length === 0)
      return refused('not_found', 'There is no such worker.')
    const list = await caseload(tx, readerOf(actor), whose === 'team' ? null : id, filter)
    const colleagues = load.filter(({ staff_id }) => staff_id !== actor.staffId)
    return ok<Model>({ whose, filter, list, loads, workers: seesTeam ? colleagues : [] })
  },
  audit: { action: 'view_caseload', people: ({ list }) => list.rows.map(({ person_id }) => person_id) },
  show: (model, context) => <Page model={model} context={context} />,
})
