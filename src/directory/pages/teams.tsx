import { z } from 'zod'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DataTable, fullDate, Layout, PageHeading, Pagination, PrintHeader } from '../../platform/ui/index.ts'
import { progressWords } from '../first-day-words.ts'
import { keptTeams } from '../queries/keptTeams.ts'

/** The teams of an organisation, and since when each works with Throughcare. */
export const teamsPage = definePage({
  path: '/organisation/teams',
  may: ['administrator'],
  input: z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) }),
  load: async (tx, { page }) => ok({ page, teams: await keptTeams(tx, page) }),
  audit: { action: 'view_teams', people: () => [] },
  show: ({ page, teams }, { shell, now, today }) => (
    <Layout shell={shell} title="Teams">
      <PageHeading title="Teams" />
      <PrintHeader shell={shell} now={now} />
      <p class="govuk-body">
        Each team owes nothing for the time before the day on which it began to work with Throughcare.
      </p>
      <DataTable
        caption="Teams"
        captionHidden
        rows={teams}
        columns={[
          {
            heading: 'Team',
            rowHeading: true,
            cell: ({ id, name }) => (
              <a class="govuk-link" href={`/organisation/teams/${id}`}>
                {name}
              </a>
            ),
          },
          { heading: 'Where', cell: ({ place }) => place ?? 'No one place' },
          {
            heading: 'Works with Throughcare',
            cell: ({ live_from }) => (live_from === null ? 'Has always' : `From ${fullDate(live_from)}`),
          },
          { heading: 'What is owed', cell: (team) => progressWords(team, today) },
        ]}
      />
      <Pagination
        page={page}
        total={teams[0]?.total ?? 0}
        things="teams"
        href={(other) => `/organisation/teams?page=${other}`}
      />
    </Layout>
  ),
})
