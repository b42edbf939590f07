import { z } from 'zod'
import { describeFact } from '../../assessment/index.ts'
import { PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { dateWords, PageHeading, PrintButton, SummaryList } from '../../platform/ui/index.ts'
import { type PlanRecord, planRecords } from '../queries/planRecords.ts'
import { recordReaders } from '../roles.ts'

interface Model {
  readonly person: PersonHeader
  readonly record: PlanRecord
}

/** A plan as it was agreed, or a review as it was held: to read and to print. */
export const planRecordPage = definePage({
  path: '/people/:personId/plan/records/:planRecordId',
  may: recordReaders,
  audit: {
    action: 'view_plan_record',
    people: ({ person }: Model) => [person.id],
    subject: ({ record }) => record.id,
  },
  input: z.object({ personId: z.uuid(), planRecordId: z.uuid() }),
  load: async (tx, { personId, planRecordId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const record = (await planRecords(tx, personId)).find(({ id }) => id === planRecordId)
    return record === undefined
      ? refused('not_found', 'There is no such plan or review.')
      : ok({ person: person.value, record })
  },
  show: ({ person, record }, { shell, today }) => {
    const { title, rows } = describeFact(record.kind, record.answers)
    const name = personName(person)
    return (
      <PersonFrame
        shell={shell}
        person={person}
        title={`${title} for ${name}`}
        back={{ href: `/people/${person.id}/plan`, text: 'Back to the plan' }}
      >
        <PageHeading title={title} caption={name}>
          <PrintButton text="Print" />
        </PageHeading>
        <p class="govuk-body">
          {dateWords(record.day, today)}
          {record.by !== null && `, by ${record.by}`}
          {record.service !== null && `, ${record.service}`}.
        </p>
        <SummaryList
          rows={rows.map(({ question, answer }) => ({
            key: question,
            value: <span class="tc-typed">{answer}</span>,
          }))}
        />
      </PersonFrame>
    )
  },
})
