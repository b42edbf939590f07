/** Which things owed a team's figures count: those that were due on these days, both included. */
export interface FiguresPeriod {
  readonly choice: PeriodChoice
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

export const periodWords = {
  weeks: 'The last 28 days',
  month: 'Last month',
  quarter: 'The last three months',
  year: 'The last year',
} as const

type PeriodChoice = keyof typeof periodWords

/** What the address of the team's page remembers. */
export const figuresNames: readonly string[] = ['period']

const isChoice = (text: string): text is PeriodChoice => Object.hasOwn(periodWords, text)

/** The days of a period; all end yesterday or before, so that everything counted was due. */
export const periodOf = (asked: string | null, today: Temporal.PlainDate): FiguresPeriod => {
  const choice = asked !== null && isChoice(asked) ? asked : 'weeks'
  const yesterday = today.subtract({ days: 1 })
  if (choice === 'weeks') return { choice, from: today.subtract({ days: 28 }), to: yesterday }
  const thisMonth = today.with({ day: 1 })
  const to = thisMonth.subtract({ days: 1 })
  if (choice === 'month') return { choice, from: thisMonth.subtract({ months: 1 }), to }
  if (choice === 'quarter') return { choice, from: thisMonth.subtract({ months: 3 }), to }
  return { choice, from: today.subtract({ years: 1 }), to: yesterday }
}
