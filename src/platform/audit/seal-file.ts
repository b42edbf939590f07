import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Seal } from './canonical.ts'

/**
 * The seals outside the database: one JSON object a line, only ever added to. A file may serve several databases;
 * `chain` (the hash of seal 0) says whose a line is.
 */
const line = z.object({
  chain: z.string(),
  number: z.int(),
  from: z.string(),
  to: z.string(),
  events: z.int(),
  previous: z.string(),
  hash: z.string(),
  sealed_at: z.string().transform((text) => Temporal.Instant.from(text)),
  copied_at: z.string().optional(),
})

/** What the file says: the seals of one database by number, and lines that nobody can read. */
export interface OutsideSeals {
  readonly exists: boolean
  readonly seals: ReadonlyMap<number, Seal>
  readonly broken: readonly number[]
  /** Numbers that stand there twice, and not alike. */
  readonly contradicted: readonly number[]
  /** How many were copied from the database later: they bear witness only from then on. */
  readonly copied: number
}

const parsed = (text: string) => {
  try {
    const read = line.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function* linesOf(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
}

/** A line that was cut off when the machine stopped. Where it was a seal's and is missed, that is found by itself. */
const isCutOff = (text: string): boolean => text.startsWith('{"chain":"') && !text.endsWith('}')

/** Reads the seals of `chain` as a stream of lines. Throws where the file is there and cannot be read. */
export const readSealFile = async (path: string, chain: string): Promise<OutsideSeals> => {
  const seals = new Map<number, Seal>()
  const broken: number[] = []
  const contradicted: number[] = []
  let copied = 0
  let at = 0
  try {
    for await (const text of linesOf(path)) {
      at += 1
      const read = parsed(text)
      if (read === null && text !== '' && !isCutOff(text)) broken.push(at)
      if (read === null || read.chain !== chain) continue
      const { chain: _, sealed_at: sealedAt, copied_at: copiedAt, ...rest } = read
      if (copiedAt !== undefined) copied += 1
      if (seals.has(read.number) && seals.get(read.number)?.hash !== read.hash) contradicted.push(read.number)
      else seals.set(read.number, { ...rest, sealedAt })
    }
  } catch (error) {
    if (isMissing(error)) return { exists: false, seals, broken, contradicted, copied }
    throw error
  }
  return { exists: true, seals, broken, contradicted, copied }
}

const lineOf = (chain: string, seal: Seal, copiedAt?: Temporal.Instant): string =>
  `${JSON.stringify({
    chain,
    number: seal.number,
    from: seal.from,
    to: seal.to,
    events: seal.events,
    previous: seal.previous,
    hash: seal.hash,
    sealed_at: seal.sealedAt.toString(),
    copied_at: copiedAt?.toString(),
  })}\n`

const endsInALine = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size === 0) return true
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
    return buffer.toString() === '\n'
  } finally {
    await file.close()
  }
}

/** Adds seals to the file and has the disk hold them before it answers; `copiedAt` where they were made before. */
export const appendToSealFile = async (
  path: string,
  chain: string,
  seals: readonly Seal[],
  copiedAt?: Temporal.Instant,
): Promise<void> => {
  if (seals.length === 0) return
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a', 0o600)
  try {
    const start = (await endsInALine(path)) ? '' : '\n'
    await file.appendFile(start + seals.map((seal) => lineOf(chain, seal, copiedAt)).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}
