import { ofPerson, PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, dayWords, EmptyState, type Html, PageHeading } from '../../platform/ui/index.ts'
import { newestFacts, type RecordedFact } from '../queries/facts.ts'
import { latestScores, type ScoredFact } from '../queries/scores.ts'
import { assessmentsPath, comprehensivePath } from './assessing.tsx'
import { InstrumentList } from './instrument-list.tsx'
import { assessmentReaders, assessors } from './writers.ts'

interface Model {
  readonly person: PersonHeader
  readonly completed: RecordedFact | null
  readonly latest: readonly ScoredFact[]
}

interface PartProps {
  readonly model: Model
  readonly role: StaffRole
  readonly today: Temporal.PlainDate
}

const Comprehensive = ({ model: { person, completed }, role, today }: PartProps): Html => (
  <section aria-labelledby="comprehensive">
    <h2 class="govuk-heading-m" id="comprehensive">
      Comprehensive assessment
    </h2>
    {completed === null ? (
      <EmptyState>Not completed yet.</EmptyState>
    ) : (
      <p class="govuk-body">
        <a class="govuk-link" href={`${assessmentsPath(person.id)}/summary/${completed.id}`}>
          Completed {dayWords(completed.day, today)}
        </a>
      </p>
    )}
    {assessors.includes(role) && (
      <Button
        kind="secondary"
        text={completed === null ? 'Start or go on with it' : 'Assess again'}
        about={`for ${personName(person)}`}
        href={comprehensivePath(person.id)}
      />
    )}
  </section>
)

/** Assessments and risk: what was assessed, and what it said. */
export const assessmentsPage = definePage<{ personId: string }, Model>({
  path: '/people/:personId/assessments',
  may: assessmentReaders,
  audit: { action: 'assessment.list', people: ({ person }) => [person.id] },
  input: ofPerson,
  load: async (tx, { personId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const [completed] = await newestFacts(tx, personId, ['assessment_completed'])
    return ok({
      person: person.value,
      completed: completed ?? null,
      latest: await latestScores(tx, personId),
    })
  },
  show: (model, { shell, actor, today }) => (
    <PersonFrame
      shell={shell}
      person={model.person}
      title={`Assessments and risk of ${personName(model.person)}`}
    >
      <PageHeading title="Assessments and risk" />
      <Comprehensive model={model} role={actor.role} today={today} />
      <h2 class="govuk-heading-m">Risk</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/people/${model.person.id}/risk`}>
          Risk plan and what raised it
        </a>
      </p>
      <InstrumentList person={model.person} role={actor.role} latest={model.latest} />
    </PersonFrame>
  ),
})
