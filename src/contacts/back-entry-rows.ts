import { type FormValues, typedValue } from '../platform/ui/index.ts'
import { outcomes } from './model.ts'

export type RowOutcome = (typeof outcomes)[number]

/** One row as it was typed: of a planned contact, or of somebody found by prison number. */
export interface TypedRow {
  /** The contact's id, or `o1`, `o2` … for somebody else. */
  readonly key: string
  readonly planned: boolean
  readonly number: string
  readonly outcome: string
  readonly words: string
}

export interface RowError {
  readonly field: string
  readonly message: string
}

/** Rows of the screen: as many as of a printed list. */
export const mostRows = 15

/** At least so many rows for people who were not planned. */
const fewestOthers = 3

export const fieldOf = (part: 'number' | 'outcome' | 'words', key: string): string => `${part}-${key}`

/** The keys of the rows for people who were not planned. */
export const otherKeys = (planned: number): readonly string[] =>
  Array.from({ length: Math.max(fewestOthers, mostRows - planned) }, (_, index) => `o${index + 1}`)

const rowOf =
  (values: FormValues, planned: boolean) =>
  (key: string): TypedRow => ({
    key,
    planned,
    number: typedValue(values, fieldOf('number', key)).trim(),
    outcome: typedValue(values, fieldOf('outcome', key)).trim(),
    words: typedValue(values, fieldOf('words', key)).trim(),
  })

/** The rows in which somebody typed something; an untouched row asks for nothing. */
export const typedRows = (values: FormValues, planned: readonly string[]): readonly TypedRow[] =>
  [...planned.map(rowOf(values, true)), ...otherKeys(planned.length).map(rowOf(values, false))].filter(
    ({ number, outcome, words }) => number !== '' || outcome !== '' || words !== '',
  )

const isOutcome = (value: string): value is RowOutcome => (outcomes as readonly string[]).includes(value)

export const outcomeOf = (row: TypedRow): RowOutcome | null => (isOutcome(row.outcome) ? row.outcome : null)

/** What is missing in a row before anybody is looked for; null where it is whole. */
export const faultOfRow = (row: TypedRow, most: number): RowError | null => {
  if (!row.planned && row.number === '')
    return { field: fieldOf('number', row.key), message: 'Enter the prison number' }
  if (outcomeOf(row) === null)
    return { field: fieldOf('outcome', row.key), message: 'Say whether it happened' }
  return row.words.length > most
    ? { field: fieldOf('words', row.key), message: 'Shorten this, or write it as a note of its own' }
    : null
}

/** "10 recorded, 1 needs you: no prison number." */
export const sumWords = (recorded: number, errors: readonly RowError[]): string => {
  const done = `${recorded} recorded`
  if (errors.length === 0) return `${done}.`
  const why = [...new Set(errors.map(({ message }) => message.toLowerCase()))].join('; ')
  return `${done}, ${errors.length} ${errors.length === 1 ? 'needs' : 'need'} you: ${why}.`
}
