/** How a list offers the doing of what is owed. */
export interface ObligationLink {
  /** On the button: what pressing it begins. */
  readonly verb: string
  /** The line itself, and the button's hidden words: told apart by the name. */
  readonly linkText: (name: string) => string
  /** Where it is done; `subjectId` is the obligation's own (an episode, a hand-over) or null. */
  readonly path: (personId: string, subjectId: string | null) => string
}

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
}

/** Every standard of the packs → where and under which words it is done. A test keeps it whole. */
export const obligationLinks: Readonly<Record<string, ObligationLink>> = {
  arrival_screen: {
    verb: 'Start screen',
    linkText: (name) => `Screen ${name}`,
    path: ofPerson('arrival-screen'),
  },
  immediate_safety: {
    verb: 'Say what was done',
    linkText: (name) => `Make ${name} safe`,
    path: ofPerson('safety-response'),
  },
  first_night_look: {
    verb: 'Record the look',
    linkText: (name) => `First-night look at ${name}`,
    path: ofPerson('clinical-look'),
  },
  medicines_confirmed: {
    verb: 'Confirm medicines',
    linkText: (name) => `Confirm medicines for ${name}`,
    path: ofPerson('medicines'),
  },
  triage: { verb: 'Start triage', linkText: (name) => `Triage ${name}`, path: ofPerson('triage') },
  recall_or_return: {
    verb: 'Take up again',
    linkText: (name) => `Take up again with ${name}`,
    path: ofPerson('triage'),
  },
  first_contact_after_transfer: {
    verb: 'Record contact',
    linkText: (name) => `First contact here with ${name}`,
    path: ofPerson('contacts/new'),
  },
  allocated_worker: {
    verb: 'Choose worker',
    linkText: (name) => `Allocate a worker to ${name}`,
    path: ofPerson('allocate'),
  },
  treatment_start: {
    verb: 'Start treatment',
    linkText: (name) => `Start treatment with ${name}`,
    path: ofPerson('treatment/start'),
  },
  agreed_contact: {
    verb: 'Record contact',
    linkText: (name) => `See ${name}`,
    path: ofPerson('contacts/new'),
  },
  naloxone_training: {
    verb: 'Record training',
    linkText: (name) => `Naloxone training for ${name}`,
    path: ofPerson('naloxone/training'),
  },
  naloxone_in_hand: {
    verb: 'Record kit',
    linkText: (name) => `Naloxone kit for ${name}`,
    path: ofPerson('naloxone/kit'),
  },
  handover_opened: {
    verb: 'Open hand-over',
    linkText: (name) => `Open a hand-over for ${name}`,
    path: ofPerson('handover/new'),
  },
  handover_accepted: {
    verb: 'Accept or decline',
    linkText: (name) => `Answer the hand-over of ${name}`,
    path: ofHandover(),
  },
  another_service: {
    verb: 'Choose another service',
    linkText: (name) => `Choose another service for ${name}`,
    path: ofHandover(),
  },
  community_appointment: {
    verb: 'Book',
    linkText: (name) => `Book a first appointment for ${name}`,
    path: ofHandover('/appointment'),
  },
  first_night_accommodation: {
    verb: 'Record first night',
    linkText: (name) => `First night out for ${name}`,
    path: ofPerson('accommodation'),
  },
  medicines_bridge: {
    verb: 'Bridge medicines',
    linkText: (name) => `Bridge medicines for ${name}`,
    path: ofPerson('medicines-bridge'),
  },
  overdose_advice: {
    verb: 'Record advice',
    linkText: (name) => `Overdose advice for ${name}`,
    path: ofPerson('overdose-advice'),
  },
  after_release_day_1: ring,
  after_release_day_3: ring,
  after_release_day_7: ring,
  after_release_day_14: ring,
  continuity: {
    verb: 'Record start',
    linkText: (name) => `Start treatment with ${name}`,
    path: ofPerson('treatment/start'),
  },
  still_not_in_treatment: ring,
  follow_up_closed: {
    verb: 'Close follow-up',
    linkText: (name) => `Close the follow-up of ${name}`,
    path: ofPerson('follow-up/close'),
  },
  call_sheet: {
    verb: 'Call sheet',
    linkText: (name) => `Ring ${name}`,
    path: ofPerson('call-sheet'),
  },
  discharge: {
    verb: 'End episode',
    linkText: (name) => `Discharge ${name}`,
    path: (personId, episodeId) =>
      episodeId === null ? `/people/${personId}` : `/people/${personId}/episodes/${episodeId}/end`,
  },
}

/** What a standard that no pack has any more still leads to: the person. */
const unknown: ObligationLink = {
  verb: 'Open',
  linkText: (name) => name,
  path: (personId) => `/people/${personId}`,
}

/** Where and under which words an obligation is done. */
export const obligationLink = (standard: string): ObligationLink => obligationLinks[standard] ?? unknown

/** The address of doing it (`path` without a query), coming back to Today when it is done. */
export const fromToday = (path: string): string => `${path}?from=today`
