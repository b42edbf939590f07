import { ofPerson, PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, dayWords, EmptyState, type Html, PageHeading } from '../../platform/ui/index.ts'
import { newestFacts, type RecordedFact } from '../queries/facts.ts'
import { nowBegins } from '../queries/nowBegins.ts'
import { latestScores, type ScoredFact } from '../queries/scores.ts'
import { type Unfinished, unfinishedBefore } from '../queries/unfinishedBefore.ts'
import { assessmentsPath, comprehensivePath } from './assessing.tsx'
import { InstrumentList } from './instrument-list.tsx'
import { assessmentReaders, assessors } from './writers.ts'

interface Model {
  readonly person: PersonHeader
  readonly completed: RecordedFact | null
  /** Begun in an earlier stay and never completed. */
  readonly unfinished: readonly Unfinished[]
  readonly latest: readonly ScoredFact[]
}

interface PartProps {
  readonly model: Model
  readonly role: StaffRole
  readonly today: Temporal.PlainDate
}

const EarlierUnfinished = ({ model: { person, unfinished }, today }: PartProps): Html | null =>
  unfinished.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">From an earlier stay, not finished</h3>
      <ul class="govuk-list">
        {unfinished.map(({ id, day, by, service, parts }) => (
          <li>
            <a class="govuk-link" href={`${assessmentsPath(person.id)}/unfinished/${id}`}>
              {parts} {parts === 1 ? 'part' : 'parts'}, gone on with last {dayWords(day, today)}
            </a>
            {[by, service].filter((words) => words !== null).map((words) => `, ${words}`)}
          </li>
        ))}
      </ul>
    </>
  )

const Comprehensive = (props: PartProps): Html => {
  const {
    model: { person, completed },
    role,
    today,
  } = props
  return (
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
      <EarlierUnfinished {...props} />
    </section>
  )
}

/** Assessments and risk: what was assessed, and what it said. */
export const assessmentsPage = definePage<{ personId: string }, Model>({
  path: '/people/:personId/assessments',
  may: assessmentReaders,
  audit: { action: 'assessment.list', people: ({ person }) => [person.id] },
  input: ofPerson,
  load: async (tx, { personId }, { actor }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const [completed] = await newestFacts(tx, personId, ['assessment_completed'])
    const since = await nowBegins(tx, personId, { setting: actor.services[0]?.setting ?? 'custody' })
    return ok({
      person: person.value,
      unfinished: await unfinishedBefore(tx, personId, since),
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
