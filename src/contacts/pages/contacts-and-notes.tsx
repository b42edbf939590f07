import { z } from 'zod'
import { servicesOf } from '../../casework/index.ts'
import {
  PersonFrame,
  type PersonHeader,
  personHeader,
  personName,
  rolesOfTeams,
  rolesWithPeople,
  storedSearch,
  storeSearch,
} from '../../people/index.ts'
import {
  defineForm,
  type FormContext,
  formOf,
  optionalChoiceField,
  optionalTextField,
  type PageContext,
} from '../../platform/http/index.ts'
import { isId } from '../../platform/ids.ts'
import { parseDay } from '../../platform/moments.ts'
import { ok } from '../../platform/result.ts'
import {
  addressWith,
  Button,
  EmptyState,
  FilterBar,
  type Html,
  PageHeading,
  PrintHeader,
  Select,
  TextInput,
} from '../../platform/ui/index.ts'
import {
  type After,
  contactsAndNotes,
  type Line,
  linesAPage,
  plannedToCome,
  type Shows,
  shows,
} from '../queries/contactsAndNotes.ts'
import { type FoundWords as Found, searchNotes } from '../queries/searchNotes.ts'
import { ContactLine } from './contact-line.tsx'
import { FoundWords } from './found-words.tsx'

const showWords: Readonly<Record<Shows, string>> = {
  contacts: 'Contacts alone',
  notes: 'Only what has a note',
  missed: 'Missed: theirs to keep',
  not_said: 'Not said yet what became of it',
}

const cursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
  .transform((text): After | null => {
    const [written = '', id = ''] = text.split('_')
    const day = parseDay(written)
    return day !== null && isId(id) ? { day, id } : null
  })
  .nullable()
  .catch(null)
  .default(null)

const input = z.object({
  personId: z.uuid(),
  show: z.enum(shows).nullable().catch(null).default(null),
  search: z.uuid().nullable().catch(null).default(null),
  before: cursor,
})

interface Model {
  readonly person: PersonHeader
  readonly show: Shows | null
  readonly q: string
  readonly further: boolean
  readonly planned: readonly Line[]
  readonly lines: readonly Line[]
  /** Null where nothing was searched for. */
  readonly found: readonly Found[] | null
}

const recording: readonly string[] = rolesOfTeams

const base = (personId: string): string => `/people/${personId}/contacts`

const Lines = ({ model, today }: { readonly model: Model; readonly today: Temporal.PlainDate }): Html => {
  const { lines, person, show } = model
  const last = lines.slice(0, linesAPage).at(-1)
  return (
    <section>
      <h2 class="govuk-heading-m">What was</h2>
      {lines.length === 0 && <EmptyState>Nothing is recorded here that you may read.</EmptyState>}
      <ul class="tc-lines">
        {lines.slice(0, linesAPage).map((line) => (
          <ContactLine line={line} personId={person.id} today={today} />
        ))}
      </ul>
      {lines.length > linesAPage && last !== undefined && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={addressWith(base(person.id), {
              show: show ?? undefined,
              before: `${last.day.toString()}_${last.id}`,
            })}
          >
            Earlier
          </a>
        </p>
      )}
    </section>
  )
}

const Planned = ({ model, today }: { readonly model: Model; readonly today: Temporal.PlainDate }): Html => (
  <section>
    <h2 class="govuk-heading-m">Planned</h2>
    {model.planned.length === 0 ? (
      <EmptyState>Nothing is planned.</EmptyState>
    ) : (
      <ul class="tc-lines">
        {model.planned.map((line) => (
          <ContactLine line={line} personId={model.person.id} today={today} />
        ))}
      </ul>
    )}
  </section>
)

const Filters = ({ model, form }: { readonly model: Model; readonly form: FormContext['form'] }): Html => {
  const { person, q, show } = model
  const here = base(person.id)
  return (
    <FilterBar
      action={here}
      posted={form}
      applied={[
        ...(q === '' ? [] : [{ text: `“${q}”`, off: addressWith(here, { show: show ?? undefined }) }]),
        ...(show === null ? [] : [{ text: showWords[show], off: here }]),
      ]}
      clear={here}
    >
      <TextInput {...form} name="q" type="search" label="Find words in the notes" autocomplete="off" />
      <Select
        {...form}
        name="show"
        label="Show"
        placeholder="Everything"
        items={shows.map((value) => ({ value, text: showWords[value] }))}
      />
    </FilterBar>
  )
}

const Ways = ({ person, context }: { readonly person: PersonHeader; readonly context: PageContext }) =>
  recording.includes(context.actor.role) ? (
    <div class="govuk-button-group">
      <Button text="Record contact" href={`${base(person.id)}/new`} />
      <Button text="Plan contact" kind="secondary" href={`${base(person.id)}/plan`} />
      <Button text="Write a note" kind="secondary" href={`/people/${person.id}/notes/new`} />
    </div>
  ) : undefined

/** What is planned with somebody, every contact and note this reader may see, and search in their words. */
export const contactsAndNotesPage = defineForm({
  path: '/people/:personId/contacts',
  may: rolesWithPeople,
  input,
  body: formOf({ q: optionalTextField(300), show: optionalChoiceField(shows) }),
  audit: {
    action: 'view_contacts',
    people: ({ person }: Model) => [person.id],
    subject: ({ q }: Model) => (q === '' ? null : 'searched the notes'),
  },
  does: 'search_notes',
  load: async (tx, { personId, show, search, before }, { actor }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const services = servicesOf(actor)
    const q = search === null ? '' : await storedSearch(tx, search)
    return ok({
      person: person.value,
      show,
      q,
      further: before !== null,
      found: q === '' ? null : await searchNotes(tx, personId, q),
      planned: q === '' && before === null ? await plannedToCome(tx, personId, services) : [],
      lines: q === '' ? await contactsAndNotes(tx, { personId, services, show, after: before }) : [],
    })
  },
  initial: ({ q, show }) => ({ q, show: show ?? '' }),
  act: async (tx, { input: { personId }, body: { q, show } }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    return ok({
      to: addressWith(base(personId), {
        show: show ?? undefined,
        search: q === null ? undefined : await storeSearch(tx, q),
      }),
      said: '',
      people: [personId],
    })
  },
  show: (model, context) => {
    const { person, found, q, further } = model
    return (
      <PersonFrame
        shell={context.shell}
        person={person}
        title={`Contacts and notes of ${personName(person)}`}
        errors={context.form.errors}
      >
        <PageHeading title="Contacts and notes">
          <Ways person={person} context={context} />
        </PageHeading>
        <PrintHeader shell={context.shell} now={context.now} />
        <Filters model={model} form={context.form} />
        {found === null ? (
          <>
            {!further && <Planned model={model} today={context.today} />}
            <Lines model={model} today={context.today} />
          </>
        ) : (
          <FoundWords rows={found} q={q} personId={person.id} today={context.today} />
        )}
      </PersonFrame>
    )
  },
})
