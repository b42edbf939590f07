import { flagWords, personName, placeWords } from '../people/index.ts'
import { capitalised, dateAndAway, dayWords, dueWords, timeWords } from '../platform/ui/dates.ts'
import { risks } from '../risk/model.ts'
import type { CaseloadRow } from './queries/caseload.ts'
import type { WorkerLoad } from './queries/teamLoad.ts'
import { standardWords } from './today-view.ts'

/** High risks stand before medium ones; of each, the order of the plan. */
const rank = (words: string): number => (words.endsWith('high') ? 0 : 1)

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

/** One line of a caseload in the words that the page shows. */
export interface CaseloadLine {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly where: string
  /** "covering for Joan Pickles until Monday 30 November"; null where they are the worker's own. */
  readonly covering: string | null
  readonly worker: string
  readonly owed: string
  readonly firstOwed: string
  readonly isOverdue: boolean
  readonly next: string
  readonly leaves: string
  /** Safety flags that are up. */
  readonly risk: readonly string[]
  /** "Overdose: high", of the risk plan that stands; or that there is none. */
  readonly risks: readonly string[]
  readonly seen: string
}

const owedWords = ({ overdue, due_today, owed }: CaseloadRow): string => {
  if (owed === 0) return 'Nothing owed'
  const later = owed - overdue - due_today
  return [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(due_today > 0 ? [`${due_today} today`] : []),
    ...(later > 0 ? [`${later} later`] : []),
  ].join(', ')
}

const firstOwed = ({ first_owed, first_due }: CaseloadRow, today: Temporal.PlainDate): string =>
  first_owed === null || first_due === null
    ? ''
    : `${standardWords.get(first_owed)?.title ?? first_owed}: ${dueWords(first_due, today)}`

const nextWords = ({ next_day, next_at }: CaseloadRow, today: Temporal.PlainDate): string => {
  if (next_day === null) return 'None planned'
  const time = next_at === null ? '' : ` at ${timeWords(next_at)}`
  return capitalised(`${dayWords(next_day, today)}${time}`)
}

const seenWords = ({ seen_on }: CaseloadRow, today: Temporal.PlainDate): string =>
  seen_on === null ? 'Not yet' : capitalised(dateAndAway(seen_on, today))

const riskWords = ({ risks: levels, reads_plans }: CaseloadRow): readonly string[] => {
  if (levels === null) return reads_plans ? ['No risk plan yet'] : []
  const high = risks.flatMap(({ name, title }) => {
    const level = levels[name]
    return level === undefined ? [] : [`${title}: ${level}`]
  })
  return high.length === 0 ? ['No high or medium risk'] : high.sort((one, other) => rank(one) - rank(other))
}

/** What a row of the caseload says. */
export const caseloadLine = (row: CaseloadRow, today: Temporal.PlainDate): CaseloadLine => ({
  id: row.person_id,
  name: personName({ givenName: row.given_name, familyName: row.family_name, knownAs: row.known_as }),
  number: row.prison_number ?? '',
  where: placeWords(row, today),
  covering:
    row.covering_for === null || row.covering_until === null
      ? null
      : `covering for ${row.covering_for} until ${dayWords(row.covering_until, today)}`,
  worker: row.worker,
  owed: owedWords(row),
  firstOwed: firstOwed(row, today),
  isOverdue: row.overdue > 0,
  next: nextWords(row, today),
  leaves:
    row.working_release_date === null ? 'No date' : capitalised(dateAndAway(row.working_release_date, today)),
  risk: row.flags.map(({ kind }) => flagWords[kind]),
  risks: riskWords(row),
  seen: seenWords(row, today),
})

/** "14 people, 18 of 20 places"; where there is no limit: "14 people, no limit set". */
export const loadWords = ({
  people: count,
  places,
  most,
}: Pick<WorkerLoad, 'people' | 'places' | 'most'>): string =>
  `${people(count)}, ${most === null ? `${places} places, no limit set` : `${places} of ${most} places`}`
