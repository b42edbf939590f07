import type { Database, IntakeTold } from '../../platform/database/transaction.ts'
import type { ChunkTaken, FileKind } from '../model.ts'
import { oneImportAtATime } from './oneImportAtATime.ts'

const deadlock = '40P01'
const mostTries = 5

/** Takes one chunk in a transaction, again where somebody at work in the service waited for it as it waited for them. */
export const takeChunk = async <Row>(
  database: Database,
  kind: FileKind<Row>,
  rows: readonly Row[],
  told: IntakeTold,
  tries = 1,
): Promise<ChunkTaken> => {
  try {
    const taken = await database.intake(async (tx) => {
      await oneImportAtATime(tx)
      return kind.take(tx, rows)
    }, told)
    if (taken.ok) return taken.value
    throw new Error(taken.refusal.message)
  } catch (error) {
    if ((error as { code?: string }).code !== deadlock || tries === mostTries) throw error
    return takeChunk(database, kind, rows, told, tries + 1)
  }
}
