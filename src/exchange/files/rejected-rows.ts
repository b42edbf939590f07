import { once } from 'node:events'
import { createWriteStream, rmSync, type WriteStream } from 'node:fs'

/** A line that could not be taken, and why. */
export interface RejectedRow {
  readonly line: number
  readonly field: string
  readonly reason: string
}

/** Where the rejected rows of one import go. */
export interface RejectedRows {
  readonly path: string
  readonly count: () => number
  add(row: RejectedRow): void
  close(): Promise<void>
}

/** `people.csv` → `people.rejected.csv`, beside it. */
export const rejectedPath = (file: string): string =>
  `${file.replace(/\.(csv|ndjson|jsonl|json)$/i, '')}.rejected.csv`

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Writes rejected rows beside the file they come from; a list that an earlier import left is taken away. */
export const rejectedRows = (file: string): RejectedRows => {
  const path = rejectedPath(file)
  let stream: WriteStream | undefined
  let count = 0
  rmSync(path, { force: true })
  return {
    path,
    count: () => count,
    add: ({ line, field, reason }) => {
      count += 1
      stream ??= createWriteStream(path).on('error', () => {})
      if (count === 1) stream.write('line,field,reason\n')
      stream.write(`${line},${quoted(field)},${quoted(reason)}\n`)
    },
    close: async () => {
      if (stream === undefined) return
      stream.end()
      if (!stream.closed) await once(stream, 'close')
    },
  }
}
