import type { Day } from '../../platform/day.ts'
import type { Case } from '../case.ts'
import type { Episode } from '../episodes.ts'
import type { FactOf } from '../facts.ts'
import type { Return } from '../followups.ts'
import type { Handover, Sending } from '../handovers.ts'
import type { Fact, IncidentClass, TestClass } from '../model.ts'
import type { Need } from '../needs.ts'
import { type Leaving, type Movement, never, type Spell, spellAround } from '../spells.ts'

/** A moment about which a standard makes a promise; `about` is what its own kind knows besides. */
export interface Occasion<About = unknown> {
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
  /** The service outside that answers for it on a day, where there is one to answer. */
  readonly receiverOn: ((day: Day) => string | null) | null
  /** The day they were taken on, where a rule counts from it. */
  readonly takenOn: Day | null
  /** The first day on which they may walk out: a court date or the release date. */
  readonly deadline: Leaving | null
  /** Days agreed with this person, where something was agreed. */
  readonly agreedDays: number | null
  readonly about: About
}

/** Every kind of occasion, and what is known on it. A standard hangs on one kind. */
export interface Occasions {
  /** Received by a prison that has not screened them in this spell. */
  arrival: Occasion
  /** Received from another prison with an episode open; about the movement. */
  transfer: Occasion<Movement>
  /** Screened. */
  screen: Occasion<FactOf<'arrival_screen'>>
  /** A fact told of a danger to life: at which moment, in epoch milliseconds. */
  danger: Occasion<{ readonly at: number }>
  /** Taken on: triage accepted, or treatment started without one. */
  acceptance: Occasion<Episode>
  /** Treatment started in custody. */
  treatment: Occasion<Episode>
  /** In treatment in custody since the start, or since a TOP review: about the next review. */
  topReview: Occasion<FactOf<'top_recorded'> | null>
  /** Screened as somebody who should have naloxone, first time in the spell. */
  naloxone: Occasion
  /** A positive screen or a referral that nobody has looked into yet. */
  concern: Occasion
  /** Referred in custody. */
  referral: Occasion<Episode>
  /** Taken on, left or back without a worker: one allocated from `since` on counts, later than `after`. */
  allocation: Occasion<{ readonly episodeId: string; readonly since: Day; readonly after: Fact | null }>
  /** Taken on, seen, or back in custody: the next contact. */
  contact: Occasion<Fact | null>
  /** The last open intervention ended, or they left with the episode open. */
  treatmentEnd: Occasion<Episode>
  /** In custody with an onward need. */
  need: Occasion<{
    readonly need: Need
    readonly onOpioidSubstitution: boolean
    /** A hand-over of this stay was open when the need began. */
    readonly handoverInHand: boolean
  }>
  /** A hand-over is open, and somebody has an onward need. */
  handover: Occasion<Handover>
  /** A hand-over was sent to a service. */
  sending: Occasion<Sending>
  /** A hand-over was declined or closed, and no other stands: about the next one sent. */
  loss: Occasion<Fact | null>
  /** Released with an onward need. */
  release: Occasion<{ readonly handedOver: boolean }>
  /** Back in custody while followed. */
  return: Occasion<Return>
  /** The comprehensive assessment was completed; about the one before it in the same care. */
  assessed: Occasion<{ readonly before: Fact | null }>
  /** A recovery plan was agreed or reviewed; about the next time. */
  plan: Occasion<Fact | null>
  /** Something raised a risk that somebody has a plan for. */
  risk: Occasion<RaisedRisk>
}
export type OccasionKind = keyof Occasions

/** What raised a risk: `agreed` is a day on which it was agreed to look again. */
export interface RaisedRisk {
  readonly by:
    | 'acct'
    | 'told'
    | 'return'
    | 'release'
    | 'agreed'
    | `${IncidentClass}_incident`
    | `${TestClass}_test`
  /** Epoch milliseconds: what was looked at earlier that day does not answer it. */
  readonly at: number
  /** The next time a risk was looked at, for `agreed`. */
  readonly next: Fact | null
}

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

/** An occasion of a spell, opened by a fact. All have one shape, whatever they are about: it is faster. */
export const occasion = <About>(
  id: string,
  fact: Fact,
  spell: Spell | null,
  over: Pick<Occasion, 'until' | 'endedBy'>,
  about: About,
): Occasion<About> => ({
  id,
  day: fact.day,
  openedBy: fact.id,
  until: over.until,
  endedBy: over.endedBy,
  spell,
  leaving: spell === null ? null : spell.leaving,
  subjectId: null,
  serviceId: fact.serviceId,
  receiverOn: null,
  takenOn: null,
  deadline: null,
  agreedDays: null,
  about,
})

/** The same occasion with some of it known better. */
export const knowing = <About>(
  known: Occasion<About>,
  more: Partial<Omit<Occasion, 'about'>>,
): Occasion<About> => Object.assign(known, more)

/** The spell that a fact of custody belongs to, and when that ends for the person. */
export const custodyAround = (
  c: Case,
  day: Day,
): { readonly spell: Spell | null; readonly ending: Ending } => {
  const spell = spellAround(c.spells, day)
  return { spell, ending: endingOf(spell) }
}
