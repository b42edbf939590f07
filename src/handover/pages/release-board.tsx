import { z } from 'zod'
import { definePage, keptFilter, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  type AppliedFilter,
  addressWith,
  FilterBar,
  type Html,
  Layout,
  PageHeading,
  PrintButton,
  PrintHeader,
  Select,
} from '../../platform/ui/index.ts'
import { takesPart } from '../acting.ts'
import { type ReleaseBoard, releaseBoard } from '../queries/releaseBoard.ts'
import { Leaving, Left, pageSize } from './board-lists.tsx'

const path = '/releases'

const windows = { '14': '14 days', '28': '28 days', '84': '84 days' }
const orders = { ready: 'Not ready first', soonest: 'Soonest first' }

const filters = z.object({
  days: z.enum(['14', '28', '84']).catch('84'),
  place: z.string().max(10).catch(''),
  order: z.enum(['ready', 'soonest']).catch('ready'),
})
type Filters = z.infer<typeof filters>

const pages = z.object({
  page: z.coerce.number().int().min(1).max(100).catch(1).default(1),
  left: z.coerce.number().int().min(1).max(100).catch(1).default(1),
})

interface Model {
  readonly filter: Filters
  readonly at: z.infer<typeof pages>
  readonly board: ReleaseBoard
  /** Prisons on the board, to narrow it by. */
  readonly places: readonly { readonly value: string; readonly text: string }[]
}

const placesOn = ({ leaving, left }: ReleaseBoard): Model['places'] => {
  const names = new Map(
    [...leaving, ...left].flatMap(({ place, placeName }) => (place === null ? [] : [[place, placeName]])),
  )
  return [...names]
    .map(([value, text]) => ({ value, text }))
    .toSorted((one, other) => one.text.localeCompare(other.text, 'en-GB'))
}

const narrowed = (board: ReleaseBoard, place: string): ReleaseBoard =>
  place === ''
    ? board
    : {
        ...board,
        leaving: board.leaving.filter((row) => row.place === place),
        left: board.left.filter((row) => row.place === place),
      }

const applied = ({ filter, places }: Model): readonly AppliedFilter[] => {
  const off = (change: Partial<Filters>): string => addressWith(path, filter, change)
  const place = places.find(({ value }) => value === filter.place)
  return [
    ...(filter.days === '84'
      ? []
      : [{ text: `Leaving within ${windows[filter.days]}`, off: off({ days: '84' }) }]),
    ...(place === undefined ? [] : [{ text: place.text, off: off({ place: '' }) }]),
    ...(filter.order === 'ready' ? [] : [{ text: orders[filter.order], off: off({ order: 'ready' }) }]),
  ]
}

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

const Filter = ({ model }: { readonly model: Model }): Html => {
  const state = { values: model.filter, errors: [] }
  return (
    <FilterBar action={path} applied={applied(model)} clear={`${path}?days=84`}>
      <Select {...state} name="days" label="Leaving within" items={choices(windows)} />
      {(model.places.length > 1 || model.filter.place !== '') && (
        <Select {...state} name="place" label="Prison" placeholder="All my prisons" items={model.places} />
      )}
      <Select {...state} name="order" label="Order" items={choices(orders)} />
    </FilterBar>
  )
}

const Board = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html => {
  const { filter, at, board } = model
  const { month } = board
  const address = (change: Readonly<Record<string, string>>): string =>
    addressWith(path, { ...filter, page: String(at.page), left: String(at.left), ...change })
  return (
    <>
      <Leaving
        rows={board.leaving}
        page={at.page}
        today={context.today}
        window={windows[filter.days]}
        href={(page) => address({ page: String(page) })}
      />
      <Left rows={board.left} page={at.left} href={(page) => address({ left: String(page) })} />
      <p class="govuk-body">
        In treatment this month: <strong>{month.started}</strong> of {month.releases} releases.{' '}
        <a class="govuk-link" href="/continuity">
          Continuity figure
        </a>
      </p>
    </>
  )
}

const shownOf = ({ board, at }: Model): readonly string[] => [
  ...board.leaving.slice((at.page - 1) * pageSize, at.page * pageSize).map(({ id }) => id),
  ...board.left.slice((at.left - 1) * pageSize, at.left * pageSize).map(({ id }) => id),
]

/** Who leaves, least ready and soonest first; who left and is not in treatment, with the day counter. */
export const releaseBoardPage = definePage({
  path,
  may: takesPart,
  input: pages,
  load: async (tx, at, request) => {
    const kept = await keptFilter(tx, request, ['days', 'place', 'order'])
    const filter = filters.parse({ place: '', ...Object.fromEntries(kept) })
    const whole = await releaseBoard(tx, request.actor, { days: Number(filter.days), order: filter.order })
    return ok<Model>({ filter, at, board: narrowed(whole, filter.place), places: placesOn(whole) })
  },
  audit: { action: 'view_release_board', people: shownOf },
  show: (model, context) => (
    <Layout shell={context.shell} title="Leaving and left">
      <PageHeading title="Leaving and left">
        <PrintButton text="Print this board" />
      </PageHeading>
      <PrintHeader
        shell={context.shell}
        now={context.now}
        filter={[
          ...(model.filter.days === '84' ? [`Leaving within ${windows[84]}`] : []),
          ...applied(model).map(({ text }) => text),
        ].join(', ')}
      />
      <Filter model={model} />
      <Board model={model} context={context} />
    </Layout>
  ),
})
