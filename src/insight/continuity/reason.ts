import { plainDate } from '../../platform/day.ts'
import { fullDate } from '../../platform/ui/dates.ts'
import type { Outcome, ReleaseOutcome } from './model.ts'
import { lastDay } from './outcome.ts'

/** How each outcome is called on the page and in its table. */
export const outcomeNames: Readonly<Record<Outcome, string>> = {
  died: 'Died',
  started_within_21_days: 'Started within 21 days',
  returned_to_custody: 'Returned to custody within 21 days',
  still_inside_21_days: 'Still inside the 21 days',
  started_later: 'Started later',
  not_started: 'Not started',
  not_known: 'Not known',
}

const words: Readonly<Record<Outcome, (when: string) => string>> = {
  died: (when) => `Died ${when}.`,
  started_within_21_days: (when) => `Started community treatment ${when}.`,
  returned_to_custody: (when) => `Came back into custody ${when}, before treatment had started.`,
  still_inside_21_days: () => `Day ${lastDay} has not passed yet, and treatment has not started.`,
  started_later: (when) => `Started community treatment ${when}, after day ${lastDay}.`,
  not_started: (when) => `A community service closed the referral ${when}: declined, or did not come.`,
  not_known: () => 'Nobody has told us whether treatment started.',
}

/** Why a release landed where it did, in a sentence for whoever opens the cell. */
export const reasonOf = ({ outcome, releaseDay, decidedOn }: ReleaseOutcome): string => {
  if (decidedOn === null) return words[outcome]('')
  const day = decidedOn - releaseDay
  const relative = day >= 0 ? `, day ${day} after release` : ', before the release'
  return words[outcome](`on ${fullDate(plainDate(decidedOn))}${relative}`)
}
