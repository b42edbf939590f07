import { canBeKept, type Message, messageOf, readFeedLine, takeMessages } from '../../custody/index.ts'
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

/** `movements.ndjson`: the movement feed, one event a line. */
export const movementFeed: FileKind<Message> = {
  columns: null,
  chunk: 10_000,
  ignores: true,
  readLine: readEvent,
  take: takeMessages,
}

/** `movements.csv`: the same from places without the feed. */
export const movementSheet = (today: Temporal.PlainDate): FileKind<Message> => ({
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
