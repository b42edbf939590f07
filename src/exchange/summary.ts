import type { SinceThen } from './queries/sinceThen.ts'

/** The last working day before today: on a Monday, what came over the weekend is news. */
export const sinceDay = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ days: today.dayOfWeek === 1 ? 3 : today.dayOfWeek === 7 ? 2 : 1 })

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** "3 people left and 2 people came in since Friday." Deaths have a sentence of their own. */
export const summaryWords = ({ left, came, died }: SinceThen, since: string): string => {
  const parts = [
    ...(left > 0 ? [`${people(left)} left`] : []),
    ...(came > 0 ? [`${people(came)} came in`] : []),
  ]
  const moved =
    parts.length === 0 ? `Nobody left or came in since ${since}.` : `${listed(parts)} since ${since}.`
  return died === 0 ? moved : `${moved} ${people(died)} ${died === 1 ? 'has' : 'have'} died.`
}
