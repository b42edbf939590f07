import { z } from 'zod'
import { definePage, keptFilter, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  fullDate,
  type Html,
  Layout,
  PageHeading,
  PrintButton,
  PrintHeader,
  Tag,
} from '../../platform/ui/index.ts'
import { chartAddress } from '../continuity-links.ts'
import { continuitySentence, spanWords } from '../continuity-words.ts'
import { periodFields, periodToKeep, type ReadPeriod, readPeriod } from '../period.ts'
import { type TeamFigures, teamFigures } from '../queries/teamFigures.ts'
import { GroupTable, OutcomeTable } from './figure-tables.tsx'
import { PeriodFilter } from './period-filter.tsx'
import { Rule } from './rule.tsx'
import { Unknowns } from './unknowns.tsx'

/** Those who work with people and see their own team's figure, and who they are. */
export const ownTeam = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'clinical',
  'community_worker',
] as const

type Model = ReadPeriod & { readonly figures: TeamFigures | null }

const OwnData = ({ view }: Pick<TeamFigures, 'view'>): Html => (
  <p class="govuk-body">
    <Tag text="Own-data figure" colour="blue" /> Worked out from what is recorded here, as known on{' '}
    {fullDate(view.period.asOf)}. It is not the national statistic. The period before is{' '}
    {spanWords(view.period.before, 'to')}, as known on the same day.
  </p>
)

const Figure = ({ view, names }: TeamFigures): Html => (
  <>
    {view.figures.releases > 0 && (
      <img
        class="tc-chart"
        src={chartAddress(view.period)}
        width="960"
        height="150"
        alt="The seven outcomes as a bar; the table below has the same figures."
      />
    )}
    <OutcomeTable view={view} />
    {view.prisons.length > 0 && (
      <GroupTable
        caption="By the prison they left"
        heading="Prison"
        period={view.period}
        groups={view.prisons}
        nameOf={(code) => (code === null ? 'No prison named' : (names.prisons.get(code) ?? code))}
        cellOf={(prison) => ({ prison })}
      />
    )}
    {view.services.length > 0 && (
      <GroupTable
        caption="By the service they went to"
        heading="Service"
        period={view.period}
        groups={view.services}
        nameOf={(id) => (id === null ? 'No service known' : (names.services.get(id) ?? 'A service'))}
        cellOf={(service) => ({ service })}
      />
    )}
  </>
)

const Published = (): Html => (
  <p class="govuk-body-l">
    Figures for commissioners and strategy leads move with the published periods alone, so that nobody can be
    told from the difference between two days. None has been published yet.
  </p>
)

const show = ({ figures, values, errors }: Model, { shell, now }: PageContext): Html => (
  <Layout shell={shell} title="Continuity of care" errors={errors}>
    <PageHeading title="Continuity of care" caption="From custody into community treatment">
      <PrintButton text="Print this page" />
    </PageHeading>
    <PrintHeader
      shell={shell}
      now={now}
      filter={figures === null ? 'Continuity' : spanWords(figures.view.period.span, 'to')}
    />
    {figures === null ? (
      <Published />
    ) : (
      <>
        <p class="govuk-body-l">{continuitySentence(figures.view)}</p>
        <OwnData view={figures.view} />
        <PeriodFilter values={values} errors={errors} />
        <Figure {...figures} />
      </>
    )}
    <Rule />
    {figures !== null && (
      <Unknowns unknown={figures.view.unknown} notKnown={figures.view.figures.not_known} />
    )}
  </Layout>
)

const isOwnTeam = (role: string): boolean => ownTeam.some((one) => one === role)

/** The continuity figure of the reader's own team; for those who read published figures alone, the rule. */
export const continuity = definePage<object, Model>({
  path: '/continuity',
  may: [...ownTeam, 'strategy_lead', 'commissioner'],
  audit: { action: 'view_continuity', people: () => [] },
  input: z.object({}),
  load: async (tx, _input, request) => {
    const { actor, today } = request
    if (!isOwnTeam(actor.role)) return ok({ ...readPeriod(new URLSearchParams(), today), figures: null })
    const query = await keptFilter(tx, request, periodFields, (asked) => periodToKeep(asked, today))
    const read = readPeriod(query, today)
    return ok({ ...read, figures: await teamFigures(tx, actor, read.period) })
  },
  show,
})
