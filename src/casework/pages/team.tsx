import { z } from 'zod'
import { definePage, keptFilter, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { type Html, Layout, PageHeading, PrintButton, PrintHeader } from '../../platform/ui/index.ts'
import { type FiguresPeriod, figuresNames, periodOf } from '../figures-period.ts'
import { servicesOf } from '../person-in-service.ts'
import { type StandardFigures, standardFigures } from '../queries/standardFigures.ts'
import { teamLoad, type WorkerLoad } from '../queries/teamLoad.ts'
import { type OverdueByStandard, overdueByStandard } from '../queries/teamOverview.ts'
import { type ToAllocate, unallocated } from '../queries/toAllocate.ts'
import { Figures } from './team-figures.tsx'
import { Overdue, Unallocated, Workers } from './team-tables.tsx'

interface Model {
  readonly overdue: readonly OverdueByStandard[]
  readonly workers: readonly WorkerLoad[]
  readonly waiting: readonly ToAllocate[]
  readonly period: FiguresPeriod
  readonly figures: readonly StandardFigures[]
}

const Page = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html => {
  const { shell, today, now, actor } = context
  return (
    <Layout shell={shell} title="My team">
      <PageHeading title="My team" caption={actor.services.map(({ name }) => name).join(', ')}>
        <PrintButton text="Print this page" />
      </PageHeading>
      <PrintHeader shell={shell} now={now} />
      <Unallocated rows={model.waiting} workers={model.workers} today={today} />
      <Workers rows={model.workers} today={today} />
      <Overdue rows={model.overdue} today={today} />
      <Figures period={model.period} rows={model.figures} today={today} />
      {actor.services.some(({ establishment }) => establishment !== null) && (
        <p class="govuk-body tc-no-print">
          <a class="govuk-link" href="/regime">
            Regime times of your prison
          </a>
        </p>
      )}
    </Layout>
  )
}

/** The team leader's page: who has no worker, who carries how much, what is overdue, and how each standard was met. */
export const teamPage = definePage({
  path: '/team',
  may: ['team_leader'],
  input: z.object({}),
  load: async (tx, _input, request) => {
    const services = servicesOf(request.actor)
    const kept = await keptFilter(tx, request, figuresNames)
    const period = periodOf(kept.get('period'), request.today)
    return ok<Model>({
      waiting: await unallocated(tx, services, 1),
      overdue: await overdueByStandard(tx, services),
      workers: await teamLoad(tx, services),
      period,
      figures: await standardFigures(tx, services, period),
    })
  },
  audit: { action: 'view_team', people: ({ waiting }) => waiting.map(({ person_id }) => person_id) },
  show: (model, context) => <Page model={model} context={context} />,
})
