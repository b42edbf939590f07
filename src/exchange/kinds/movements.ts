import { canBeKept, type Message, messageOf, readFeedLine, takeMessages } from '../../custody/index.ts'
import { matchAllEpisodes } from '../actions/matchAllEpisodes.ts'
import type { FileKind, LineRead } from '../model.ts'
import { movementColumns, readMovementRow } from '../rows/movements.ts'

const kept = (message: Message, warnings: number): LineRead<Message> =>
  canBeKept(message)
    ? { kind: 'row', row: message, warnings }
    : { kind: 'rejected', field: 'line', reason: 'There is a character here that cannot be kept' }

const readEvent = (text: string): LineRead<Message> => {
  const line = readFeedLine(text)
  if (line.kind === 'ignored') return { kind: 'ignored' }
  if (line.kind === 'rejected') return line
  return kept(messageOf(line, text), 0)
}

/** `movements.ndjson`: the movement feed, one event a line. Merges may change whose an episode is. */
export const movementFeed = (): FileKind<Message> => {
  let merges = 0
  return {
    action: 'import_movements',
    columns: null,
    chunk: 10_000,
    ignores: true,
    readLine: (text) => {
      const read = readEvent(text)
      if (read.kind === 'row' && read.row.told.kind === 'merged') merges += 1
      return read
    },
    take: takeMessages,
    after: async (database) => {
      if (merges > 0) await matchAllEpisodes(database)
    },
  }
}

/** `movements.csv`: the same from places without the feed. */
export const movementSheet = (today: Temporal.PlainDate): FileKind<Message> => ({
  action: 'import_movements',
  columns: movementColumns,
  chunk: 10_000,
  ignores: false,
  readLine: (text, cells) => {
    const read = readMovementRow(cells, today)
    if (!read.ok) return { kind: 'rejected', ...read.problem }
    return kept(messageOf({ kind: 'movement', movement: read.row }, text), read.warnings.length)
  },
  take: takeMessages,
})
