import type { Database, WriteTx } from '../platform/database/transaction.ts'
import type { Result } from '../platform/result.ts'
import type { Cells } from './rows/model.ts'

/** What became of the rows of a file: `read` is the sum of all others. */
export interface ImportCounts {
  readonly read: number
  readonly applied: number
  readonly duplicates: number
  readonly held: number
  readonly rejected: number
  /** Lines of the feed of a type that is not used; for no other file. */
  readonly ignored?: number
}

/** What one chunk of rows came to. */
export interface ChunkTaken {
  readonly applied: number
  readonly duplicates: number
  readonly held: number
}

/** One line read: something to take, something to pass over, or something wrong with it. */
export type LineRead<Row> =
  | { readonly kind: 'row'; readonly row: Row; readonly warnings: number }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'rejected'; readonly field: string; readonly reason: string }

/** From where a file was brought, and by whom: for the audit log. */
export interface BroughtBy {
  readonly address: string
  /** One for all chunks of the file. */
  readonly importId: string
}

/** How the lines of one kind of file are read and taken. */
export interface FileKind<Row> {
  /** What the audit log calls taking it: `import_people`. */
  readonly action: string
  /** Column names; null where every line stands for itself. */
  readonly columns: readonly string[] | null
  /** Rows of one transaction. */
  readonly chunk: number
  /** Whether counts speak of ignored lines. */
  readonly ignores: boolean
  readonly readLine: (text: string, cells: Cells) => LineRead<Row>
  readonly take: (tx: WriteTx, rows: readonly Row[]) => Promise<Result<ChunkTaken>>
  /** What follows once the whole file was taken, where it changed anything. */
  readonly after?: (database: Database) => Promise<void>
}
