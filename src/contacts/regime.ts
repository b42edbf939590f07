import type { RegimePeriod } from './clashes.ts'

/** A time of a prison's week that stands. */
export interface RegimeTime extends RegimePeriod {
  readonly id: string
  /** Null: it came with the service, for any prison that has said nothing. */
  readonly setBy: string | null
  readonly setOn: Temporal.PlainDate | null
}

/** A prison with its times: its own, else the usual ones. */
export interface PrisonRegime {
  readonly code: string
  readonly name: string
  readonly own: boolean
  readonly times: readonly RegimeTime[]
}

/** What a time of the regime can be; its words follow "It falls in the prison’s". */
export const regimeKinds: Readonly<Record<string, string>> = {
  'before morning unlock': 'Before morning unlock',
  'roll check': 'Roll check',
  'lunch lock-up': 'Lunch lock-up',
  'evening lock-up': 'Evening lock-up',
  'time for work': 'Work',
  'time for education': 'Education',
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** ISO days of the week → "Mon to Thu", "every day", "Mon, Wed". */
export const weekdayWords = (weekdays: readonly number[]): string => {
  const days = [...new Set(weekdays)].sort((one, other) => one - other)
  const named = (day: number | undefined): string => dayNames[(day ?? 1) - 1] ?? ''
  if (days.length === 7) return 'every day'
  const inARow = days.length > 2 && (days.at(-1) ?? 0) - (days[0] ?? 0) === days.length - 1
  return inARow ? `${named(days[0])} to ${named(days.at(-1))}` : days.map(named).join(', ')
}

/** "12:00 to 13:30". */
export const hoursWords = ({ starts, ends }: Pick<RegimePeriod, 'starts' | 'ends'>): string =>
  `${starts.toString({ smallestUnit: 'minute' })} to ${ends.toString({ smallestUnit: 'minute' })}`

/** The times of one day, in their order: "12:00 to 13:30 lunch lock-up". */
export const timesOfDay = (times: readonly RegimePeriod[], day: Temporal.PlainDate): readonly string[] =>
  times
    .filter(({ weekdays }) => weekdays.includes(day.dayOfWeek))
    .map((time) => `${hoursWords(time)} ${time.words}`)
