import type { Day } from '../platform/day.ts'
import type { IncidentClass, IncidentKind, TestClass, TestPurpose, TestResult } from './tested.ts'

export type { IncidentClass, IncidentKind, TestClass, TestPurpose, TestResult } from './tested.ts'

/** Classes of record (product.md, "Who may see what"); the class decides who reads a row. */
export type RecordClass =
  | 'identity'
  | 'contact_details'
  | 'safety'
  | 'recovery'
  | 'clinical'
  | 'key_work'
  | 'safeguarding'
  | 'handover'
  | 'sharing'
  | 'incident'
  | 'voluntary_test'
  | 'court_test'

export type Setting = 'custody' | 'community'

interface Recorded {
  readonly id: string
  /** The day it happened, not the day it was typed. */
  readonly day: Day
  /** Epoch milliseconds where the moment is known, else the start of the day: orders facts inside a day. */
  readonly at: number
  /** The service that recorded it, where one did. */
  readonly serviceId: string | null
}

/** When the service first knew of it: what was done before then does not answer it. */
interface Told {
  readonly toldOn: Day
  /** Epoch milliseconds. */
  readonly toldAt: number
}

export type MovementType =
  | 'admission'
  | 'readmission'
  | 'transfer_in'
  | 'transfer_out'
  | 'to_court'
  | 'from_court'
  | 'to_hospital'
  | 'from_hospital'
  | 'temporary_release'
  | 'temporary_return'
  | 'release'
  | 'removal'
  | 'death'
  | 'unknown'

/** Something that happened to one person, as the engine reads it. */
export type Fact =
  | (Recorded & {
      readonly kind: 'movement'
      readonly movement: MovementType
      readonly establishment: string | null
      /** Left from court, on bail or a cancelled recall rather than by a planned date. */
      readonly unplanned: boolean
    })
  | (Recorded & {
      readonly kind: 'arrival_screen'
      readonly positive: boolean
      readonly dependence: readonly ('opioid' | 'alcohol' | 'benzodiazepine')[]
      readonly prescribedTreatment: boolean
      readonly opioidSubstitution: boolean
      readonly naloxoneIndicated: boolean
      readonly safetyConcern: boolean
    })
  | (Recorded & { readonly kind: 'safety_response' })
  | (Recorded & { readonly kind: 'seen_by_clinician' })
  | (Recorded & { readonly kind: 'medicines_confirmed' })
  | (Recorded & {
      readonly kind: 'referral'
      readonly episodeId: string
      readonly setting: Setting
    })
  | (Recorded & {
      readonly kind: 'triage'
      readonly episodeId: string | null
      readonly accepted: boolean
      readonly agreesToPassOn: boolean
      readonly safetyConcern?: boolean
    })
  /** The comprehensive assessment is done: risk plan and recovery plan hang on it. */
  | (Recorded & {
      readonly kind: 'assessment_completed'
      /** The open episode of the service that did it, where it has one. */
      readonly episodeId: string | null
    })
  /** Said in the middle of something longer: a section of an assessment. */
  | (Recorded & { readonly kind: 'danger_told'; readonly safetyConcern: boolean })
  /** An instrument was answered or its score taken; TOP is a kind of its own. */
  | (Recorded & {
      readonly kind: 'instrument_scored'
      readonly instrument: string
      readonly safetyConcern?: boolean
    })
  | (Recorded & { readonly kind: 'top_recorded'; readonly stage: TopStage })
  | (Recorded & {
      readonly kind: 'intervention_started'
      readonly episodeId: string
      readonly setting: Setting
      readonly opioidSubstitution: boolean
    })
  | (Recorded & { readonly kind: 'intervention_ended'; readonly episodeId: string })
  | (Recorded & {
      readonly kind: 'episode_ended'
      readonly episodeId: string
      readonly setting: Setting
      readonly reason: EndReason
    })
  | (Recorded & { readonly kind: 'worker_allocated'; readonly episodeId: string })
  | (Recorded & { readonly kind: 'allocation_ended'; readonly episodeId: string })
  | (Recorded & {
      readonly kind: 'contact'
      readonly outcome: ContactOutcome
      readonly purpose:
        | 'one_to_one'
        | 'key_session'
        | 'offending_behaviour'
        | 'follow_up'
        | 'call_sheet'
        | 'appointment'
        | 'other'
    })
  | (Recorded & { readonly kind: 'contact_frequency_agreed'; readonly days: number })
  | (Recorded & { readonly kind: 'naloxone_training'; readonly accepted: boolean })
  | (Recorded & { readonly kind: 'naloxone_issued'; readonly accepted: boolean })
  | (Recorded & { readonly kind: 'handover_opened'; readonly handoverId: string })
  | (Recorded & { readonly kind: 'handover_sent'; readonly handoverId: string; readonly to: string })
  | (Recorded & { readonly kind: 'handover_accepted'; readonly handoverId: string; readonly to: string })
  | (Recorded & { readonly kind: 'handover_declined'; readonly handoverId: string; readonly to: string })
  | (Recorded & { readonly kind: 'handover_closed'; readonly handoverId: string })
  | (Recorded & {
      readonly kind: 'appointment_booked'
      readonly handoverId: string
      readonly appointmentDay: Day
    })
  | (Recorded & { readonly kind: 'appointment_cancelled'; readonly handoverId: string })
  | (Recorded & { readonly kind: 'accommodation_recorded'; readonly known: boolean })
  | (Recorded & { readonly kind: 'medicines_bridge' })
  | (Recorded & { readonly kind: 'overdose_advice' })
  | (Recorded &
      Told & {
        readonly kind: 'incident'
        readonly what: IncidentKind
        readonly recordClass: IncidentClass
        /** An overdose or self-harm that is not long ago. */
        readonly safetyConcern: boolean
      })
  | (Recorded &
      Told & {
        readonly kind: 'test_result'
        readonly purpose: TestPurpose
        readonly result: TestResult
        readonly recordClass: TestClass
        /** A prescribed medicine explains everything that was positive. */
        readonly explained: boolean
      })
  /** An ACCT is open: the pointer alone, never what it says. */
  | (Recorded & { readonly kind: 'acct_opened' })
  /** `lookAgainOn`: the first day on which it was agreed to look at a risk again. */
  | (Recorded & { readonly kind: 'risk_plan_agreed'; readonly lookAgainOn: Day | null })
  | (Recorded & { readonly kind: 'risk_reviewed'; readonly lookAgainOn: Day | null })
  | (Recorded & { readonly kind: 'recovery_plan_agreed' })
  | (Recorded & { readonly kind: 'plan_reviewed' })
  /** What next, and whether the exit TOP is settled: done, or said why not. */
  | (Recorded & {
      readonly kind: 'discharge_told'
      readonly episodeId: string
      readonly exitTopSettled: boolean
    })
  | (Recorded & { readonly kind: 'follow_up_closed' })
  | (Recorded & { readonly kind: 'court_date'; readonly courtDay: Day })
  /** Somebody with the right to decided, with a reason, that this one is not to be done. */
  | (Recorded & { readonly kind: 'obligation_waived'; readonly obligationKey: string })

/** Which TOP it is (domain-facts.md 3). */
export type TopStage = 'start' | 'review' | 'exit' | 'post_treatment'

/** NDTMS discharge wordings (domain-facts.md 1.5), as `episodes.csv` spells them. */
export type EndReason =
  | 'completed_drug_free'
  | 'completed_alcohol_free'
  | 'completed_occasional_user'
  | 'transferred_not_in_custody'
  | 'transferred_in_custody'
  | 'dropped_out'
  | 'withdrawn_by_provider'
  | 'retained_in_custody'
  | 'declined'
  | 'died'

/** Did it happen? (product.md). `planned` is a contact that is still to come. */
export type ContactOutcome =
  | 'planned'
  | 'kept'
  | 'late'
  | 'refused'
  | 'sick'
  | 'at_court'
  | 'released'
  | 'transferred'
  | 'prison_did_not_unlock'
  | 'cancelled_by_service'
  | 'no_answer'
  | 'wrong_details'
  | 'not_known'

/** From a day on, the day of leaving was known to be this one; null: from then on none was known. */
export interface DateTold {
  readonly from: Day
  readonly day: Day | null
}

/** Everything the engine may know of one person. Order does not matter. */
export interface PersonFacts {
  readonly personId: string
  readonly facts: readonly Fact[]
  /** The working release date of the current spell (custody's own rule), or null. */
  readonly release: { readonly factId: string; readonly day: Day; readonly confirmed: boolean } | null
  /** What was known of the day of leaving, and since when; empty: it was always known. */
  readonly datesTold: readonly DateTold[]
}

export type Nation = 'england' | 'wales' | 'scotland' | 'northern_ireland'

export type PackId = 'england' | 'scotland'

/** The role that owns an obligation inside its owning service (product.md, column "owner"). */
export type OwnerRole = 'recovery_worker' | 'coordinator' | 'clinical' | 'team_leader' | 'community_worker'

/** Services and prisons as the engine needs them: plain data, the same for every person. */
interface StandardsDirectory {
  /** Prison code → nation and the recovery team (service id) that works there, null where none is registered. */
  readonly establishments: ReadonlyMap<
    string,
    { readonly nation: Nation; readonly recoveryTeam: string | null }
  >
  /**
   * Service id → nation, setting, ISO weekdays (1 = Monday) it is open, and the day it began to work with
   * Throughcare: before that it owes nothing (null: it always has).
   */
  readonly services: ReadonlyMap<
    string,
    {
      readonly nation: Nation
      readonly setting: Setting
      readonly openWeekdays: ReadonlySet<number>
      readonly liveFrom: Day | null
    }
  >
}

/** A number of a standard (days), with from and to: a change affects only what opens from its date. */
export interface SettingPeriod {
  readonly name: string
  readonly value: number
  readonly from: Day
  readonly to: Day | null
}

export interface StandardsContext {
  readonly directory: StandardsDirectory
  readonly settings: readonly SettingPeriod[]
  /** Bank holidays by nation as day numbers, wide enough for every fact. */
  readonly holidays: ReadonlyMap<Nation, ReadonlySet<Day>>
}

type ObligationState = 'owed' | 'met' | 'waived' | 'no_longer_applicable'

/**
 * One standard applied to one person at one moment (architecture.md). *Not yet open, open, overdue* and
 * *missed* are read from the clock: opens on `opensOn`, due on `dueOn`; past `lapsesOn` an owed one was missed.
 */
export interface Obligation {
  /** Stable identity within the person: the standard, what it is about, and which one in a series. */
  readonly key: string
  readonly standard: string
  readonly pack: PackId
  readonly packVersion: number
  readonly recordClass: RecordClass
  readonly opensOn: Day
  readonly dueOn: Day
  readonly lapsesOn: Day | null
  readonly ownerService: string | null
  readonly ownerRole: OwnerRole
  readonly openedBy: string
  readonly state: ObligationState
  readonly closedBy: string | null
  readonly closedOn: Day | null
  /** What it is about, where a button needs to know (a hand-over, an episode). */
  readonly subjectId: string | null
}
