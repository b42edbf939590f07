import { z } from 'zod'
import { PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, dateWords, type Html, PageHeading, SummaryList } from '../../platform/ui/index.ts'
import { describeFact } from '../describe-fact.ts'
import { newestFacts, type RecordedFact } from '../queries/facts.ts'
import { writers } from './writers.ts'

const parts = [
  { kind: 'naloxone_training', writer: writers.naloxone_training, button: 'Record training' },
  { kind: 'naloxone_issued', writer: writers.naloxone_issued, button: 'Record kit' },
] as const

interface Model {
  readonly person: PersonHeader
  readonly facts: readonly RecordedFact[]
}

interface PartProps extends Model {
  readonly part: (typeof parts)[number]
  readonly role: StaffRole
  readonly today: Temporal.PlainDate
}

const Part = ({ person, facts, part: { kind, writer, button }, role, today }: PartProps): Html => {
  const fact = facts.find((one) => one.kind === kind)
  const { title, rows } = describeFact(kind, fact?.answers ?? {})
  const may: readonly StaffRole[] = writer.may
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {fact === undefined ? (
        <p class="govuk-body">Nothing recorded yet.</p>
      ) : (
        <SummaryList
          rows={[
            { key: 'When', value: dateWords(fact.day, today) },
            ...rows.map(({ question, answer }) => ({ key: question, value: answer })),
          ]}
        />
      )}
      {may.includes(role) && (
        <Button
          text={button}
          kind={fact === undefined ? 'main' : 'secondary'}
          about={`for ${personName(person)}`}
          href={`/people/${person.id}/${writer.path}`}
        />
      )}
    </>
  )
}

/** Naloxone: training and kit, and where each stands. */
export const naloxonePage = definePage<{ personId: string }, Model>({
  path: '/people/:personId/naloxone',
  may: ['recovery_worker', 'coordinator', 'team_leader', 'clinical'],
  audit: { action: 'naloxone.view', people: ({ person }) => [person.id] },
  input: z.object({ personId: z.uuid() }),
  load: async (tx, { personId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const facts = await newestFacts(
      tx,
      personId,
      parts.map(({ kind }) => kind),
    )
    return ok({ person: person.value, facts })
  },
  show: (model, { shell, actor, today }) => (
    <PersonFrame
      shell={shell}
      person={model.person}
      title={`Naloxone for ${personName(model.person)}`}
      back={{ href: `/people/${model.person.id}` }}
    >
      <PageHeading title={`Naloxone for ${personName(model.person)}`} />
      {parts.map((part) => (
        <Part {...model} part={part} role={actor.role} today={today} />
      ))}
    </PersonFrame>
  ),
})
