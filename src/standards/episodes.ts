import type { Day } from '../platform/day.ts'
import type { FactOf } from './facts.ts'
import type { Fact, Setting } from './model.ts'

/** What the end of an episode says about the need: gone (completed, declined), carried on elsewhere, or silent. */
export type Outcome = 'need_ended' | 'need_goes_on' | 'silent'

/** No intervention is open any more, until one starts again. */
interface TreatmentEnd {
  readonly fact: Fact
  readonly until: Day
  readonly resumedBy: string | null
}

/** One person with one service from referral to discharge; reopened after that, it is another of these. */
export interface Episode {
  readonly key: string
  readonly id: string
  readonly setting: Setting
  readonly serviceId: string | null
  readonly openedOn: Day
  readonly referral: FactOf<'referral'> | null
  /** Triage accepted, or treatment started without one. */
  readonly accepted: Fact | null
  readonly acceptedOn: Day
  readonly start: FactOf<'intervention_started'> | null
  readonly treatmentEnds: readonly TreatmentEnd[]
  readonly endedOn: Day
  readonly endedBy: Fact | null
  readonly outcome: Outcome
}
