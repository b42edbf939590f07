import { z } from 'zod'
import { definePage, keptFilter, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  type AppliedFilter,
  EmptyState,
  FilterBar,
  Hidden,
  type Html,
  Layout,
  PageHeading,
  Pagination,
  PrintButton,
  PrintHeader,
  Select,
} from '../../platform/ui/index.ts'
import { type OwedFilter, type OwedList, owedList } from '../queries/owedList.ts'
import { readerOf } from '../queries/team.ts'
import { wholeTeam } from '../roles.ts'
import { standardWords } from '../today-view.ts'
import { OwedGroups } from './owed-groups.tsx'

const path = '/today/owed'

const filterOf: z.ZodType<OwedFilter> = z.object({
  whose: z.enum(['', 'mine', 'team']).catch(''),
  standard: z.string().max(60).catch(''),
  due: z.enum(['', 'overdue', 'today', 'later']).catch(''),
  worker: z.uuid().or(z.literal('')).catch(''),
  order: z.enum(['', 'landing']).catch(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

const whoseWords = { mine: 'Mine', team: 'Others of my team' }
const dueWords = { overdue: 'Overdue', today: 'Due today', later: 'Due later' }

/** The filter as its address has it: always with `whose`, so that an empty one is kept too. */
const queryOf = ({ whose, standard, due, worker, order }: OwedFilter) => ({
  standard,
  due,
  whose,
  worker,
  order,
})

const address = (filter: OwedFilter, change: Partial<OwedFilter> = {}): string => {
  const page = change.page === undefined ? {} : { page: String(change.page) }
  return `${path}?${new URLSearchParams({ ...queryOf({ ...filter, ...change }), ...page })}`
}

const appliedTo = (filter: OwedFilter): readonly AppliedFilter[] => [
  ...(filter.whose === '' ? [] : [{ text: whoseWords[filter.whose], off: address(filter, { whose: '' }) }]),
  ...(filter.due === '' ? [] : [{ text: dueWords[filter.due], off: address(filter, { due: '' }) }]),
  ...(filter.standard === ''
    ? []
    : [
        {
          text: standardWords.get(filter.standard)?.words ?? filter.standard,
          off: address(filter, { standard: '' }),
        },
      ]),
  ...(filter.worker === '' ? [] : [{ text: 'One worker’s people', off: address(filter, { worker: '' }) }]),
]

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

const Filters = ({ filter }: { readonly filter: OwedFilter }): Html => {
  const state = { values: queryOf(filter), errors: [] }
  return (
    <FilterBar action={path} applied={appliedTo(filter)} clear={`${path}?whose=`}>
      <Select
        {...state}
        name="whose"
        label="Whose"
        placeholder="Mine and my team’s"
        items={choices(whoseWords)}
      />
      <Select {...state} name="due" label="When" placeholder="Any day" items={choices(dueWords)} />
      <Select
        {...state}
        name="standard"
        label="What"
        placeholder="Everything"
        items={[...standardWords].map(([value, { words }]) => ({ value, text: words }))}
      />
      <Select
        {...state}
        name="order"
        label="In what order"
        placeholder="Overdue first"
        items={[{ value: 'landing', text: 'By wing and landing' }]}
      />
      <Hidden name="worker" value={filter.worker} />
    </FilterBar>
  )
}

interface PageProps {
  readonly model: { readonly filter: OwedFilter; readonly list: OwedList }
  readonly context: PageContext
}

const Page = ({ model: { filter, list }, context: { shell, now, today, actor } }: PageProps): Html => (
  <Layout shell={shell} title="Everything owed" back={{ href: '/today', text: 'Back to Today' }}>
    <PageHeading title={`Everything owed (${list.total})`}>
      <PrintButton text="Print this list" />
    </PageHeading>
    <PrintHeader
      shell={shell}
      now={now}
      filter={
        appliedTo(filter)
          .map(({ text }) => text)
          .join(', ') || 'Everything owed'
      }
    />
    <Filters filter={filter} />
    {list.rows.length === 0 ? (
      <EmptyState>Nothing here is owed now.</EmptyState>
    ) : (
      <OwedGroups rows={list.rows} today={today} role={actor.role} />
    )}
    <Pagination
      page={filter.page}
      total={list.total}
      href={(page) => address(filter, { page })}
      things="things owed"
    />
  </Layout>
)

/** Everything that the reader and their team owe, a page at a time, narrowed as they last left it. */
export const owedListPage = definePage({
  path,
  may: wholeTeam,
  input: z.object({}),
  load: async (tx, _input, request) => {
    const kept = await keptFilter(tx, request, ['whose', 'standard', 'due', 'worker', 'order'])
    const page = request.url.searchParams.get('page') ?? undefined
    const filter = filterOf.parse({ ...Object.fromEntries(kept), page })
    return ok({ filter, list: await owedList(tx, readerOf(request.actor), filter) })
  },
  audit: {
    action: 'view_owed',
    people: ({ list }) => [...new Set(list.rows.map(({ person_id }) => person_id))],
  },
  show: (model, context) => <Page model={model} context={context} />,
})
