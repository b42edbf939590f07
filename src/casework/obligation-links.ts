import type { StaffRole } from '../platform/database/schema.ts'

/** How a list offers the doing of what is owed. */
export interface ObligationLink {
  /** On the button: what pressing it begins. */
  readonly verb: string
  /** The line itself, and the button's hidden words: told apart by the name. */
  readonly linkText: (name: string) => string
  /** Where it is done; `subjectId` is the obligation's own (an episode, a hand-over) or null. */
  readonly path: (personId: string, subjectId: string | null) => string
  /** Who may do it: whom the form at `path` lets in. */
  readonly may: readonly StaffRole[]
}

const clinical: readonly StaffRole[] = ['clinical']
const leader: readonly StaffRole[] = ['team_leader']
const prisonTeam: readonly StaffRole[] = ['recovery_worker', 'coordinator', 'team_leader']
const inPrison: readonly StaffRole[] = [...prisonTeam, 'clinical']
const recoveryTeams: readonly StaffRole[] = [...prisonTeam, 'community_worker']
const everybody: readonly StaffRole[] = [...inPrison, 'community_worker']

const ofPerson =
  (page: string): ObligationLink['path'] =>
  (personId) =>
    `/people/${personId}/${page}`

/** What is about a hand-over leads to it; without one, to opening it. */
const ofHandover =
  (page = ''): ObligationLink['path'] =>
  (personId, handoverId) =>
    handoverId === null ? `/people/${personId}/handover/new` : `/handovers/${handoverId}${page}`

const ring: ObligationLink = {
  verb: 'Record call',
  linkText: (name) => `Ring ${name}`,
  path: ofPerson('follow-up'),
  may: everybody,
}

const riskReview: ObligationLink = {
  verb: 'Review the risks',
  linkText: (name) => `Risk review for ${name}`,
  path: ofPerson('risk/review'),
  may: recoveryTeams,
}

/** Every standard of the packs → where and under which words it is done. A test keeps it whole. */
export const obligationLinks: Readonly<Record<string, ObligationLink>> = {
  arrival_screen: {
    verb: 'Start screen',
    linkText: (name) => `Screen ${name}`,
    path: ofPerson('arrival-screen'),
    may: inPrison,
  },
  immediate_safety: {
    verb: 'Say what was done',
    linkText: (name) => `Make ${name} safe`,
    path: ofPerson('safety-response'),
    may: everybody,
  },
  first_night_look: {
    verb: 'Record the look',
    linkText: (name) => `First-night look at ${name}`,
    path: ofPerson('clinical-look'),
    may: clinical,
  },
  medicines_confirmed: {
    verb: 'Confirm medicines',
    linkText: (name) => `Confirm medicines for ${name}`,
    path: ofPerson('medicines'),
    may: clinical,
  },
  triage: {
    verb: 'Start triage',
    linkText: (name) => `Triage ${name}`,
    path: ofPerson('triage'),
    may: prisonTeam,
  },
  recall_or_return: {
    verb: 'Take up again',
    linkText: (name) => `Take up again with ${name}`,
    path: ofPerson('triage'),
    may: prisonTeam,
  },
  first_contact_after_transfer: {
    verb: 'Record contact',
    linkText: (name) => `First contact here with ${name}`,
    path: ofPerson('contacts/new'),
    may: everybody,
  },
  comprehensive_assessment: {
    verb: 'Start assessment',
    linkText: (name) => `Assess ${name}`,
    path: ofPerson('assessments/comprehensive'),
    may: recoveryTeams,
  },
  top_start: {
    verb: 'Record TOP',
    linkText: (name) => `TOP at start with ${name}`,
    path: ofPerson('assessments/top/start'),
    may: recoveryTeams,
  },
  top_review: {
    verb: 'Record TOP',
    linkText: (name) => `TOP review with ${name}`,
    path: ofPerson('assessments/top/review'),
    may: recoveryTeams,
  },
  allocated_worker: {
    verb: 'Choose worker',
    linkText: (name) => `Allocate a worker to ${name}`,
    path: ofPerson('allocate'),
    may: everybody,
  },
  treatment_start: {
    verb: 'Start treatment',
    linkText: (name) => `Start treatment with ${name}`,
    path: ofPerson('treatment/start'),
    may: recoveryTeams,
  },
  agreed_contact: {
    verb: 'Record contact',
    linkText: (name) => `See ${name}`,
    path: ofPerson('contacts/new'),
    may: everybody,
  },
  naloxone_training: {
    verb: 'Record training',
    linkText: (name) => `Naloxone training for ${name}`,
    path: ofPerson('naloxone/training'),
    may: prisonTeam,
  },
  naloxone_in_hand: {
    verb: 'Record kit',
    linkText: (name) => `Naloxone kit for ${name}`,
    path: ofPerson('naloxone/kit'),
    may: clinical,
  },
  handover_opened: {
    verb: 'Open hand-over',
    linkText: (name) => `Open a hand-over for ${name}`,
    path: ofPerson('handover/new'),
    may: inPrison,
  },
  handover_accepted: {
    verb: 'Accept or decline',
    linkText: (name) => `Answer the hand-over of ${name}`,
    path: ofHandover(),
    may: everybody,
  },
  another_service: {
    verb: 'Choose another service',
    linkText: (name) => `Choose another service for ${name}`,
    path: ofHandover(),
    may: everybody,
  },
  community_appointment: {
    verb: 'Book',
    linkText: (name) => `Book a first appointment for ${name}`,
    path: ofHandover('/appointment'),
    may: everybody,
  },
  first_night_accommodation: {
    verb: 'Record first night',
    linkText: (name) => `First night out for ${name}`,
    path: ofPerson('accommodation'),
    may: everybody,
  },
  medicines_bridge: {
    verb: 'Bridge medicines',
    linkText: (name) => `Bridge medicines for ${name}`,
    path: ofPerson('medicines-bridge'),
    may: clinical,
  },
  overdose_advice: {
    verb: 'Record advice',
    linkText: (name) => `Overdose advice for ${name}`,
    path: ofPerson('overdose-advice'),
    may: recoveryTeams,
  },
  after_release_day_1: ring,
  after_release_day_3: ring,
  after_release_day_7: ring,
  after_release_day_14: ring,
  continuity: {
    verb: 'Record start',
    linkText: (name) => `Start treatment with ${name}`,
    path: ofPerson('treatment/start'),
    may: recoveryTeams,
  },
  still_not_in_treatment: ring,
  follow_up_closed: {
    verb: 'Close follow-up',
    linkText: (name) => `Close the follow-up of ${name}`,
    path: ofPerson('follow-up/close'),
    may: leader,
  },
  call_sheet: {
    verb: 'Call sheet',
    linkText: (name) => `Ring ${name}`,
    path: ofPerson('call-sheet'),
    may: inPrison,
  },
  risk_plan: {
    verb: 'Make the risk plan',
    linkText: (name) => `Risk plan for ${name}`,
    path: ofPerson('risk/plan'),
    may: recoveryTeams,
  },
  risk_review_acct: riskReview,
  risk_review_screen: riskReview,
  risk_review_return: riskReview,
  risk_review_release: riskReview,
  risk_review_incident: riskReview,
  risk_review_own_incident: riskReview,
  risk_review_mandatory_test: riskReview,
  risk_review_voluntary_test: riskReview,
  risk_review_court_test: riskReview,
  risk_review_own_test: riskReview,
  risk_review_agreed: riskReview,
  recovery_plan: {
    verb: 'Make the plan',
    linkText: (name) => `Recovery plan for ${name}`,
    path: ofPerson('plan/want'),
    may: recoveryTeams,
  },
  plan_review: {
    verb: 'Start review',
    linkText: (name) => `Plan review for ${name}`,
    path: ofPerson('plan/review'),
    may: recoveryTeams,
  },
  discharge: {
    verb: 'End episode',
    linkText: (name) => `Discharge ${name}`,
    path: (personId, episodeId) =>
      episodeId === null ? `/people/${personId}` : `/people/${personId}/episodes/${episodeId}/end`,
    may: recoveryTeams,
  },
}

/** What a standard that no pack has any more still leads to: the person. */
const unknown: ObligationLink = {
  may: everybody,
  verb: 'Open',
  linkText: (name) => name,
  path: (personId) => `/people/${personId}`,
}

/** Where and under which words an obligation is done. */
export const obligationLink = (standard: string): ObligationLink => obligationLinks[standard] ?? unknown

/** The address of doing it (`path` without a query), coming back to Today when it is done. */
export const fromToday = (path: string): string => `${path}?from=today`

/** Whether somebody in a role may do what a standard asks for. */
export const mayDo = (role: StaffRole, standard: string): boolean =>
  obligationLink(standard).may.includes(role)
