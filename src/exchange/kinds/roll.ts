import { type ToldOnRoll, takeRoll } from '../../custody/index.ts'
import type { FileKind } from '../model.ts'
import { readRollRow, rollColumns } from '../rows/roll.ts'
import { asRead, fromRow } from './from-row.ts'

/** `roll.csv`: wing, cell and legal status of the people of a prison (docs/roll.md). */
export const rollFile = (now: Temporal.Instant): FileKind<ToldOnRoll> => ({
  action: 'import_roll',
  columns: rollColumns,
  chunk: 10_000,
  ignores: false,
  readLine: (_, cells) => fromRow(readRollRow(cells, now), asRead),
  take: takeRoll,
})
