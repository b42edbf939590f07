import { dayOf } from '../clock.ts'
import { fullDate, timeWords } from '../ui/dates.ts'
import type { Leaf, Seal } from './canonical.ts'

/** Something of the audit log that is not as it was sealed. */
export interface Finding {
  readonly kind:
    | 'event_removed'
    | 'event_altered'
    | 'event_reordered'
    | 'event_inserted'
    | 'seal_removed'
    | 'seal_altered'
    | 'seal_disagrees'
    | 'file_missing'
    | 'file_broken'
  readonly seal: number | null
  readonly event: string | null
  /** One sentence that a person reads. */
  readonly words: string
}

/** "23 November 2026 at 09:10", in Europe/London. */
const whenWords = (at: Temporal.Instant): string => `${fullDate(dayOf(at))} at ${timeWords(at)}`

/** When an identifier was made: a UUIDv7 begins with its milliseconds. */
const madeAt = (id: string): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))

const sealWords = ({ number, sealedAt }: Seal): string => `seal ${number} (made ${whenWords(sealedAt)})`

const ofEvent =
  (kind: Finding['kind'], words: string) =>
  (seal: Seal, id: string): Finding => ({
    kind,
    seal: seal.number,
    event: id,
    words: `Event ${id}, of about ${whenWords(madeAt(id))}, ${words} ${sealWords(seal)}.`,
  })

const removed = ofEvent('event_removed', 'was removed. It is in')
const altered = ofEvent('event_altered', 'was altered after it was sealed by')
const reordered = ofEvent('event_reordered', 'stands in another place than in')
const inserted = ofEvent('event_inserted', 'was put in afterwards, among the events of')

/** Compares the events that are there with those that were sealed, both in order. */
export const compareLeaves = (
  seal: Seal,
  sealed: readonly Leaf[],
  there: readonly Leaf[],
): readonly Finding[] => {
  const digests = new Map(sealed.map(({ id, digest }) => [id, digest]))
  const present = new Set(there.map(({ id }) => id))
  const stillThere = sealed.filter(({ id }) => present.has(id))
  const known = there.filter(({ id }) => digests.has(id))
  return [
    ...sealed.filter(({ id }) => !present.has(id)).map(({ id }) => removed(seal, id)),
    ...known.filter(({ id, digest }) => digests.get(id) !== digest).map(({ id }) => altered(seal, id)),
    ...known.filter(({ id }, place) => stillThere[place]?.id !== id).map(({ id }) => reordered(seal, id)),
    ...there.filter(({ id }) => !digests.has(id)).map(({ id }) => inserted(seal, id)),
  ]
}

const ofSeal = (kind: Finding['kind'], seal: number, words: string): Finding => ({
  kind,
  seal,
  event: null,
  words,
})

export const sealsMissing = (from: number, to: number): Finding =>
  ofSeal(
    'seal_removed',
    from,
    from === to
      ? `Seal ${from} was removed from the database.`
      : `Seals ${from} to ${to} were removed from the database.`,
  )

export const sealAltered = (seal: Seal): Finding =>
  ofSeal('seal_altered', seal.number, `${sealWords(seal)} was altered: its hash is not that of what it says.`)

export const sealDoesNotFollow = (seal: Seal): Finding =>
  ofSeal(
    'seal_altered',
    seal.number,
    `${sealWords(seal)} does not follow the seal before it: one of the two was altered.`,
  )

export const sealDisagrees = (seal: Seal): Finding =>
  ofSeal(
    'seal_disagrees',
    seal.number,
    `${sealWords(seal)} is not as the outside file has it: the log was sealed again, or the file was changed.`,
  )

export const notInFile = (seal: Seal): Finding =>
  ofSeal('seal_disagrees', seal.number, `${sealWords(seal)} is not in the outside file.`)

export const contradicted = (number: number): Finding =>
  ofSeal('seal_disagrees', number, `The outside file has seal ${number} twice, and not alike.`)

export const noBeginning: Finding = {
  kind: 'seal_removed',
  seal: 0,
  event: null,
  words: 'Seal 0, the beginning, was removed from the database.',
}

export const fileMissing = (path: string): Finding => ({
  kind: 'file_missing',
  seal: null,
  event: null,
  words: `There is no outside file at ${path}.`,
})

export const fileBroken = (path: string, line: number): Finding => ({
  kind: 'file_broken',
  seal: null,
  event: null,
  words: `Line ${line} of ${path} is no seal.`,
})
