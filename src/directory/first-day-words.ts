import { momentWords } from '../platform/ui/index.ts'
import type { KeptTeam } from './model.ts'

const peopleWords = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`

/** How far what is owed has been worked out again since the first day was set last. */
export const progressWords = (
  { set_at, people, derived, ended_at }: KeptTeam,
  today: Temporal.PlainDate,
): string => {
  if (set_at === null) return 'Up to date'
  if (people === null) return 'Waits to be worked out again'
  if (ended_at === null)
    return `Being worked out again: ${(derived ?? 0).toLocaleString('en-GB')} of ${peopleWords(people)}`
  return `Worked out again for ${peopleWords(people)} ${momentWords(ended_at, today)}`
}
