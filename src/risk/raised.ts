import { dayNumber, plainDate } from '../platform/day.ts'
import { dateWords, dueWords } from '../platform/ui/dates.ts'
import { describeObligation, packById, standardById } from '../standards/index.ts'
import type { RaisedRow } from './queries/raisedRisks.ts'

/** Why the risks are to be looked at again, in words, and by when. */
export interface Raised {
  readonly why: string
  readonly due: string
}

/** What raised a risk, as a page says it. */
export const sayRaised = (row: RaisedRow, today: Temporal.PlainDate): Raised => {
  const standard = standardById(packById(row.pack), row.standard)
  const days = { opensOn: dayNumber(row.opensOn), dueOn: dayNumber(row.dueOn) }
  return {
    why:
      standard === null
        ? 'Something raised a risk'
        : describeObligation(days, standard, (day) => dateWords(plainDate(day), today)).why,
    due: dueWords(row.dueOn, today),
  }
}
