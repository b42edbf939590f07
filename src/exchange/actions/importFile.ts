import { basename } from 'node:path'
import type { Database, IntakeTold } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { batchesOf } from '../files/batches.ts'
import { digestOf } from '../files/digest-of.ts'
import { filledLines, type Header, headerOf, readBatch } from '../files/read-lines.ts'
import { type RejectedRows, rejectedRows } from '../files/rejected-rows.ts'
import { whyUnreadable } from '../files/why-unreadable.ts'
import type { BroughtBy, ChunkTaken, FileKind, ImportCounts } from '../model.ts'
import { recordImport } from './recordImport.ts'
import { takeChunk } from './takeChunk.ts'

/** An import that was carried through: what became of the rows, and where the rejected ones are listed. */
export interface Imported {
  readonly counts: ImportCounts
  readonly rejectedPath: string | null
  /** Rows that were kept although something about them is odd. */
  readonly warned: number
}

type Sum = Record<'read' | 'applied' | 'duplicates' | 'held' | 'ignored' | 'warned', number>

const addTaken = (sum: Sum, { applied, duplicates, held }: ChunkTaken): void => {
  sum.applied += applied
  sum.duplicates += duplicates
  sum.held += held
}

/** Takes chunk after chunk; while the database works on one, the next is read. */
const takeAll = async <Row>(
  database: Database,
  file: string,
  kind: FileKind<Row>,
  header: Header,
  rejected: RejectedRows,
  progress: (read: number) => void,
  told: IntakeTold,
): Promise<Sum> => {
  const sum: Sum = { read: 0, applied: 0, duplicates: 0, held: 0, ignored: 0, warned: 0 }
  let underWay: Promise<void> = Promise.resolve()
  for await (const lines of batchesOf(filledLines(file, header.line), kind.chunk)) {
    const { rows, ignored, warned } = readBatch(kind, lines, header, rejected)
    await underWay
    sum.read += lines.length
    sum.ignored += ignored
    sum.warned += warned
    progress(sum.read)
    if (rows.length === 0) continue
    underWay = takeChunk(database, kind, rows, told).then((taken) => addTaken(sum, taken))
    // A chunk that fails while the next is read is heard of when it is waited for.
    underWay.catch(() => {})
  }
  await underWay
  return sum
}

const toldOf = <Row>({ action }: FileKind<Row>, file: string, broughtBy?: BroughtBy): IntakeTold => ({
  action,
  runsAs: 'import',
  subject: basename(file),
  address: broughtBy?.address ?? null,
  requestId: broughtBy?.importId ?? null,
  why: `Import of ${basename(file)}`,
})

const countsOf = (sum: Sum, rejected: number, ignores: boolean): ImportCounts => {
  const { read, applied, duplicates, held, ignored } = sum
  const counts = { read, applied, duplicates, held, rejected }
  return ignores ? { ...counts, ignored } : counts
}

const carry = async <Row>(
  database: Database,
  file: string,
  kind: FileKind<Row>,
  header: Header,
  progress: (read: number) => void,
  told: IntakeTold,
): Promise<Imported> => {
  const rejected = rejectedRows(file)
  const sum = await takeAll(database, file, kind, header, rejected, progress, told)
  if (sum.applied + sum.held > 0) await kind.after?.(database)
  await rejected.close()
  return {
    counts: countsOf(sum, rejected.count(), kind.ignores),
    rejectedPath: rejected.count() === 0 ? null : rejected.path,
    warned: sum.warned,
  }
}

const inWords = (counts: ImportCounts): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

/**
 * Takes a file of one kind as a stream, in chunks of one transaction each. Refuses where the file as a whole
 * cannot be taken, with nothing applied. Either way the run stands on the audit log.
 */
export const importFile = async <Row>(
  database: Database,
  file: string,
  kind: FileKind<Row>,
  progress: (read: number) => void,
  broughtBy?: BroughtBy,
): Promise<Result<Imported>> => {
  const told = toldOf(kind, file, broughtBy)
  const unreadable = await whyUnreadable(file)
  const digest = unreadable === null ? await digestOf(file) : null
  const header = unreadable === null ? await headerOf(file, kind.columns) : unreadable
  if (typeof header === 'string') {
    await recordImport(database, told, {
      outcome: 'refused',
      digest,
      words: 'Not taken: nothing was applied',
    })
    return refused('invalid', header)
  }
  const imported = await carry(database, file, kind, header, progress, told)
  await recordImport(database, told, { outcome: 'done', digest, words: inWords(imported.counts) })
  return ok(imported)
}
