import { z } from 'zod'
import { PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Details, dayWords, type Html, PageHeading, PrintButton } from '../../platform/ui/index.ts'
import { comprehensive, sections } from '../forms/comprehensive/index.ts'
import { plainSummary, type SummaryPart } from '../plain-summary.ts'
import { type FactVersion, factRecord } from '../queries/factRecord.ts'
import { assessmentsPath, comprehensivePath } from './assessing.tsx'
import { assessmentReaders, assessors } from './writers.ts'

/** The assessment in plain sentences, for a plan, a review or paper. */
export const PlainSummary = ({ parts }: { readonly parts: readonly SummaryPart[] }): Html => (
  <>
    {parts.map(({ title, sentences }) => (
      <section class="tc-summary-part">
        <h2 class="govuk-heading-m">{title}</h2>
        {sentences.map((sentence) => (
          <p class="govuk-body tc-typed">{sentence}</p>
        ))}
      </section>
    ))}
  </>
)

interface Model {
  readonly person: PersonHeader
  readonly standing: FactVersion
}

const mayPutRight = ({ serviceId }: FactVersion, { role, services }: Actor): boolean =>
  assessors.includes(role) && services.some(({ id }) => id === serviceId)

/** Each part by itself: the others stay as they are, and what it said before stays readable. */
const PutRight = ({ person, standing }: Model): Html => (
  <div class="tc-screen-only">
    <Details summary="Put a part right">
      <ul class="govuk-list">
        {sections.map(({ id, title }) => (
          <li>
            <a class="govuk-link" href={`${comprehensivePath(person.id)}/${id}?amends=${standing.id}`}>
              Put right: {title}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  </div>
)

/** A completed assessment in plain words, on one or two sheets of paper. */
export const assessmentSummaryPage = definePage<{ personId: string; assessmentId: string }, Model>({
  path: '/people/:personId/assessments/summary/:assessmentId',
  may: assessmentReaders,
  audit: {
    action: 'assessment.summary',
    people: ({ person }) => [person.id],
    subject: ({ standing }) => standing.id,
  },
  input: z.object({ personId: z.uuid(), assessmentId: z.uuid() }),
  load: async (tx, { personId, assessmentId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const found = await factRecord(tx, personId, assessmentId)
    if (!found.ok) return found
    const [standing] = found.value
    return standing.kind === comprehensive.kind
      ? ok({ person: person.value, standing })
      : refused('not_found', 'There is no such assessment.')
  },
  show: ({ person, standing }, { shell, today, actor }) => (
    <PersonFrame
      shell={shell}
      person={person}
      title={`Assessment summary of ${personName(person)}`}
      back={{ href: assessmentsPath(person.id), text: 'Back to assessments and risk' }}
    >
      <PageHeading title="Assessment summary">
        <PrintButton text="Print" />
      </PageHeading>
      <p class="govuk-body">
        Assessed {dayWords(standing.day, today)}
        {standing.by === null ? '' : ` by ${standing.by}`}
        {standing.service === null ? '' : `, ${standing.service}`}.{' '}
        <a class="govuk-link tc-screen-only" href={`/people/${person.id}/records/${standing.id}`}>
          Every answer, as it was given
        </a>
      </p>
      <PlainSummary parts={plainSummary(standing.answers)} />
      {mayPutRight(standing, actor) && <PutRight person={person} standing={standing} />}
    </PersonFrame>
  ),
})
