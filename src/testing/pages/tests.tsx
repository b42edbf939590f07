import { z } from 'zod'
import { describeFact } from '../../assessment/index.ts'
import { PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  DataTable,
  dateWords,
  EmptyState,
  type Html,
  PageHeading,
  Pagination,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { substancesFound } from '../model.ts'
import { type SafetyRecord, type SafetyRecords, testsAndIncidents } from '../queries/testsAndIncidents.ts'
import { testReaders, testWriters } from '../roles.ts'

const input = z.object({
  personId: z.uuid(),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})

interface Model extends SafetyRecords {
  readonly person: PersonHeader
  readonly page: number
}

/** What a list says beside the name of it: the substances, or where it happened. */
const inShort = ({ kind, answers }: SafetyRecord): string => {
  if (kind === 'incident') return typeof answers.where === 'string' ? answers.where : ''
  const positive = substancesFound(answers, 'positive')
  const awaiting = substancesFound(answers, 'awaiting')
  return [
    positive.length === 0 ? null : `Positive: ${positive.join(', ')}`,
    answers.explained === 'yes' ? 'explained by a prescribed medicine' : null,
    awaiting.length === 0 ? null : `Awaiting: ${awaiting.join(', ')}`,
  ]
    .filter((words) => words !== null)
    .join('; ')
}

const byline = ({ by, service }: SafetyRecord): string =>
  [by, service].filter((words) => words !== null).join(', ')

const Ways = ({ model: { person }, context }: { readonly model: Model; readonly context: PageContext }) => {
  if (!testWriters.includes(context.actor.role) || person.place.status === 'died') return null
  const about = `of ${personName(person)}`
  return (
    <div class="govuk-button-group">
      <Button text="Record a test" href={`/people/${person.id}/tests/new`} about={about} />
      <Button
        kind="secondary"
        text="Record an incident"
        href={`/people/${person.id}/incidents/new`}
        about={about}
      />
    </div>
  )
}

const List = ({ model, today }: { readonly model: Model; readonly today: Temporal.PlainDate }): Html => (
  <>
    <DataTable
      caption="Newest first"
      captionHidden
      rows={model.records}
      columns={[
        {
          heading: 'What',
          rowHeading: true,
          cell: (record) => (
            <a class="govuk-link" href={`/people/${model.person.id}/records/${record.id}`}>
              {describeFact(record.kind, record.answers).title}
              <span class="govuk-visually-hidden">, {dateWords(record.day, today)}</span>
            </a>
          ),
        },
        { heading: 'Day', cell: ({ day }) => dateWords(day, today) },
        { heading: 'In short', cell: inShort },
        { heading: 'Recorded by', cell: byline },
      ]}
    />
    <Pagination
      page={model.page}
      total={model.total}
      things="records"
      href={(page) => `/people/${model.person.id}/tests?page=${page}`}
    />
  </>
)

/** Tests and incidents of somebody, as far as the reader may see each of them. */
export const testsPage = definePage<z.infer<typeof input>, Model>({
  path: '/people/:personId/tests',
  may: testReaders,
  audit: { action: 'test.list', people: ({ person }) => [person.id] },
  input,
  load: async (tx, { personId, page }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    return ok({ person: person.value, page, ...(await testsAndIncidents(tx, personId, page)) })
  },
  show: (model, context) => {
    const title = `Tests and incidents of ${personName(model.person)}`
    return (
      <PersonFrame shell={context.shell} person={model.person} title={title}>
        <PageHeading title="Tests and incidents" />
        <PrintHeader shell={context.shell} now={context.now} filter={title} />
        <Ways model={model} context={context} />
        {model.records.length === 0 ? (
          <EmptyState>No test or incident that you may read has been recorded.</EmptyState>
        ) : (
          <List model={model} today={context.today} />
        )}
      </PersonFrame>
    )
  },
})
