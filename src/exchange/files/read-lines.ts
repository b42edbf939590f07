import type { FileKind, LineRead } from '../model.ts'
import { readHeader, readRow } from './csv.ts'
import { type Line, linesOf } from './lines.ts'
import type { RejectedRows } from './rejected-rows.ts'

/** The columns of a file, and the line they stand on; none and 0 for a file without a header. */
export interface Header {
  readonly names: readonly string[]
  readonly line: number
}

/** The header of a file, or a sentence that says what is wrong with it. */
export const headerOf = async (file: string, columns: readonly string[] | null): Promise<Header | string> => {
  if (columns === null) return { names: [], line: 0 }
  for await (const { text, number, tooLong } of linesOf(file)) {
    if (!tooLong && text.trim() === '') continue
    const names = readHeader(text, columns)
    if (names !== null) return { names, line: number }
    return `${file} does not begin with the header ${columns.join(',')}. Nothing was imported.`
  }
  return `${file} is empty.`
}

/** The lines after the header that hold anything. */
export async function* filledLines(file: string, after: number): AsyncGenerator<Line> {
  for await (const line of linesOf(file))
    if (line.number > after && (line.tooLong || line.text.trim() !== '')) yield line
}

const readOne = <Row>(kind: FileKind<Row>, line: Line, header: Header): LineRead<Row> => {
  if (kind.columns === null) {
    if (line.tooLong)
      return { kind: 'rejected', field: 'line', reason: 'This line is too long to be an event' }
    return kind.readLine(line.text, {})
  }
  const row = readRow(line, header.names)
  return row.ok
    ? kind.readLine(line.text, row.cells)
    : { kind: 'rejected', field: row.field, reason: row.reason }
}

/** What a batch of lines holds. */
export interface Batch<Row> {
  readonly rows: readonly Row[]
  readonly ignored: number
  readonly warned: number
}

/** Reads a batch of lines; what cannot be taken goes to the rejected rows. */
export const readBatch = <Row>(
  kind: FileKind<Row>,
  lines: readonly Line[],
  header: Header,
  rejected: RejectedRows,
): Batch<Row> => {
  const rows: Row[] = []
  let [ignored, warned] = [0, 0]
  for (const line of lines) {
    const read = readOne(kind, line, header)
    if (read.kind === 'rejected') rejected.add({ line: line.number, field: read.field, reason: read.reason })
    else if (read.kind === 'ignored') ignored += 1
    else {
      rows.push(read.row)
      warned += Number(read.warnings > 0)
    }
  }
  return { rows, ignored, warned }
}
