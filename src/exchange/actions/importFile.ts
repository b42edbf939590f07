import { stat } from 'node:fs/promises'
import type { Database } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { batchesOf } from '../files/batches.ts'
import { readHeader, readRow } from '../files/csv.ts'
import { type Line, linesOf } from '../files/lines.ts'
import { type RejectedRows, rejectedRows } from '../files/rejected-rows.ts'
import type { ChunkTaken, FileKind, ImportCounts, LineRead } from '../model.ts'
import { oneImportAtATime } from './oneImportAtATime.ts'

/** An import that was carried through: what became of the rows, and where the rejected ones are listed. */
export interface Imported {
  readonly counts: ImportCounts
  readonly rejectedPath: string | null
  /** Rows that were kept although something about them is odd. */
  readonly warned: number
}

type Sum = { -readonly [Name in 'read' | 'applied' | 'duplicates' | 'held' | 'ignored']: number } & {
  warned: number
}

/** A sentence for a file that cannot be read at all; null for one that can. */
export const whyUnreadable = async (file: string): Promise<string | null> => {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error)
    return found.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${found.message}.`
  if (!found.isFile()) return `${file} is not a file.`
  return found.size === 0 ? `${file} is empty.` : null
}

const readOne = <Row>(kind: FileKind<Row>, line: Line, header: readonly string[]): LineRead<Row> => {
  if (kind.columns === null) {
    if (line.tooLong)
      return { kind: 'rejected', field: 'line', reason: 'This line is too long to be an event' }
    return kind.readLine(line.text, {})
  }
  const row = readRow(line, header)
  return row.ok
    ? kind.readLine(line.text, row.cells)
    : { kind: 'rejected', field: row.field, reason: row.reason }
}

const readBatch = <Row>(
  kind: FileKind<Row>,
  lines: readonly Line[],
  header: readonly string[],
  sum: Sum,
  rejected: RejectedRows,
): readonly Row[] =>
  lines.flatMap((line) => {
    const read = readOne(kind, line, header)
    if (read.kind === 'rejected') rejected.add({ line: line.number, field: read.field, reason: read.reason })
    if (read.kind === 'ignored') sum.ignored += 1
    if (read.kind !== 'row') return []
    if (read.warnings > 0) sum.warned += 1
    return [read.row]
  })

const headerOf = async <Row>(
  file: string,
  kind: FileKind<Row>,
): Promise<{ readonly names: readonly string[]; readonly line: number } | string> => {
  if (kind.columns === null) return { names: [], line: 0 }
  for await (const { text, number } of linesOf(file)) {
    if (text.trim() === '') continue
    const names = readHeader(text, kind.columns)
    if (names !== null) return { names, line: number }
    return `${file} does not begin with the header ${kind.columns.join(',')}. Nothing was imported.`
  }
  return `${file} is empty.`
}

async function* filledLines(file: string, after: number): AsyncGenerator<Line> {
  for await (const line of linesOf(file))
    if (line.number > after && (line.tooLong || line.text.trim() !== '')) yield line
}

const addTaken = (sum: Sum, taken: ChunkTaken): void => {
  sum.applied += taken.applied
  sum.duplicates += taken.duplicates
  sum.held += taken.held
}

/**
 * Takes a file of one kind as a stream, in chunks of one transaction each; while the database works on one,
 * the next is read. Refuses where the file as a whole cannot be taken, with nothing applied.
 */
export const importFile = async <Row>(
  database: Database,
  file: string,
  kind: FileKind<Row>,
  progress: (read: number) => void,
): Promise<Result<Imported>> => {
  const unreadable = await whyUnreadable(file)
  if (unreadable !== null) return refused('invalid', unreadable)
  const header = await headerOf(file, kind)
  if (typeof header === 'string') return refused('invalid', header)
  const sum: Sum = { read: 0, applied: 0, duplicates: 0, held: 0, ignored: 0, warned: 0 }
  const rejected = rejectedRows(file)
  const take = async (rows: readonly Row[]): Promise<void> => {
    const taken = await database.intake(async (tx) => {
      await oneImportAtATime(tx)
      return kind.take(tx, rows)
    })
    if (!taken.ok) throw new Error(taken.refusal.message)
    addTaken(sum, taken.value)
  }
  let underWay: Promise<void> = Promise.resolve()
  for await (const lines of batchesOf(filledLines(file, header.line), kind.chunk)) {
    const rows = readBatch(kind, lines, header.names, sum, rejected)
    await underWay
    sum.read += lines.length
    progress(sum.read)
    underWay = rows.length === 0 ? Promise.resolve() : take(rows)
    // A chunk that fails while the next is read is heard of when it is waited for.
    underWay.catch(() => {})
  }
  await underWay
  if (sum.applied + sum.held > 0) await kind.after?.(database)
  await rejected.close()
  const { read, applied, duplicates, held, ignored, warned } = sum
  const counts = { read, applied, duplicates, held, rejected: rejected.count() }
  return ok({
    counts: kind.ignores ? { ...counts, ignored } : counts,
    rejectedPath: rejected.count() === 0 ? null : rejected.path,
    warned,
  })
}
