import { z } from 'zod'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  type AppliedFilter,
  addressWith,
  Button,
  birthWords,
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
import { personName } from '../glance.ts'
import { rolesOfTeams, rolesThatRecord, rolesWithPeople } from '../model.ts'
import {
  type ListedPerson,
  ownPeople,
  type PeoplePage,
  searchPeople,
  type WherePart,
} from '../queries/listedPeople.ts'
import { readSearch } from '../search-words.ts'

const input = z.object({
  q: z.string().max(300).catch('').default(''),
  where: z.enum(['custody', 'community']).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})

type Input = z.infer<typeof input>

/** `found` is null where there is nothing to search by; `problem` says why. */
interface Model extends Input {
  readonly own: boolean
  readonly found: PeoplePage | null
  readonly problem: string | null
}

const teamWide: readonly string[] = rolesOfTeams
const recording: readonly string[] = rolesThatRecord

const isTheirs = (role: string): boolean => !teamWide.includes(role)

const partWords: Readonly<Record<WherePart, string>> = {
  custody: 'In custody',
  community: 'In the community',
}

const appliedFilters = ({ q, where }: Input): readonly AppliedFilter[] => [
  ...(q === '' ? [] : [{ text: `“${q}”`, off: addressWith('/people', { where: where ?? undefined }) }]),
  ...(where === null ? [] : [{ text: partWords[where], off: addressWith('/people', { q }) }]),
]

const SearchBar = (model: Model): Html => {
  const form = {
    values: { q: model.q, where: model.where ?? '' },
    errors: model.problem === null ? [] : [{ field: 'q', message: model.problem }],
  }
  return (
    <FilterBar action="/people" applied={appliedFilters(model)} clear="/people">
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

const Results = ({
  people,
  caption,
  today,
}: {
  readonly people: readonly ListedPerson[]
  readonly caption: string
  readonly today: Temporal.PlainDate
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
      <Results people={model.found.people} caption={captionOf(model)} today={context.today} />
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

/** Search among the people one works with; for those who are named for people, their own to begin with. */
export const peoplePage = definePage({
  path: '/people',
  may: rolesWithPeople,
  audit: {
    action: 'search_people',
    people: ({ found }: Model) => found?.people.map(({ id }) => id) ?? [],
    subject: ({ q }: Model) => (q === '' ? null : q),
  },
  input,
  load: async (tx, given, { actor, today }) => {
    const own = isTheirs(actor.role)
    if (given.q.trim() === '')
      return ok({
        ...given,
        own,
        found: own ? await ownPeople(tx, given.where, given.page) : null,
        problem: null,
      })
    const search = readSearch(given.q, today)
    return search.ok
      ? ok({ ...given, own, found: await searchPeople(tx, search.value, given.where), problem: null })
      : ok({ ...given, own, found: null, problem: search.refusal.message })
  },
  show: (model, context) => (
    <Layout
      shell={context.shell}
      title={model.own ? 'My people' : 'People'}
      errors={model.problem === null ? [] : [{ field: 'q', message: model.problem }]}
    >
      <PageHeading title={model.own ? 'My people' : 'Find a person'}>{ways(context)}</PageHeading>
      <PrintHeader shell={context.shell} now={context.now} filter={captionOf(model)} />
      <SearchBar {...model} />
      <Found model={model} context={context} />
    </Layout>
  ),
})
