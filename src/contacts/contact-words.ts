import { dayWords, timeWords } from '../platform/ui/dates.ts'
import type { ContactRow } from './queries/contactOf.ts'

type Words = Pick<ContactRow, 'day' | 'starts_at' | 'place' | 'full_name' | 'also_there'>

/** "today at 14:00, Chapel, with Rosa Example". */
export const whenWords = (
  { day, starts_at, place, full_name, also_there }: Words,
  today: Temporal.PlainDate,
): string =>
  [
    dayWords(day, today) + (starts_at === null ? '' : ` at ${timeWords(starts_at)}`),
    ...(place === null ? [] : [place]),
    ...(full_name === null ? [] : [`with ${full_name}`]),
    ...(also_there === null ? [] : [`and ${also_there}`]),
  ].join(', ')
