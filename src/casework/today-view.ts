import { dayNumber, plainDate } from '../platform/day.ts'
import { dateWords, dayWords } from '../platform/ui/dates.ts'
import type { PackId } from '../standards/index.ts'
import {
  describeObligation,
  england,
  packById,
  type StandardWords,
  scotland,
  standardById,
  standardsIn,
} from '../standards/index.ts'

interface Described {
  readonly standard: string
  readonly pack: PackId
  readonly opens_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
}

/** Every standard of the packs by its id, in the order of a person's way through the service. */
export const standardWords: ReadonlyMap<string, StandardWords> = new Map(
  [scotland, england].flatMap((pack) => standardsIn(pack).map((standard) => [standard.id, standard])),
)

/** A standard's word for a row and why this one is owed, with days as people say them. */
export const owedWords = (
  owed: Described,
  today: Temporal.PlainDate,
): { readonly title: string; readonly why: string } => {
  const standard = standardById(packById(owed.pack), owed.standard)
  if (standard === null) return { title: owed.standard, why: '' }
  const days = { opensOn: dayNumber(owed.opens_on), dueOn: dayNumber(owed.due_on) }
  const { title, why } = describeObligation(days, standard, (day) => dayWords(plainDate(day), today))
  return { title, why }
}

/** Rows of one person together, people in the order of their first row. */
export const byPerson = <Row extends { readonly person_id: string }>(
  rows: readonly Row[],
): readonly (readonly [Row, ...Row[]])[] => {
  const groups = new Map<string, [Row, ...Row[]]>()
  for (const row of rows) {
    const group = groups.get(row.person_id)
    if (group === undefined) groups.set(row.person_id, [row])
    else group.push(row)
  }
  return [...groups.values()]
}

/** What is missing before release → how the list says so; the first that is owed is the one to act on. */
const missing = new Map([
  ['handover_opened', 'no hand-over'],
  ['another_service', 'declined: no service yet'],
  ['community_appointment', 'no appointment'],
  ['handover_accepted', 'not yet accepted'],
  ['medicines_bridge', 'medicines not bridged'],
  ['naloxone_in_hand', 'no naloxone kit'],
  ['first_night_accommodation', 'first night not known'],
  ['overdose_advice', 'no overdose advice yet'],
])

/** A service that received a hand-over answers it before it books. */
const answersFirst = ['handover_accepted', ...missing.keys()]

/** What is missing for somebody who leaves soon, and the first of it that the reader may do; null where that is nothing. */
export const missingFor = <Owed extends { readonly standard: string }>(
  owed: readonly Owed[],
  mayDo: (standard: string) => boolean,
  receives = false,
): { readonly words: string; readonly first: Owed | null } => {
  const words = [...missing]
    .filter(([standard]) => owed.some((each) => each.standard === standard))
    .map(([, words]) => words)
    .join(', ')
  return {
    words: words === '' ? 'nothing missing' : words,
    first:
      (receives ? answersFirst : [...missing.keys()])
        .filter(mayDo)
        .flatMap((standard) => owed.find((each) => each.standard === standard) ?? [])[0] ?? null,
  }
}

/** "Thursday 26 November", "yesterday has passed, check today", or "Friday 27 → Thursday 26 November, presumed a day earlier". */
export const leavingWords = (
  working: Temporal.PlainDate,
  calculated: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): string => {
  const day = dayWords(working, today)
  if (Temporal.PlainDate.compare(working, today) < 0) return `${day} has passed, check today`
  if (calculated === null || calculated.equals(working)) return day
  const earlier = working.until(calculated, { largestUnit: 'days' }).days
  const presumed = earlier === 1 ? 'presumed a day earlier' : `presumed ${earlier} days earlier`
  return `${dateWords(calculated, today)} → ${day}, ${presumed}`
}
