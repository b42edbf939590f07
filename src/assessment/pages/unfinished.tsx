import { z } from 'zod'
import { PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { dayWords, InsetText, PageHeading, PrintButton } from '../../platform/ui/index.ts'
import { plainSummary } from '../plain-summary.ts'
import { nowBegins } from '../queries/nowBegins.ts'
import { type Unfinished, unfinishedBefore } from '../queries/unfinishedBefore.ts'
import { assessmentsPath } from './assessing.tsx'
import { PlainSummary } from './assessment-summary.tsx'
import { assessmentReaders } from './writers.ts'

interface Model {
  readonly person: PersonHeader
  readonly begun: Unfinished
}

/** What an assessment of an earlier stay says as far as it went: to read, and to begin the next one from. */
export const unfinishedPage = definePage<{ personId: string; unfinishedId: string }, Model>({
  path: '/people/:personId/assessments/unfinished/:unfinishedId',
  may: assessmentReaders,
  audit: {
    action: 'assessment.unfinished',
    people: ({ person }) => [person.id],
    subject: ({ begun }) => begun.id,
  },
  input: z.object({ personId: z.uuid(), unfinishedId: z.uuid() }),
  load: async (tx, { personId, unfinishedId }, { actor }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const [service] = actor.services
    const since = await nowBegins(tx, personId, { setting: service?.setting ?? 'custody' })
    const begun = (await unfinishedBefore(tx, personId, since)).find(({ id }) => id === unfinishedId)
    return begun === undefined
      ? refused('not_found', 'There is no such assessment.')
      : ok({ person: person.value, begun })
  },
  show: ({ person, begun }, { shell, today }) => (
    <PersonFrame
      shell={shell}
      person={person}
      title={`Unfinished assessment of ${personName(person)}`}
      back={{ href: assessmentsPath(person.id), text: 'Back to assessments and risk' }}
    >
      <PageHeading title="From an earlier stay, not finished">
        <PrintButton text="Print" />
      </PageHeading>
      <p class="govuk-body">
        Gone on with last {dayWords(begun.day, today)}
        {begun.by === null ? '' : ` by ${begun.by}`}
        {begun.service === null ? '' : `, ${begun.service}`}.
      </p>
      <InsetText>It was never completed. Its history is laid out to be confirmed in the next one.</InsetText>
      <PlainSummary parts={plainSummary(begun.answers)} />
    </PersonFrame>
  ),
})
