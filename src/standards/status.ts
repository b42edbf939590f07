import { type Day, weekday } from '../platform/day.ts'
import type { Obligation, StandardsContext } from './model.ts'

export type ObligationStatus =
  | 'not_yet_open'
  | 'open'
  | 'due_today'
  | 'overdue'
  | 'missed'
  | 'met'
  | 'met_late'
  | 'no_longer_applicable'
  | 'waived'

type Judged = Pick<Obligation, 'state' | 'opensOn' | 'dueOn' | 'lapsesOn' | 'closedOn'>

const owedOn = ({ opensOn, dueOn, lapsesOn }: Judged, today: Day): ObligationStatus => {
  if (lapsesOn !== null && today > lapsesOn) return 'missed'
  if (today < opensOn) return 'not_yet_open'
  if (today > dueOn) return 'overdue'
  return today === dueOn ? 'due_today' : 'open'
}

/** How an obligation stands on a day: the only place where the clock meets the standards. */
export const statusOn = (obligation: Judged, today: Day): ObligationStatus => {
  const { state, closedOn, dueOn } = obligation
  if (state === 'owed') return owedOn(obligation, today)
  if (state === 'met') return closedOn !== null && closedOn > dueOn ? 'met_late' : 'met'
  return state
}

/** Somebody still has to act on it: open, due today or overdue. */
export const isOpenOn = (obligation: Judged, today: Day): boolean => {
  const status = statusOn(obligation, today)
  return status === 'open' || status === 'due_today' || status === 'overdue'
}

/** The owning service is closed on the day it is due: by phone, by whoever is on call there. */
export const isOutOfHours = (
  obligation: Pick<Obligation, 'dueOn' | 'ownerService'>,
  context: Pick<StandardsContext, 'directory' | 'holidays'>,
): boolean => {
  const { dueOn, ownerService } = obligation
  const service = ownerService === null ? undefined : context.directory.services.get(ownerService)
  if (service === undefined) return false
  return (
    !service.openWeekdays.has(weekday(dueOn)) || context.holidays.get(service.nation)?.has(dueOn) === true
  )
}
