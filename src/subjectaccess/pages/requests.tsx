import { z } from 'zod'
import { rolesOfTeams } from '../../people/index.ts'
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
  PrintHeader,
} from '../../platform/ui/index.ts'
import { isOpen, requestStateWords } from '../model.ts'
import { accessRequests, type ListedRequest } from '../queries/accessRequest.ts'

const show = (rows: readonly ListedRequest[], { shell, today, now }: PageContext): Html => (
  <Layout shell={shell} title="Requests for records">
    <PageHeading title="Requests for records" />
    <PrintHeader shell={shell} now={now} />
    <p class="govuk-body">
      Somebody may ask for everything that is held about them, and is answered within a month. A team leader
      opens a request from the person’s page.
    </p>
    {rows.length === 0 ? (
      <EmptyState>Nobody’s records are asked for now.</EmptyState>
    ) : (
      <DataTable
        caption="Requests, those that wait first"
        rows={rows}
        columns={[
          {
            heading: 'About',
            rowHeading: true,
            cell: ({ id, name }) => (
              <a class="govuk-link" href={`/access-requests/${id}`}>
                {name ?? 'Somebody whose record you may not open'}
              </a>
            ),
          },
          { heading: 'Asked', cell: ({ asked_on }) => dayWords(asked_on, today) },
          {
            heading: 'Answer by',
            cell: ({ due_on, state }) => (isOpen(state) ? <Due due={due_on} today={today} /> : 'It is over'),
          },
          { heading: 'State', cell: ({ state }) => requestStateWords[state] },
        ]}
      />
    )}
  </Layout>
)

/** Requests that this reader answers or reviews. */
export const requestsPage = definePage({
  path: '/access-requests',
  may: rolesOfTeams,
  input: z.object({}),
  audit: {
    action: 'list_access_requests',
    people: (rows: readonly ListedRequest[]) => rows.map(({ person_id }) => person_id),
  },
  load: async (tx) => ok(await accessRequests(tx)),
  show,
})
