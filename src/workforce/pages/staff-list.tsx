import { z } from 'zod'
import { waitingReviews } from '../../oversight/index.ts'
import { roleWords } from '../../platform/auth/actor.ts'
import { definePage, keptFilter, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  type AppliedFilter,
  addressWith,
  DataTable,
  EmptyState,
  FilterBar,
  type Html,
  InsetText,
  Layout,
  PageHeading,
  Pagination,
  PrintHeader,
  Select,
} from '../../platform/ui/index.ts'
import { type KeptService, rolesThatKeepAccounts } from '../model.ts'
import { keptServices } from '../queries/keptServices.ts'
import { type ListedStaff, type StaffState, staffList } from '../queries/staffList.ts'

const path = '/staff'

const stateWords: Readonly<Record<StaffState, string>> = {
  here: 'Signs in',
  invited: 'Invited, has not signed in yet',
  left: 'Left',
}

const filters = z.object({
  state: z.enum(['here', 'invited', 'left']).nullable().catch(null).default(null),
  service: z.uuid().nullable().catch(null).default(null),
})
type Filters = z.infer<typeof filters>

interface Model {
  readonly page: number
  readonly filter: Filters
  readonly services: readonly KeptService[]
  readonly staff: readonly ListedStaff[]
  /** What waits for an administrator's review. */
  readonly reviews: number
}

const applied = ({ filter, services }: Model): readonly AppliedFilter[] => {
  const off = (change: { readonly state?: string; readonly service?: string }): string =>
    addressWith(path, { state: filter.state ?? '', service: filter.service ?? '', show: 'all', ...change })
  const service = services.find(({ id }) => id === filter.service)
  return [
    ...(filter.state === null ? [] : [{ text: stateWords[filter.state], off: off({ state: '' }) }]),
    ...(service === undefined ? [] : [{ text: service.name, off: off({ service: '' }) }]),
  ]
}

const postsWords = ({ posts }: ListedStaff): string =>
  posts.length === 0 ? 'None' : posts.map(({ role, service }) => `${roleWords[role]}, ${service}`).join('; ')

const Filter = ({ model }: { readonly model: Model }): Html => {
  const state = {
    values: { state: model.filter.state ?? '', service: model.filter.service ?? '' },
    errors: [],
  }
  return (
    <FilterBar action={path} applied={applied(model)} clear={`${path}?show=all`}>
      <Select
        {...state}
        name="state"
        label="Account"
        placeholder="Everybody"
        items={Object.entries(stateWords).map(([value, text]) => ({ value, text }))}
      />
      {model.services.length > 1 && (
        <Select
          {...state}
          name="service"
          label="Service"
          placeholder="All my services"
          items={model.services.map(({ id, name }) => ({ value: id, text: name }))}
        />
      )}
    </FilterBar>
  )
}

const List = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html => (
  <>
    <PrintHeader
      shell={context.shell}
      now={context.now}
      filter={applied(model)
        .map(({ text }) => text)
        .join(', ')}
    />
    {model.staff.length === 0 ? (
      <EmptyState>Nobody of the staff is like this.</EmptyState>
    ) : (
      <DataTable
        caption="Staff"
        captionHidden
        rows={model.staff}
        columns={[
          {
            heading: 'Name',
            rowHeading: true,
            cell: ({ id, full_name }) => (
              <a class="govuk-link" href={`/staff/${id}`}>
                {full_name}
              </a>
            ),
          },
          { heading: 'Role and service', cell: postsWords },
          { heading: 'Account', cell: ({ state }) => stateWords[state] },
        ]}
      />
    )}
    <Pagination
      page={model.page}
      total={model.staff[0]?.total ?? 0}
      things="members of staff"
      href={(page) =>
        addressWith(path, {
          state: model.filter.state ?? '',
          service: model.filter.service ?? '',
          show: 'all',
          page: String(page),
        })
      }
    />
  </>
)

/** An administrator's first page tells them at once of what they are to review. */
const Waiting = ({ reviews }: Pick<Model, 'reviews'>): Html | null =>
  reviews === 0 ? null : (
    <InsetText>
      <a class="govuk-link" href="/oversight">
        {reviews === 1 ? '1 look at a record waits' : `${reviews} looks at records wait`} for your review
      </a>
      , because no team leader could do it.
    </InsetText>
  )

/** Everybody of the staff whose account the reader keeps. */
export const staffListPage = definePage({
  path,
  may: rolesThatKeepAccounts,
  input: z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) }),
  load: async (tx, { page }, request) => {
    const { actor } = request
    const kept = await keptFilter(tx, request, ['state', 'service', 'show'])
    const filter = filters.parse(Object.fromEntries(kept))
    const services = await keptServices(tx)
    const wanted = services.filter(({ id }) => filter.service === null || id === filter.service)
    const staff = await staffList(
      tx,
      wanted.map(({ id }) => id),
      filter.state,
      page,
    )
    const reviews = actor.role === 'administrator' ? await waitingReviews(tx, actor.staffId) : 0
    return ok<Model>({ page, filter, services, staff, reviews })
  },
  audit: { action: 'view_staff_list', people: () => [] },
  show: (model, context) => (
    <Layout shell={context.shell} title="Staff and accounts">
      <PageHeading title="Staff and accounts">
        <a class="govuk-button" href="/staff/new">
          Invite somebody
        </a>
      </PageHeading>
      <Waiting reviews={model.reviews} />
      <Filter model={model} />
      <List model={model} context={context} />
    </Layout>
  ),
})
