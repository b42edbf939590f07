import { type Answers, describeFact } from '../assessment/index.ts'
import { dayOf } from '../platform/clock.ts'
import { capitalised, fullDate, timeWords } from '../platform/ui/index.ts'
import type { RecordClass } from '../standards/index.ts'
import type { Field, HeldColumn, HeldRow, HeldTable, Item } from './model.ts'
import { formSection, sectionWords } from './section-words.ts'

/** Names of what a row refers to, by id: services alone, never a member of staff. */
export type ServiceNames = ReadonlyMap<string, string>

const working = new Set([
  'class',
  'digest',
  'fingerprint',
  'key',
  'match',
  'opened_by',
  'raw',
  'reading',
  'search_words',
  'state_digest',
  'telling',
  'version',
])

const isTold = ({ name, type, generated, refers_to }: HeldColumn): boolean =>
  !working.has(name) && !generated && type !== 'xid8' && (type !== 'uuid' || refers_to === 'service')

const sentence = (words: string): string => capitalised(words.replaceAll('_', ' '))

const momentOf = (value: string): string => {
  const at = Temporal.Instant.from(value)
  return `${fullDate(dayOf(at))} at ${timeWords(at)}`
}

const flat = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(flat).filter(Boolean).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, of]): readonly [string, string] => [sentence(name), flat(of)])
      .filter(([, words]) => words !== '')
      .map(([name, words]) => `${name}: ${words}`)
      .join('; ')
  return String(value)
}

const wordsOf = (column: HeldColumn, value: unknown, services: ServiceNames): string => {
  if (column.refers_to === 'service') return services.get(String(value)) ?? ''
  if (value === null) return ''
  if (column.type === 'date') return fullDate(Temporal.PlainDate.from(String(value)))
  if (column.type.startsWith('timestamp')) return momentOf(String(value))
  const words = flat(value)
  return column.personal || /\s/.test(words) ? words : words.replaceAll('_', ' ')
}

/** Numbers and names of the person's own are told as they are; other words that somebody typed are looked at. */
const ownTables = new Set(['person', 'identifier', 'location'])

const isFree = (table: string, { personal, type }: HeldColumn): boolean =>
  personal && !ownTables.has(table) && (type === 'text' || type === 'jsonb')

const columnField = (table: string, column: HeldColumn, row: HeldRow, services: ServiceNames): Field[] => {
  const words = wordsOf(column, row[column.name], services)
  return words === '' ? [] : [{ label: column.words, words, free: isFree(table, column) }]
}

const answersOf = (value: unknown): Answers => {
  const answers: Answers = Object(value)
  return answers
}

const dayIn = (row: HeldRow): Temporal.PlainDate | null => {
  const day = row.day ?? row.referral_date ?? row.opened_on ?? row.from_day
  if (typeof day === 'string') return Temporal.PlainDate.from(day)
  return typeof row.recorded_at === 'string' ? dayOf(Temporal.Instant.from(row.recorded_at)) : null
}

const formFields = (row: HeldRow): Field[] =>
  describeFact(String(row.kind), answersOf(row.answers)).rows.map(({ question, answer }) => ({
    label: question,
    words: answer,
    free: true,
  }))

const sectionOf = (table: HeldTable, row: HeldRow): string =>
  table.name === 'fact' ? formSection(String(row.kind)) : sectionWords(table)

/** Kinds whose own title says more than what they are: which questions, and what came of it. */
const saysMore = new Set(['instrument_scored', 'top_recorded', 'incident', 'test_result'])

const headingOf = (table: HeldTable, row: HeldRow): string =>
  table.name === 'fact' && saysMore.has(String(row.kind))
    ? describeFact(String(row.kind), answersOf(row.answers)).title
    : sectionOf(table, row)

/** One row of any table in words, by the comments of its columns. Who recorded it is said by service, not by name. */
export const describeRow = (table: HeldTable, row: HeldRow, services: ServiceNames): Item => {
  const told = table.columns.filter(
    (column) => isTold(column) && !(table.name === 'fact' && ['answers', 'kind'].includes(column.name)),
  )
  const of = table.columns.some(({ name }) => name === 'class') ? String(row.class) : 'identity'
  return {
    source: table.name,
    section: sectionOf(table, row),
    class: of as RecordClass,
    day: dayIn(row),
    heading: headingOf(table, row),
    fields: [
      ...(table.name === 'fact' ? formFields(row) : []),
      ...told.flatMap((column) => columnField(table.name, column, row, services)),
    ],
  }
}
