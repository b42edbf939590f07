import { z } from 'zod'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  capitalised,
  DataTable,
  dayWords,
  EmptyState,
  type Html,
  Layout,
  PageHeading,
  Pagination,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { type FiguresPeriod, periodOf } from '../figures-period.ts'
import { servicesOf } from '../person-in-service.ts'
import { type FigureRow, outcomes, peopleOfFigure } from '../queries/standardFigures.ts'
import { standardWords } from '../today-view.ts'
import { PersonLink } from './owed-groups.tsx'
import { outcomeHeadings } from './team-figures.tsx'

const input = z.object({
  standard: z.string().max(60).catch(''),
  outcome: z.enum(outcomes).catch('overdue'),
  period: z.string().max(20).optional(),
  page: z.coerce.number().int().min(1).max(1000).catch(1).optional(),
})

interface Model {
  readonly asked: z.output<typeof input>
  readonly period: FiguresPeriod
  readonly rows: readonly FigureRow[]
}

const Page = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html => {
  const { asked, period, rows } = model
  const { today, shell, now } = context
  const words = standardWords.get(asked.standard)
  const title = `${outcomeHeadings[asked.outcome]}: ${words?.words ?? asked.standard}`
  const total = rows[0]?.total ?? 0
  const days = `Due from ${dayWords(period.from, today)} to ${dayWords(period.to, today)}`
  const query = `standard=${asked.standard}&outcome=${asked.outcome}&period=${period.choice}`
  return (
    <Layout shell={shell} title={title} back={{ href: '/team', text: 'Back to my team' }}>
      <PageHeading title={`${title} (${total})`} caption={days}>
        <PrintButton text="Print this list" />
      </PageHeading>
      <PrintHeader shell={shell} now={now} filter={days} />
      {rows.length === 0 ? (
        <EmptyState>Nobody.</EmptyState>
      ) : (
        <DataTable
          caption={title}
          captionHidden
          rows={rows}
          columns={[
            { heading: 'Who', rowHeading: true, cell: (row) => <PersonLink row={row} /> },
            { heading: 'Was due', cell: ({ due_on }) => capitalised(dayWords(due_on, today)) },
            {
              heading: 'Done',
              cell: ({ closed_on }) =>
                closed_on === null ? 'Not yet' : capitalised(dayWords(closed_on, today)),
            },
          ]}
        />
      )}
      <Pagination
        page={asked.page ?? 1}
        total={total}
        href={(page) => `/team/figures?${query}&page=${page}`}
        things="things due"
      />
    </Layout>
  )
}

/** The people behind one of the team's figures. */
export const figuresPage = definePage({
  path: '/team/figures',
  may: ['team_leader'],
  input,
  load: async (tx, asked, { actor, today }) => {
    const period = periodOf(asked.period ?? null, today)
    const rows = await peopleOfFigure(tx, servicesOf(actor), period, { ...asked, page: asked.page ?? 1 })
    return ok<Model>({ asked, period, rows })
  },
  audit: {
    action: 'view_team_figure',
    people: ({ rows }) => [...new Set(rows.map(({ person_id }) => person_id))],
    subject: ({ asked }) => `${asked.standard}:${asked.outcome}`,
  },
  show: (model, context) => <Page model={model} context={context} />,
})
