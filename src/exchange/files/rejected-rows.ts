import { once } from 'node:events'
import { accessSync, constants, createWriteStream, rmSync, type WriteStream } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** A line that could not be taken, and why. */
interface RejectedRow {
  readonly line: number
  readonly field: string
  readonly reason: string
}

/** Where the rejected rows of one import go. */
export interface RejectedRows {
  readonly path: string
  readonly count: () => number
  add(row: RejectedRow): void
  /** Throws where the list could not be written to its end. */
  close(): Promise<void>
}

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** `people.csv` → `people.rejected.csv`, beside it; in the current folder where nothing can be written there. */
const rejectedPath = (file: string): string => {
  const beside = `${file.replace(/\.(csv|ndjson|jsonl|json)$/i, '')}.rejected.csv`
  return isWritable(dirname(resolve(beside))) ? beside : basename(beside)
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Writes rejected rows to their list; one that an earlier import left is taken away. */
export const rejectedRows = (file: string): RejectedRows => {
  const path = rejectedPath(file)
  let stream: WriteStream | undefined
  let failure: Error | undefined
  let count = 0
  rmSync(path, { force: true })
  const open = (): WriteStream => {
    const opened = createWriteStream(path).on('error', (error) => {
      failure = error
    })
    opened.write('line,field,reason\n')
    return opened
  }
  return {
    path,
    count: () => count,
    add: ({ line, field, reason }) => {
      count += 1
      stream ??= open()
      stream.write(`${line},${quoted(field)},${quoted(reason)}\n`)
    },
    close: async () => {
      stream?.end()
      if (stream !== undefined && !stream.closed) await once(stream, 'close')
      if (failure !== undefined)
        throw new Error(`The list of rejected rows could not be written: ${failure.message}`)
    },
  }
}
