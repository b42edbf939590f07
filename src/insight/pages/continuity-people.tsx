import { z } from 'zod'
import { plainDate } from '../../platform/day.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  DataTable,
  dateWords,
  EmptyState,
  type Html,
  Layout,
  PageHeading,
  Pagination,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { type Outcome, outcomeNames, outcomes, reasonOf } from '../continuity/index.ts'
import { type Cell, continuityAddress, peopleAddress } from '../continuity-links.ts'
import { spanWords } from '../continuity-words.ts'
import { type Period, readPeriod } from '../period.ts'
import { type PlaceNames, placeNames } from '../queries/placeNames.ts'
import { type ReleasesShown, releasesShown, type ShownRelease } from '../queries/releasesShown.ts'
import { ownTeam } from './continuity.tsx'

const pageSize = 50

const input = z.object({
  outcome: z.enum(outcomes).optional(),
  prison: z.string().max(6).optional(),
  service: z.union([z.uuid(), z.literal('none')]).optional(),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

interface Model extends Omit<ReleasesShown, 'shown'> {
  readonly cell: Cell
  readonly period: Period
  readonly names: PlaceNames
  readonly page: number
  readonly total: number
  readonly shown: readonly ShownRelease[]
}

const placeOf = ({ cell: { prison, service }, names }: Model): string | null => {
  if (prison === 'none') return 'no prison named'
  if (service === 'none') return 'no service known'
  if (prison !== undefined) return names.prisons.get(prison) ?? prison
  return service === undefined ? null : (names.services.get(service) ?? 'a service')
}

const titleOf = (model: Model): string => {
  const { outcome } = model.cell
  const what: string =
    outcome === undefined ? 'All releases in treatment' : outcomeNames[outcome satisfies Outcome]
  const place = placeOf(model)
  return place === null ? what : `${what}: ${place}`
}

const NotShown = ({ counted, total }: Model): Html | null =>
  counted === total ? null : (
    <p class="govuk-body">
      {counted - total === 1 ? '1 more is' : `${counted - total} more are`} counted and not shown: a record
      that is no longer open to you, something another service recorded, or a match by initials that nobody
      has confirmed.
    </p>
  )

const List = ({ model, today }: { readonly model: Model; readonly today: Temporal.PlainDate }): Html => (
  <DataTable
    caption="People"
    captionHidden
    rows={model.shown}
    columns={[
      {
        heading: 'Person',
        rowHeading: true,
        cell: ({ personId, name }) => (
          <a class="govuk-link" href={`/people/${personId}`}>
            {name}
          </a>
        ),
      },
      { heading: 'Left', cell: ({ releaseDay }) => dateWords(plainDate(releaseDay), today) },
      {
        heading: 'From',
        cell: ({ prison }) => (prison === null ? 'not said' : (model.names.prisons.get(prison) ?? prison)),
      },
      { heading: 'Outcome', cell: ({ outcome }) => outcomeNames[outcome] },
      { heading: 'Why', cell: (release) => reasonOf(release) },
    ]}
  />
)

const show = (model: Model, { shell, now, today }: PageContext): Html => {
  const title = titleOf(model)
  return (
    <Layout
      shell={shell}
      title={title}
      back={{ text: 'Back to continuity', href: continuityAddress(model.period) }}
    >
      <PageHeading title={title} caption={`Continuity of care, ${spanWords(model.period.span, 'to')}`}>
        <PrintButton text="Print this list" />
      </PageHeading>
      <PrintHeader shell={shell} now={now} filter={`${title}, ${spanWords(model.period.span, 'to')}`} />
      {model.total === 0 ? (
        <EmptyState>
          {model.counted === 0 ? 'Nobody landed here in this period.' : 'Nobody whom you may see.'}
        </EmptyState>
      ) : (
        <List model={model} today={today} />
      )}
      <NotShown {...model} />
      <Pagination
        page={model.page}
        total={model.total}
        things="releases"
        href={(page) => peopleAddress(model.period, model.cell, page)}
      />
    </Layout>
  )
}

/** The people behind a cell of the continuity page, each with the reason why they are in it. */
export const continuityPeople = definePage<z.infer<typeof input>, Model>({
  path: '/continuity/people',
  may: ownTeam,
  audit: {
    action: 'list_continuity',
    people: ({ shown }) => [...new Set(shown.map(({ personId }) => personId))],
  },
  input,
  load: async (tx, { page, outcome, prison, service }, { actor, today, url }) => {
    const { period } = readPeriod(url.searchParams, today)
    const cell: Cell = {
      ...(outcome === undefined ? {} : { outcome }),
      ...(prison === undefined ? {} : { prison }),
      ...(service === undefined ? {} : { service }),
    }
    const { counted, shown } = await releasesShown(tx, actor, period, cell)
    const rows = shown.slice((page - 1) * pageSize, page * pageSize)
    const prisons = [...rows.flatMap((row) => row.prison ?? []), ...(prison === undefined ? [] : [prison])]
    const services = service === undefined || service === 'none' ? [] : [service]
    const names = await placeNames(tx, [...new Set(prisons)], services)
    return ok({ counted, cell, period, names, page, total: shown.length, shown: rows })
  },
  show,
})
