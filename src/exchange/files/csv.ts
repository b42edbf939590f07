import { parse } from 'csv-parse/sync'
import type { Cells } from '../rows/model.ts'
import type { Line } from './lines.ts'

/** The cells of one line, or null where a quote in it is not closed. Only a line with quotes needs the parser. */
const splitLine = (text: string): readonly string[] | null => {
  if (!text.includes('"')) return text.split(',')
  try {
    const [cells] = parse(text, { relax_column_count: true })
    return cells ?? null
  } catch {
    return null
  }
}

/** The columns of a header in their order; null where one is missing or there twice. */
export const readHeader = (text: string, wanted: readonly string[]): readonly string[] | null => {
  const names = splitLine(text)?.map((name) => name.trim().toLowerCase()) ?? []
  const isRight = wanted.every((name) => names.filter((each) => each === name).length === 1)
  return isRight ? names : null
}

export type CsvRow =
  | { readonly ok: true; readonly cells: Cells }
  | { readonly ok: false; readonly field: string; readonly reason: string }

const wrong = (reason: string): CsvRow => ({ ok: false, field: 'line', reason })

/** One line as cells by the names of the header; a line that is cut short or too long is nobody's row. */
export const readRow = ({ text, tooLong }: Line, columns: readonly string[]): CsvRow => {
  if (tooLong) return wrong('This line is too long to be a row')
  const cells = splitLine(text)
  if (cells === null) return wrong('A quotation mark in this line is not closed')
  if (cells.length !== columns.length)
    return wrong(`This line has ${cells.length} columns, and the header has ${columns.length}`)
  return {
    ok: true,
    cells: Object.fromEntries(columns.map((name, position) => [name, cells[position] ?? ''])),
  }
}
