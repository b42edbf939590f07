import type { EndReason } from '../standards/model.ts'
import { endReasonWords } from './model.ts'

/** Why an intervention ended (NDTMS modality exit, with what the reason of the episode says besides). */
export type InterventionExit = 'planned' | 'unplanned' | 'withdrawn' | 'transferred' | 'retained' | 'died'

export const exitWords: Readonly<Record<InterventionExit, string>> = {
  planned: 'Agreed and planned',
  unplanned: 'Left by the person, not planned',
  withdrawn: 'Withdrawn by us',
  transferred: 'Carried on elsewhere',
  retained: 'Broken off: kept in custody',
  died: 'Died',
}

/**
 * How interventions that still go on may end with the episode, the usual way first (NDTMS discharge reasons and
 * modality exits, domain-facts 1.3 and 1.5): who completed ended nothing unplanned, who dropped out left something.
 */
const together: Readonly<Record<EndReason, readonly [InterventionExit, ...InterventionExit[]]>> = {
  completed_drug_free: ['planned'],
  completed_alcohol_free: ['planned'],
  completed_occasional_user: ['planned'],
  transferred_not_in_custody: ['transferred', 'planned'],
  transferred_in_custody: ['transferred', 'planned'],
  dropped_out: ['unplanned', 'planned'],
  withdrawn_by_provider: ['withdrawn', 'planned', 'unplanned'],
  retained_in_custody: ['retained', 'planned'],
  declined: ['unplanned'],
  died: ['died'],
}

/** How an intervention ends with an episode where nothing else is said. */
export const usualExit = (reason: EndReason): InterventionExit => together[reason][0]

/** Why these do not go together, or null. */
export const faultOfExit = (reason: EndReason, exit: InterventionExit): string | null =>
  together[reason].includes(exit)
    ? null
    : `“${endReasonWords[reason]}” goes with: ${together[reason].map((one) => exitWords[one].toLowerCase()).join(', or ')}. Choose one of these, or another reason`

/** What was said of the exit TOP: recorded already, to be done within so many days, or not done and why. */
export type ExitTop =
  | { readonly said: 'recorded' }
  | { readonly said: 'later' }
  | { readonly said: 'not_done'; readonly why: string }

/** In words, as it is kept; `days`: how far from the discharge an exit TOP may be. */
export const sayExitTop = (top: ExitTop, days: number): string => {
  if (top.said === 'recorded') return 'Recorded'
  return top.said === 'later' ? `To be done within ${days} days` : `Not done: ${top.why}`
}
