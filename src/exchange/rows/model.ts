/** What is wrong, or odd, with one field of one row, in a sentence for whoever made the file. */
export interface RowProblem {
  readonly field: string
  readonly reason: string
}

/** A row that can be taken, with what is odd about it; or the first thing that makes it impossible. */
export type RowResult<Row> =
  | { readonly ok: true; readonly row: Row; readonly warnings: readonly RowProblem[] }
  | { readonly ok: false; readonly problem: RowProblem }

/** One record of a file, by the names in its header. */
export type Cells = Readonly<Record<string, string>>
