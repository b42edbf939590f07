import type { ReceivingService } from './queries/receivingServices.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const areRunning = (days: readonly number[]): boolean =>
  days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1)

const nameOf = (day: number | undefined): string => weekdays[(day ?? 1) - 1] ?? ''

/** "open Monday to Friday", "open Monday, Wednesday". */
export const openWords = (open: readonly number[]): string => {
  const days = [...open].sort()
  if (days.length === 0) return 'no open days known'
  if (days.length === 7) return 'open every day'
  return days.length > 2 && areRunning(days)
    ? `open ${nameOf(days[0])} to ${nameOf(days.at(-1))}`
    : `open ${days.map(nameOf).join(', ')}`
}

/** "about 5 days to a first appointment". */
const waitingWords = (days: number | null): string =>
  days === null
    ? 'waiting time not known'
    : `about ${days === 1 ? '1 day' : `${days} days`} to a first appointment`

/** "Bradford district; open Monday to Friday; about 5 days to a first appointment". */
export const serviceWords = ({ area, town, openWeekdays, waitingDays }: ReceivingService): string =>
  [area ?? town ?? 'area not known', openWords(openWeekdays), waitingWords(waitingDays)].join('; ')
