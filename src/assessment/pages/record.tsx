import { z } from 'zod'
import { PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  dateWords,
  type Html,
  momentWords,
  PageHeading,
  SummaryList,
} from '../../platform/ui/index.ts'
import { describeFact } from '../describe-fact.ts'
import { type FactVersion, factRecord } from '../queries/factRecord.ts'
import { type Writer, writerOf } from './writers.ts'

const readers: readonly StaffRole[] = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'clinical',
  'community_worker',
  'key_worker',
  'key_work_champion',
  'offender_manager',
  'probation',
  'court_team',
]

interface Model {
  readonly person: PersonHeader
  readonly standing: FactVersion
  readonly earlier: readonly FactVersion[]
}

interface VersionProps {
  readonly version: FactVersion
  readonly today: Temporal.PlainDate
}

const byline = ({ version, today }: VersionProps): string =>
  [
    `Written ${momentWords(version.recordedAt, today)}`,
    version.by === null ? undefined : `by ${version.by}`,
    version.service === null ? undefined : `(${version.service})`,
  ]
    .filter((words) => words !== undefined)
    .join(' ')

const Version = ({ version, today }: VersionProps): Html => {
  const { rows } = describeFact(version.kind, version.answers)
  return (
    <>
      <p class="govuk-body">
        About {dateWords(version.day, today)}. {byline({ version, today })}.
      </p>
      {rows.length === 0 ? (
        <p class="govuk-body">Nothing was written beside it.</p>
      ) : (
        <SummaryList
          rows={rows.map(({ question, answer }) => ({
            key: question,
            value: <span class="tc-typed">{answer}</span>,
          }))}
        />
      )}
    </>
  )
}

const mayPutRight = (writer: Writer | undefined, actor: Actor, version: FactVersion): boolean =>
  writer?.may.includes(actor.role) === true && actor.services.some(({ id }) => id === version.serviceId)

const WaysToPutRight = ({
  writer,
  model: { person, standing },
}: {
  readonly writer: Writer
  readonly model: Pick<Model, 'person' | 'standing'>
}): Html => {
  const about = `this record of ${personName(person)}`
  const base = `/people/${person.id}`
  return (
    <div class="govuk-button-group">
      <Button
        kind="secondary"
        text="Put right"
        about={about}
        href={`${base}/${writer.path}?amends=${standing.id}`}
      />
      {writer.setAside === true && (
        <Button kind="secondary" text="Set aside" about={about} href={`${base}/set-aside/${standing.id}`} />
      )}
    </div>
  )
}

/** A short form as it was asked and answered; every earlier version stays readable below. */
export const recordPage = definePage<{ personId: string; factId: string }, Model>({
  path: '/people/:personId/records/:factId',
  may: readers,
  audit: {
    action: 'fact.view',
    people: ({ person }) => [person.id],
    subject: ({ standing }) => standing.id,
  },
  input: z.object({ personId: z.uuid(), factId: z.uuid() }),
  load: async (tx, { personId, factId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const found = await factRecord(tx, personId, factId)
    if (!found.ok) return found
    const [standing, ...earlier] = found.value
    return ok({ person: person.value, standing, earlier })
  },
  show: ({ person, standing, earlier }, { shell, actor, today }) => {
    const { title } = describeFact(standing.kind, standing.answers)
    const writer = writerOf(standing.kind, standing.answers)
    const name = personName(person)
    return (
      <PersonFrame
        shell={shell}
        person={person}
        title={`${title} of ${name}`}
        back={{ href: `/people/${person.id}`, text: `Back to ${name}` }}
      >
        <PageHeading title={title}>
          {writer !== undefined && mayPutRight(writer, actor, standing) && (
            <WaysToPutRight writer={writer} model={{ person, standing }} />
          )}
        </PageHeading>
        <Version version={standing} today={today} />
        {earlier.length > 0 && <h2 class="govuk-heading-m">As it was written before</h2>}
        {earlier.map((version) => (
          <Version version={version} today={today} />
        ))}
      </PersonFrame>
    )
  },
})
