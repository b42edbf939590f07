import { createReadStream } from 'node:fs'

/** One line of a file without its end; `number` counts from 1. `tooLong`: its words were thrown away. */
export interface Line {
  readonly number: number
  readonly text: string
  readonly tooLong: boolean
}

const lineFeed = 10
const longest = 1_000_000

const textOf = (bytes: Buffer): string => {
  const text = bytes.toString('utf8')
  return text.endsWith('\r') ? text.slice(0, -1) : text
}

/** Bytes of a line that is not complete yet; past the longest that can be meant they are counted, not kept. */
interface Part {
  readonly pieces: Buffer[]
  length: number
}

const add = (part: Part, piece: Buffer): void => {
  if (piece.length === 0) return
  part.length += piece.length
  if (part.length <= longest) part.pieces.push(piece)
}

const take = (part: Part, number: number): Line => {
  const tooLong = part.length > longest
  const text = tooLong ? '' : textOf(Buffer.concat(part.pieces))
  part.pieces.length = 0
  part.length = 0
  return { number, text: number === 1 && text.startsWith('\ufeff') ? text.slice(1) : text, tooLong }
}

/**
 * The lines of a file as a stream, whatever its size: Windows or Unix ends, with or without a byte-order
 * mark. Throws where the file cannot be read.
 */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const part: Part = { pieces: [], length: 0 }
  let number = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes: Buffer = chunk
    let from = 0
    for (let to = bytes.indexOf(lineFeed); to !== -1; to = bytes.indexOf(lineFeed, from)) {
      add(part, bytes.subarray(from, to))
      number += 1
      yield take(part, number)
      from = to + 1
    }
    add(part, bytes.subarray(from))
  }
  if (part.length > 0) yield take(part, number + 1)
}
