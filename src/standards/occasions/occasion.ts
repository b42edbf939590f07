import type { Day } from '../../platform/day.ts'
import type { Case } from '../case.ts'
import type { FactOf } from '../facts.ts'
import type { FollowUp, Return } from '../followups.ts'
import type { Handover, Sending } from '../handovers.ts'
import type { Fact } from '../model.ts'
import type { Need } from '../needs.ts'
import { type Leaving, never, type Spell, spellAround } from '../spells.ts'

/** A moment about which a standard makes a promise. */
export interface Occasion {
  /** What it is about, unique within its kind and the person. */
  readonly id: string
  readonly day: Day
  readonly openedBy: string
  /** From when on nothing is owed about it any more. */
  readonly until: Day
  readonly endedBy: string | null
  readonly spell: Spell | null
  /** The day before which it must be done, where they are to leave. */
  readonly leaving: Leaving | null
  readonly subjectId: string | null
  /** Who recorded what opened it. */
  readonly serviceId: string | null
}

export interface ScreenOccasion extends Occasion {
  readonly screen: FactOf<'arrival_screen'>
}
export interface NaloxoneOccasion extends Occasion {
  /** The first day on which they may walk out: a court date or the release date. */
  readonly deadline: Day | null
}
export interface EpisodeOccasion extends Occasion {
  readonly episodeId: string
}
export interface AllocationOccasion extends EpisodeOccasion {
  /** A worker allocated from this day on counts. */
  readonly since: Day
}
export interface TransferOccasion extends Occasion {
  readonly arrivedAt: number
}
export interface ContactOccasion extends Occasion {
  readonly next: Fact | null
  /** Days agreed with this person, where something was agreed. */
  readonly agreedDays: number | null
}
export interface NeedOccasion extends Occasion {
  readonly need: Need
  readonly onOpioidSubstitution: boolean
}
export interface HandoverOccasion extends Occasion {
  readonly handover: Handover
}
export interface SendingOccasion extends Occasion {
  readonly handoverId: string
  readonly sending: Sending
}
export interface LossOccasion extends Occasion {
  readonly next: Fact | null
}
export interface ReleaseOccasion extends Occasion {
  readonly followUp: FollowUp
  readonly handovers: readonly Handover[]
  readonly handedOver: boolean
}
export interface ReturnOccasion extends Occasion {
  readonly returned: Return
}

/** Every kind of occasion, and what is known on it. A standard hangs on one kind. */
export interface Occasions {
  /** Received by a prison that has not screened them in this spell. */
  arrival: Occasion
  /** Received from another prison with an episode open. */
  transfer: TransferOccasion
  /** Screened. */
  screen: ScreenOccasion
  /** Screened as somebody who should have naloxone, first time in the spell. */
  naloxone: NaloxoneOccasion
  /** A positive screen or a referral that nobody has looked into yet. */
  concern: Occasion
  /** Referred in custody. */
  referral: EpisodeOccasion
  /** Taken on, or left without a worker. */
  allocation: AllocationOccasion
  /** Taken on, seen, or back in custody: the next contact. */
  contact: ContactOccasion
  /** The last open intervention ended, or they left with the episode open. */
  treatmentEnd: EpisodeOccasion
  /** In custody with an onward need. */
  need: NeedOccasion
  /** A hand-over is open. */
  handover: HandoverOccasion
  /** A hand-over was sent to a service. */
  sending: SendingOccasion
  /** A hand-over was declined or closed, and no other stands. */
  loss: LossOccasion
  /** Released with an onward need. */
  release: ReleaseOccasion
  /** Back in custody while followed. */
  return: ReturnOccasion
}
export type OccasionKind = keyof Occasions

export interface Ending {
  readonly day: Day
  readonly by: string | null
}

const notYet: Ending = { day: never, by: null }

export const endingBy = (fact: Fact | null | undefined): Ending =>
  fact === null || fact === undefined ? notYet : { day: fact.day, by: fact.id }

export const endingOf = (spell: Spell | null): Ending =>
  spell === null ? notYet : { day: spell.end, by: spell.endedBy?.id ?? null }

/** Whichever comes first. */
export const firstOf = (...endings: readonly Ending[]): Pick<Occasion, 'until' | 'endedBy'> => {
  let first = notYet
  for (const ending of endings) if (ending.day < first.day) first = ending
  return { until: first.day, endedBy: first.by }
}

/** What an occasion in custody shares: it is about one spell and ends with it. */
export const inSpell = (
  spell: Spell | null,
  fact: Fact,
): Pick<Occasion, 'day' | 'openedBy' | 'spell' | 'leaving' | 'subjectId' | 'serviceId'> => ({
  day: fact.day,
  openedBy: fact.id,
  spell,
  leaving: spell?.leaving ?? null,
  subjectId: null,
  serviceId: fact.serviceId,
})

/** The spell that a fact of custody belongs to, and when that ends for the person. */
export const custodyAround = (
  c: Case,
  day: Day,
): { readonly spell: Spell | null; readonly ending: Ending } => {
  const spell = spellAround(c.spells, day)
  return { spell, ending: endingOf(spell) }
}
