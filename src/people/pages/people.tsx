import { z } from 'zod'
import {
  choiceField,
  defineForm,
  type FormContext,
  formOf,
  keptFilter,
  optionalTextField,
  type PageContext,
} from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  type AppliedFilter,
  addressWith,
  awayWords,
  Button,
  birthWords,
  type Column,
  DataTable,
  dateAndAway,
  EmptyState,
  FilterBar,
  type Html,
  Layout,
  PageHeading,
  Pagination,
  PrintHeader,
  Select,
  TextInput,
} from '../../platform/ui/index.ts'
import { storeSearch } from '../actions/storeSearch.ts'
import { personName } from '../glance.ts'
import { rolesOfTeams, rolesThatRecord, rolesWithPeople } from '../model.ts'
import {
  type ListedPerson,
  ownPeople,
  type PeoplePage,
  searchPeople,
  type WherePart,
} from '../queries/listedPeople.ts'
import { storedSearch } from '../queries/storedSearch.ts'
import { readSearch } from '../search-words.ts'

const part = z.enum(['custody', 'community']).nullable().catch(null).default(null)

const input = z.object({
  search: z.uuid().nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})

/** `q` is what was typed, which no address holds; `found` is null where there is nothing to search by. */
interface Model extends z.infer<typeof input> {
  readonly q: string
  readonly where: WherePart | null
  readonly own: boolean
  readonly found: PeoplePage | null
}

const teamWide: readonly string[] = rolesOfTeams
const recording: readonly string[] = rolesThatRecord

const isTheirs = (role: string): boolean => !teamWide.includes(role)

const partWords: Readonly<Record<WherePart, string>> = {
  custody: 'In custody',
  community: 'In the community',
}

const everybody = '/people?show=all'

const listAddress = (search: string | null, where: WherePart | null): string =>
  search === null && where === null
    ? everybody
    : addressWith('/people', { search: search ?? undefined, where: where ?? undefined })

const appliedFilters = ({ q, search, where }: Model): readonly AppliedFilter[] => [
  ...(q === '' ? [] : [{ text: `“${q}”`, off: listAddress(null, where) }]),
  ...(where === null ? [] : [{ text: partWords[where], off: listAddress(search, null) }]),
]

const SearchBar = ({ model, form }: { readonly model: Model; readonly form: FormContext['form'] }): Html => {
  return (
    <FilterBar action="/people" posted={form} applied={appliedFilters(model)} clear={everybody}>
      <TextInput
        {...form}
        name="q"
        type="search"
        label="Number, name or date of birth"
        hint="Spelling need not be exact. “Whitaker 4 March 1989” works too."
        spellcheck={false}
        autocomplete="off"
      />
      <Select
        {...form}
        name="where"
        label="Where they are"
        placeholder="Anywhere"
        items={[
          { value: 'custody', text: partWords.custody },
          { value: 'community', text: partWords.community },
        ]}
      />
    </FilterBar>
  )
}

const NameLink = ({ person }: { readonly person: ListedPerson }): Html => (
  <a class="govuk-link" href={`/people/${person.id}`}>
    {personName(person)}
    <span class="govuk-visually-hidden">
      {person.prisonNumber === null ? '' : `, ${person.prisonNumber}`}
    </span>
  </a>
)

/** Days since the last one, for those who are named for people and read incidents of theirs. */
const lastIncident = (today: Temporal.PlainDate): Column<ListedPerson> => ({
  heading: 'Last incident',
  cell: ({ lastIncident: day }) => (day === null ? 'none recorded' : awayWords(day, today)),
})

const Results = ({
  people,
  caption,
  today,
  incidents,
}: {
  readonly people: readonly ListedPerson[]
  readonly caption: string
  readonly today: Temporal.PlainDate
  readonly incidents: boolean
}): Html => (
  <DataTable
    caption={caption}
    rows={people}
    columns={[
      { heading: 'Name', cell: (person) => <NameLink person={person} />, rowHeading: true },
      { heading: 'Prison number', cell: (person) => person.prisonNumber ?? 'none' },
      { heading: 'Born', cell: (person) => birthWords(person.dateOfBirth ?? undefined, today) },
      { heading: 'Where', cell: (person) => person.where },
      {
        heading: 'Release',
        cell: (person) => (person.leaves === null ? '' : dateAndAway(person.leaves, today)),
      },
      ...(incidents ? [lastIncident(today)] : []),
    ]}
  />
)

const NobodyFound = ({ model, mayRecord }: { readonly model: Model; readonly mayRecord: boolean }): Html => (
  <>
    <EmptyState>
      {model.q === '' ? 'You are named for nobody now.' : `Nobody you work with fits “${model.q}”.`}
    </EmptyState>
    {model.q !== '' && (
      <ul class="govuk-list govuk-list--bullet">
        <li>Try the family name alone, or the number without letters around it.</li>
        {model.where !== null && <li>Take off “{partWords[model.where]}”.</li>}
        {mayRecord && (
          <li>
            If another service may know them,{' '}
            <a class="govuk-link" href="/people/connect">
              connect with whoever holds their record
            </a>
            .
          </li>
        )}
        {mayRecord && (
          <li>
            If nobody does,{' '}
            <a class="govuk-link" href="/people/new">
              add a person
            </a>
            .
          </li>
        )}
      </ul>
    )}
  </>
)

const captionOf = ({ q, own, found }: Model): string => {
  const total = found?.total ?? 0
  if (own && q === '') return total === 1 ? 'Your one person' : `Your ${total} people`
  if (total > (found?.people.length ?? 0)) return `The ${found?.people.length} people most like “${q}”`
  return total === 1 ? `1 person like “${q}”` : `${total} people like “${q}”`
}

const Found = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html | null => {
  if (model.found === null) return null
  const mayRecord = recording.includes(context.actor.role)
  return model.found.people.length === 0 ? (
    <NobodyFound model={model} mayRecord={mayRecord} />
  ) : (
    <>
      <Results
        people={model.found.people}
        caption={captionOf(model)}
        today={context.today}
        incidents={model.own && model.q === '' && context.actor.role !== 'facilitator'}
      />
      {model.q === '' && (
        <Pagination
          page={model.page}
          total={model.found.total}
          href={(page) => addressWith('/people', { where: model.where ?? undefined, page: String(page) })}
        />
      )}
    </>
  )
}

const ways = (context: PageContext): Html | undefined =>
  !recording.includes(context.actor.role) ? undefined : (
    <div class="govuk-button-group">
      <Button text="Add a person" kind="secondary" href="/people/new" />
      <Button text="Connect" kind="secondary" href="/people/connect" />
    </div>
  )

/** What of the address is for another day too: where people are, never who was looked for. */
const toKeep = (filters: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...filters].filter(([name]) => name === 'where'))

/**
 * Search among the people one works with; for those who are named for people, their own to begin with. What is
 * typed is posted and kept under an id, so that no name stands in an address, a history or a log.
 */
export const peoplePage = defineForm({
  path: '/people',
  may: rolesWithPeople,
  audit: {
    action: 'search_people',
    people: ({ found }: Model) => found?.people.map(({ id }) => id) ?? [],
    subject: ({ q, search }: Model) => (q === '' ? null : search),
  },
  does: 'store_search',
  input,
  body: formOf({
    q: optionalTextField(300),
    where: choiceField(['', 'custody', 'community'], 'Choose where they are'),
  }),
  load: async (tx, given, request) => {
    const own = isTheirs(request.actor.role)
    const filters = await keptFilter(tx, request, ['where', 'search', 'show'], toKeep)
    const where = part.parse(filters.get('where'))
    const q = given.search === null ? '' : await storedSearch(tx, given.search)
    const search = q === '' ? null : readSearch(q, request.today)
    if (search?.ok) return ok({ ...given, q, where, own, found: await searchPeople(tx, search.value, where) })
    return ok({ ...given, q, where, own, found: own ? await ownPeople(tx, where, given.page) : null })
  },
  initial: ({ q, where }) => ({ q, where: where ?? '' }),
  act: async (tx, { body: { q, where: chosen }, request }) => {
    const where = part.parse(chosen)
    if (q === null) return ok({ to: listAddress(null, where), said: '', people: [] })
    const search = readSearch(q, request.today)
    if (!search.ok) return search
    return ok({ to: listAddress(await storeSearch(tx, q), where), said: '', people: [] })
  },
  show: (model, context) => (
    <Layout shell={context.shell} title={model.own ? 'My people' : 'People'} errors={context.form.errors}>
      <PageHeading title={model.own ? 'My people' : 'Find a person'}>{ways(context)}</PageHeading>
      <PrintHeader shell={context.shell} now={context.now} filter={captionOf(model)} />
      <SearchBar model={model} form={context.form} />
      <Found model={model} context={context} />
    </Layout>
  ),
})
