import type { LineRead } from '../model.ts'
import type { RowResult } from '../rows/model.ts'

/** A row of a CSV file as a line that was read. */
export const fromRow = <Row>(result: RowResult<Row>): LineRead<Row> =>
  result.ok
    ? { kind: 'row', row: result.row, warnings: result.warnings.length }
    : { kind: 'rejected', field: result.problem.field, reason: result.problem.reason }
