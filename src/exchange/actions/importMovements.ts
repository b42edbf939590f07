import type { Database } from '../../platform/database/transaction.ts'
import { type Result, refused } from '../../platform/result.ts'
import { looksLikeFeed } from '../files/looks-like-feed.ts'
import { whyUnreadable } from '../files/why-unreadable.ts'
import { movementFeed, movementSheet } from '../kinds/movements.ts'
import type { BroughtBy } from '../model.ts'
import { type Imported, importFile } from './importFile.ts'

/** Takes `movements.ndjson` (the feed) or `movements.csv` (a spreadsheet), whichever the file is. */
export const importMovements = async (
  database: Database,
  file: string,
  today: Temporal.PlainDate,
  progress: (read: number) => void,
  broughtBy?: BroughtBy,
): Promise<Result<Imported>> => {
  const readable = (await whyUnreadable(file)) === null
  if (readable && (await looksLikeFeed(file)))
    return importFile(database, file, movementFeed(), progress, broughtBy)
  if (readable && /\.(ndjson|jsonl|json)$/i.test(file))
    return refused('invalid', `${file} does not hold one JSON event a line. Nothing was imported.`)
  return importFile(database, file, movementSheet(today), progress, broughtBy)
}
