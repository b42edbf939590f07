import { z } from 'zod'
import {
  PersonFrame,
  type PersonHeader,
  personHeader,
  personName,
  rolesThatRecord,
  rolesWithPeople,
} from '../../people/index.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { type Html, PageHeading, WarningText } from '../../platform/ui/index.ts'
import { type Owed, owedFor } from '../owed.ts'
import { type InShort, inShort } from '../queries/inShort.ts'
import { owedTo } from '../queries/owedTo.ts'
import { type TimelineRow, timeline } from '../queries/timeline.ts'
import { readCursor, type TimelinePart, timelineParts } from '../timeline-kinds.ts'
import { InShortList } from './in-short.tsx'
import { OwedList } from './owed-list.tsx'
import { RecordSomething } from './record-something.tsx'
import { ReleaseInShort } from './release-in-short.tsx'
import { TimelineList } from './timeline-list.tsx'

const isPart = (text: string): text is TimelinePart => Object.hasOwn(timelineParts, text)

const input = z.object({
  personId: z.uuid(),
  kind: z
    .string()
    .nullable()
    .catch(null)
    .default(null)
    .transform((kind) => (kind !== null && isPart(kind) ? kind : null)),
  before: z
    .string()
    .nullable()
    .catch(null)
    .default(null)
    .transform((text) => (text === null ? null : readCursor(text))),
})

interface Model {
  readonly person: PersonHeader
  readonly owed: readonly Owed[]
  readonly short: InShort
  readonly rows: readonly TimelineRow[]
  readonly kind: TimelinePart | null
  readonly further: boolean
}

const recording: readonly string[] = rolesThatRecord
const withoutContactDetails: readonly string[] = ['key_worker', 'key_work_champion', 'facilitator']

/** What of all that is owed stands between somebody and a safe release. */
const forRelease = (owed: readonly Owed[]): readonly Owed[] =>
  owed.filter(({ release, opens }) => release && opens === null)

const Died = ({ person }: { readonly person: PersonHeader }): Html | null =>
  person.place.status === 'died' ? (
    <WarningText>
      {personName(person)} has died. Letters, calls and reminders have stopped. If this is wrong, set the
      report aside on the History page.
    </WarningText>
  ) : null

const Body = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html => {
  const { person, short } = model
  const { today } = context
  const mayRecord = recording.includes(context.actor.role)
  const name = personName(person)
  return (
    <>
      <Died person={person} />
      <h2 class="govuk-heading-m">What is owed</h2>
      <OwedList owed={model.owed} today={today} name={name} />
      <RecordSomething person={person} role={context.actor.role} />
      <h2 class="govuk-heading-m">In short</h2>
      <InShortList
        person={person}
        short={short}
        today={today}
        mayRecord={mayRecord}
        mayReach={!withoutContactDetails.includes(context.actor.role)}
      />
      <h2 class="govuk-heading-m">Release</h2>
      <ReleaseInShort person={person} short={short} missing={forRelease(model.owed)} today={today} />
      <TimelineList
        personId={person.id}
        rows={model.rows}
        part={model.kind}
        further={model.further}
        today={today}
      />
    </>
  )
}

/** One person: what is owed, who they are in short, their release, and what happened. */
export const overviewPage = definePage({
  path: '/people/:personId',
  may: rolesWithPeople,
  audit: { action: 'view_person', people: ({ person }: Model) => [person.id] },
  input,
  load: async (tx, { personId, kind, before }, { actor, today }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const rows = await owedTo(tx, personId)
    return ok({
      person: person.value,
      owed: owedFor(rows, { id: personId, name: personName(person.value) }, actor, today),
      short: await inShort(tx, personId),
      rows: await timeline(tx, personId, kind, before),
      kind,
      further: before !== null,
    })
  },
  show: (model, context) => (
    <PersonFrame shell={context.shell} person={model.person} title={personName(model.person)}>
      <PageHeading title={personName(model.person)} />
      <Body model={model} context={context} />
    </PersonFrame>
  ),
})
