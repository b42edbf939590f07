import { describeFact } from '../assessment/index.ts'
import { type ReleaseDateType, releaseDateTypes, releaseDateWords } from '../custody/index.ts'
import { roleWords } from '../platform/auth/actor.ts'
import { dateWords } from '../platform/ui/dates.ts'
import type { TimelineRow } from './queries/timeline.ts'
import type { TimelineKind } from './timeline-kinds.ts'
import {
  sayEndReason,
  sayFlag,
  sayIntervention,
  sayMode,
  sayMovement,
  sayOutcome,
  sayPurpose,
  saySource,
  saySubstances,
} from './words.ts'

/** What a row says: its title, a line or two, and words as somebody typed them. */
export interface Said {
  readonly title: string
  readonly lines: readonly string[]
  readonly typed: string | null
  /** Questions and answers of a short form. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  readonly href: string | null
}

type Data = TimelineRow['data']

const text = (data: Data, name: string): string | null => {
  const value = data[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const known = (...lines: readonly (string | null | false)[]): readonly string[] =>
  lines.filter((line): line is string => typeof line === 'string' && line !== '')

type Saying = Partial<Said> & Pick<Said, 'title'>

const noteClasses: Readonly<Record<string, string>> = {
  recovery: 'Recovery note',
  clinical: 'Clinical note',
  key_work: 'Key-work note',
  safeguarding: 'Safeguarding note',
}

const note = (row: TimelineRow, personId: string): Saying => ({
  title: `${noteClasses[text(row.data, 'class') ?? ''] ?? 'Note'}${row.data.amended === true ? ', amended' : ''}`,
  typed: text(row.data, 'words'),
  href: `/people/${personId}/notes/${row.id}`,
})

const contact = ({ id, data }: TimelineRow, personId: string): Saying => ({
  title: `${sayPurpose(text(data, 'purpose'))}: ${sayOutcome(text(data, 'outcome')).toLowerCase()}`,
  lines: known([sayMode(text(data, 'mode')), text(data, 'place')].filter(Boolean).join(', ')),
  typed: [text(data, 'words'), text(data, 'notes')].filter(Boolean).join('\n\n') || null,
  href: `/people/${personId}/contacts/${id}`,
})

const isAnswers = (value: unknown): value is Parameters<typeof describeFact>[1] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fact = ({ id, data }: TimelineRow, personId: string): Saying => {
  const answers = data.answers
  const { title, rows } = describeFact(text(data, 'kind') ?? '', isAnswers(answers) ? answers : {})
  return {
    title: `${title}${data.amended === true && data.kind !== 'record_set_aside' ? ', put right' : ''}`,
    answers: rows,
    href: `/people/${personId}/records/${id}`,
  }
}

const goalEnd = ({ data }: TimelineRow, personId: string): Saying => ({
  title: data.state === 'met' ? 'Goal met' : 'Goal dropped',
  lines: known(text(data, 'why') !== null && `${data.state === 'met' ? 'How' : 'Why'}: ${text(data, 'why')}`),
  typed: text(data, 'words'),
  href: `/people/${personId}/plan`,
})

const referral = ({ data, service }: TimelineRow): Saying => ({
  title: `Referred to ${service ?? 'a service'}`,
  lines: known(
    text(data, 'source') !== null && `By: ${saySource(text(data, 'source'))}`,
    text(data, 'substances') !== null && saySubstances(text(data, 'substances')),
  ),
})

const allocation = ({ data }: TimelineRow): Saying => {
  const roles: Readonly<Record<string, string>> = roleWords
  return {
    title: `${text(data, 'worker') ?? 'A worker'} became ${(roles[text(data, 'role') ?? ''] ?? 'worker').toLowerCase()}`,
    lines: known(text(data, 'why') !== null && `Ended: ${text(data, 'why')}`),
  }
}

const handoverHref = ({ data }: TimelineRow): Pick<Said, 'href'> => ({
  href: text(data, 'handover') === null ? null : `/handovers/${text(data, 'handover')}`,
})

const handoverKinds: Readonly<Record<string, string>> = {
  release: 'Hand-over for release opened',
  transfer: 'Hand-over for a transfer opened',
  call_sheet: 'Hand-over opened after an unplanned release',
}

const answers: Readonly<Record<string, string>> = {
  accepted: 'accepted the hand-over',
  declined: 'declined the hand-over',
}

const answer = (row: TimelineRow): Saying => ({
  title:
    text(row.data, 'answer') === 'withdrawn'
      ? `Hand-over to ${text(row.data, 'to')} withdrawn`
      : `${text(row.data, 'to')} ${answers[text(row.data, 'answer') ?? ''] ?? 'answered the hand-over'}`,
  lines: known(
    text(row.data, 'reason') !== null && `Reason: ${text(row.data, 'reason')?.replaceAll('_', ' ')}`,
  ),
  typed: text(row.data, 'words'),
  ...handoverHref(row),
})

const movement = ({ data }: TimelineRow): Saying => ({
  title: sayMovement(text(data, 'type')),
  lines: known(text(data, 'prison'), data.unplanned === true && 'Not by a planned date'),
})

const isDateType = (type: string): type is ReleaseDateType => Object.hasOwn(releaseDateTypes, type)

const releaseDate = ({ data }: TimelineRow, today: Temporal.PlainDate): Saying => {
  const type = text(data, 'type') ?? ''
  const named = isDateType(type) ? releaseDateWords(type) : type
  const date = text(data, 'date')
  return {
    title:
      date === null ? `${named} withdrawn` : `${named}: ${dateWords(Temporal.PlainDate.from(date), today)}`,
    lines: known(text(data, 'source') !== null && `Source: ${text(data, 'source')}`),
  }
}

/** The first letter small, where the word is not written in capitals: "overdose risk", "ACCT open". */
const inSentence = (words: string): string =>
  /^.\p{Lu}/u.test(words) ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`

const flag =
  (verb: string) =>
  ({ data }: TimelineRow): Saying => ({
    title: `Safety flag ${verb}: ${inSentence(sayFlag(text(data, 'kind')))}`,
    lines: known(text(data, 'detail')),
  })

const sayings: Readonly<
  Record<TimelineKind, (row: TimelineRow, personId: string, today: Temporal.PlainDate) => Saying>
> = {
  note,
  contact,
  fact,
  goal_end: goalEnd,
  referral,
  triage: () => ({ title: 'Triaged' }),
  episode_end: ({ data, service }) => ({
    title: `Episode with ${service ?? 'a service'} ended`,
    lines: known(sayEndReason(text(data, 'reason'))),
  }),
  intervention: ({ data }) => ({ title: `Started: ${sayIntervention(text(data, 'kind'))}` }),
  intervention_end: ({ data }) => ({ title: `Ended: ${sayIntervention(text(data, 'kind'))}` }),
  allocation,
  handover: (row) => ({
    title: handoverKinds[text(row.data, 'kind') ?? ''] ?? 'Hand-over opened',
    lines: known(text(row.data, 'destination') !== null && `To live in ${text(row.data, 'destination')}`),
    ...handoverHref(row),
  }),
  offer: (row) => ({ title: `Hand-over sent to ${text(row.data, 'to')}`, ...handoverHref(row) }),
  answer,
  message: (row) => ({
    title: 'Message about the hand-over',
    typed: text(row.data, 'words'),
    ...handoverHref(row),
  }),
  movement,
  release_date: (row, _, today) => releaseDate(row, today),
  flag: flag('raised'),
  flag_down: flag('taken down'),
  contact_details: ({ data }) => ({
    title: 'Contact details recorded',
    lines: known(text(data, 'phone'), text(data, 'town')),
  }),
}

/** What one row of the timeline says. */
export const sayRow = (row: TimelineRow, personId: string, today: Temporal.PlainDate): Said => ({
  lines: [],
  typed: null,
  answers: [],
  href: null,
  ...sayings[row.kind](row, personId, today),
})
