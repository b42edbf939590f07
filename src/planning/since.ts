import { sideWords, whoseSide } from '../contacts/index.ts'
import { outcomeWords } from '../contacts/model.ts'
import { releaseDateTypes, releaseDateWords } from '../custody/index.ts'
import { dateWords } from '../platform/ui/dates.ts'
import type { ChangedSince, ContactCount, ReleaseMove } from './queries/changedSince.ts'

const times = (count: number, words: string): string => `${count} ${words}`

const happenedIn = (contacts: readonly ContactCount[]): number =>
  contacts
    .filter(({ outcome }) => whoseSide(outcome) === 'happened')
    .reduce((sum, { count }) => sum + count, 0)

/** Meetings since a day in one line: how many took place, and of the rest what came between and whose side it was. */
export const contactWords = (contacts: readonly ContactCount[]): string => {
  if (contacts.length === 0) return 'No meeting was recorded.'
  const rest = contacts.filter(({ outcome }) => whoseSide(outcome) !== 'happened')
  const happened = times(happenedIn(contacts), 'took place')
  if (rest.length === 0) return `${happened}.`
  const told = rest.map(({ outcome, count }) => {
    const side = whoseSide(outcome)
    return `${count} ${outcomeWords[outcome].toLowerCase()}${side === null ? '' : ` (${sideWords[side].toLowerCase()})`}`
  })
  return `${happened}; ${told.join('; ')}.`
}

const isKnown = (type: string): type is keyof typeof releaseDateTypes => Object.hasOwn(releaseDateTypes, type)

const moveWords = ({ on, type, date }: ReleaseMove, today: Temporal.PlainDate): string => {
  const named = isKnown(type) ? releaseDateWords(type) : type
  const to = date === null ? 'withdrawn' : dateWords(date, today)
  return `${named}: ${to} (told ${dateWords(on, today)})`
}

/** How the release date moved since a day, in one line. */
export const moveLine = (moves: readonly ReleaseMove[], today: Temporal.PlainDate): string =>
  moves.length === 0 ? 'It did not move.' : `${moves.map((move) => moveWords(move, today)).join('; ')}.`

/** Everything that changed, as a review lays it out and keeps it. */
export interface SinceWords {
  readonly contacts: string
  readonly release: string
}

export const sayChanged = (changed: ChangedSince, today: Temporal.PlainDate): SinceWords => ({
  contacts: contactWords(changed.contacts),
  release: moveLine(changed.moves, today),
})
