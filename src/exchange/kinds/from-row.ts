import type { LineRead } from '../model.ts'
import type { RowProblem, RowResult } from '../rows/model.ts'

/** A row of a CSV file as a line that was read, in the form that is taken. */
export const fromRow = <Row, Taken>(
  result: RowResult<Row>,
  taken: (row: Row, warnings: readonly RowProblem[]) => Taken,
): LineRead<Taken> =>
  result.ok
    ? { kind: 'row', row: taken(result.row, result.warnings), warnings: result.warnings.length }
    : { kind: 'rejected', field: result.problem.field, reason: result.problem.reason }

/** The row as it was read. */
export const asRead = <Row>(row: Row): Row => row
