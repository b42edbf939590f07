import type { Database } from '../database/transaction.ts'
import { hashOf, type Leaf, leafOf, type Seal } from './canonical.ts'
import {
  compareLeaves,
  contradicted,
  type Finding,
  fileBroken,
  fileMissing,
  noBeginning,
  notInFile,
  sealAltered,
  sealDisagrees,
  sealDoesNotFollow,
  sealsMissing,
} from './findings.ts'
import { type OutsideSeals, readSealFile } from './seal-file.ts'
import { awaitTurn, eventsBetween, notYetSealed, type StoredSeal, sealsAfter } from './stored.ts'

/** What checking every seal came to. */
export interface Verified {
  readonly seals: number
  readonly events: number
  readonly notYetSealed: number
  /** Seals that were copied to the outside file later: they bear witness only from then on. */
  readonly copied: number
  readonly findings: readonly Finding[]
}

export interface Verifying {
  readonly database: Pick<Database, 'worker'>
  readonly file: string
  /** How many events were compared so far. */
  readonly progress: (events: number) => void
}

interface Beginning {
  readonly chain: Seal | null
  readonly outside: OutsideSeals
  /** The newest seal that both were asked about at the same moment. */
  readonly newest: number
}

const nothingOutside: OutsideSeals = {
  exists: true,
  seals: new Map(),
  broken: [],
  contradicted: [],
  copied: 0,
}

/** Reads the outside file while no sealer is at work, and how far the database was then. */
const begin = ({ database, file }: Verifying): Promise<Beginning> =>
  database.worker(async (db) => {
    await awaitTurn(db)
    let chain: Seal | null = null
    let newest = 0
    for await (const { seal } of sealsAfter(db, -1)) {
      if (seal.number === 0) chain = seal
      newest = seal.number
    }
    return { chain, newest, outside: chain === null ? nothingOutside : await readSealFile(file, chain.hash) }
  })

const againstSealBefore = (before: Seal | null, { seal, leaves }: StoredSeal): readonly Finding[] => {
  if (before === null) return seal.number === 0 ? [] : [noBeginning]
  const { hash, ...body } = seal
  return [
    ...(seal.number === before.number + 1 ? [] : [sealsMissing(before.number + 1, seal.number - 1)]),
    ...(hashOf(body, leaves) === hash && seal.events === leaves.length ? [] : [sealAltered(seal)]),
    ...(seal.number === before.number + 1 && (seal.previous !== before.hash || seal.from !== before.to)
      ? [sealDoesNotFollow(seal)]
      : []),
  ]
}

const againstFile = (outside: OutsideSeals, seal: Seal): readonly Finding[] => {
  if (!outside.exists || seal.number === 0) return []
  const told = outside.seals.get(seal.number)
  if (told === undefined) return [notInFile(seal)]
  return told.hash === seal.hash ? [] : [sealDisagrees(seal)]
}

/** Of the file as a whole: whether it is there, can be read, and knows of seals that the database has not. */
const ofFile = (file: string, { outside, newest }: Beginning): readonly Finding[] => {
  const beyond = [...outside.seals.keys()].filter((number) => number > newest)
  return [
    ...(outside.exists || newest === 0 ? [] : [fileMissing(file)]),
    ...outside.broken.map((line) => fileBroken(file, line)),
    ...outside.contradicted.map(contradicted),
    ...(beyond.length === 0 ? [] : [sealsMissing(Math.min(...beyond), Math.max(...beyond))]),
  ]
}

/**
 * Checks every seal: that it follows the one before, says what its hash says, stands in the outside file alike,
 * and that the events it covers are those that it covered. Streams; holds the events of one seal at a time.
 */
export const verifyAudit = async (verifying: Verifying): Promise<Verified> => {
  const { database, file, progress } = verifying
  const beginning = await begin(verifying)
  const findings: Finding[] = [...ofFile(file, beginning)]
  if (beginning.chain === null) findings.push(noBeginning)
  let before: Seal | null = null
  let events = 0
  let seals = 0
  const unsealed = await database.worker(async (db) => {
    for await (const stored of sealsAfter(db, -1)) {
      const { seal } = stored
      if (seal.number > beginning.newest) break
      if (beginning.chain !== null) findings.push(...againstSealBefore(before, stored))
      findings.push(...againstFile(beginning.outside, seal))
      const there: Leaf[] = []
      for await (const event of eventsBetween(db, seal)) there.push(leafOf(event))
      findings.push(...compareLeaves(seal, stored.leaves, there))
      events += there.length
      if (seal.number > 0) seals += 1
      progress(events)
      before = seal
    }
    return notYetSealed(db)
  })
  return { seals, events, notYetSealed: unsealed, copied: beginning.outside.copied, findings }
}
