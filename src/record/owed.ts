import { mayDo, obligationLink } from '../casework/index.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { dayNumber, plainDate } from '../platform/day.ts'
import { dateWords } from '../platform/ui/dates.ts'
import { describeObligation, packById, standardById } from '../standards/index.ts'
import type { OwedRow } from './queries/owedTo.ts'

/** One thing owed, as the page says it. */
export interface Owed {
  readonly title: string
  readonly due: Temporal.PlainDate
  /** Owed from a day to come: nothing to do yet. */
  readonly opens: Temporal.PlainDate | null
  readonly why: string
  readonly source: string
  readonly by: string
  /** Part of getting somebody safely out. */
  readonly release: boolean
  /** Null where it is another team's to do, or this reader may not record it. */
  readonly button: { readonly text: string; readonly href: string } | null
}

type Reader = Pick<Actor, 'services' | 'role'>

/** Theirs to do: of one of their services, or of the prison they work in. */
const isTheirs = (row: OwedRow, { services }: Reader): boolean =>
  services.some(
    ({ id, establishment }) =>
      id === row.service_id || (establishment !== null && establishment === row.establishment_code),
  )

const ownerWords: Readonly<Record<string, string>> = {
  recovery_worker: 'a recovery worker',
  coordinator: 'the coordinator',
  clinical: 'clinical staff',
  team_leader: 'the team leader',
  community_worker: 'a community worker',
}

/** The standards between somebody and a safe release. */
const beforeRelease: ReadonlySet<string> = new Set([
  'handover_opened',
  'handover_accepted',
  'another_service',
  'community_appointment',
  'first_night_accommodation',
  'medicines_bridge',
  'naloxone_in_hand',
  'overdose_advice',
])

const byWords = ({ worker, owner_role, service }: OwedRow): string => {
  const who = worker ?? ownerWords[owner_role] ?? 'the team'
  return service === null ? who : `${who}, ${service}`
}

const owedOf =
  (name: string, personId: string, reader: Reader, today: Temporal.PlainDate) =>
  (row: OwedRow): Owed => {
    const link = obligationLink(row.standard)
    const opens = Temporal.PlainDate.compare(row.opens_on, today) > 0 ? row.opens_on : null
    const standard = standardById(packById(row.pack), row.standard)
    const words =
      standard === null
        ? { why: '', source: '' }
        : describeObligation(
            { opensOn: dayNumber(row.opens_on), dueOn: dayNumber(row.due_on) },
            standard,
            (day) => dateWords(plainDate(day), today),
          )
    return {
      title: link.linkText(name),
      due: row.due_on,
      opens,
      why: words.why,
      source: words.source,
      by: byWords(row),
      release: beforeRelease.has(row.standard),
      button:
        row.may_write && isTheirs(row, reader) && mayDo(reader.role, row.standard)
          ? { text: link.verb, href: link.path(personId, row.subject_id) }
          : null,
    }
  }

/** What is owed to somebody, in the order in which to do it: what is open, then what opens later. */
export const owedFor = (
  rows: readonly OwedRow[],
  person: { readonly id: string; readonly name: string },
  reader: Reader,
  today: Temporal.PlainDate,
): readonly Owed[] =>
  rows
    .map(owedOf(person.name, person.id, reader, today))
    .sort((one, other) => Number(one.opens !== null) - Number(other.opens !== null))
