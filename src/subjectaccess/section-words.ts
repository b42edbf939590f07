import type { FactKind } from '../assessment/index.ts'

/** What a table holds, as the person it is about would say it; another table is told by its comment. */
const plain: Readonly<Record<string, string>> = {
  access_release: 'Answers you were given',
  access_request: 'Your requests for records',
  access_reviewer: 'Who goes through your requests',
  agreed_summary: 'What you agreed that others may read of how you are doing',
  allocation: 'Your workers',
  assessment_section: 'Your assessment, part by part',
  complexity: 'How much work your care is',
  contact: 'Meetings, calls and attempts',
  contact_change: 'Changes to meetings',
  contact_details: 'Where you live and how to reach you',
  cover: 'Who stood in for your worker',
  draft: 'Begun and not finished yet',
  episode: 'Your time with services',
  fact: 'Forms and events',
  feed_message: 'What prisons told us',
  glass: 'Your record opened in an emergency',
  handover: 'Your care handed over',
  handover_draft: 'A hand-over being prepared',
  handover_message: 'Words between services about a hand-over',
  handover_offer: 'To whom you were handed over',
  identifier: 'Your numbers',
  intervention: 'Your treatment',
  involvement: 'Who may see your record, and why',
  involvement_request: 'Services that asked to be involved',
  legal_hold: 'Why your record is kept for now',
  legal_status: 'Why the prison says it may hold you',
  location: 'Your wing and cell',
  lock_out: 'Staff who may not see your record',
  movement: 'When you came in, moved or left',
  note: 'Notes',
  notice: 'What teams were told about you',
  obligation: 'What you are owed',
  oversight_item: 'Checks of who looked at your record',
  person: 'Who you are',
  person_merge: 'Records joined because they are both yours',
  plan_goal: 'Goals of your plan',
  plan_step: 'Steps of your plan',
  recovery_plan: 'Your recovery plan',
  release_date: 'Your release dates',
  restricted_access: 'The only staff who may see your record',
  restriction: 'Your record is shown to named staff only',
  safety_flag: 'What staff must know to keep you and others safe',
  sharing_basis: 'With whom your information may be shared',
  treatment_need: 'Whether you are in treatment',
  whereabouts: 'Where you are and when you leave',
  work_item: 'Questions about what prisons told us',
}

/** What each form and event is, as the person it is about would say it. */
const forms: Readonly<Record<FactKind, string>> = {
  arrival_screen: 'What you were asked on the day you came in',
  safety_response: 'What was done at once to keep you safe',
  seen_by_clinician: 'A nurse or prescriber saw you on your first night',
  medicines_confirmed: 'Your medicines, checked with whoever gave them to you before',
  triage: 'What help you need, and how quickly',
  assessment_completed: 'Your assessment',
  instrument_scored: 'Sets of questions that you answered',
  top_recorded: 'How you are doing, in four weeks (TOP)',
  danger_told: 'You told of danger to yourself',
  offending_behaviour: 'What led to what: a talk with your worker',
  naloxone_training: 'Learning to use naloxone',
  naloxone_issued: 'Naloxone to take with you',
  recovery_plan_agreed: 'You agreed your recovery plan',
  plan_reviewed: 'Looking at your recovery plan again',
  risk_plan_agreed: 'What could go wrong, and what we do then',
  risk_reviewed: 'Looking again at what could go wrong',
  contact_frequency_agreed: 'How often we agreed to meet',
  court_date: 'When you are in court',
  incident: 'Incidents',
  test_result: 'Your drug and alcohol tests',
  accommodation_recorded: 'Where you stay on the first night',
  medicines_bridge: 'Your medicines when you leave',
  overdose_advice: 'Advice about overdose before you left',
  follow_up_closed: 'When we stopped trying to reach you',
  discharge_told: 'How your treatment ended',
  record_set_aside: 'Something that was written down wrongly',
}

const formWords: Readonly<Record<string, string>> = forms

/** The heading under which rows of `fact` of one kind stand. */
export const formSection = (kind: string): string => formWords[kind] ?? plain.fact ?? kind

/** The heading under which the rows of a table stand: the first sentence of its comment where it has no plainer words. */
export const sectionWords = ({ name, words }: { readonly name: string; readonly words: string }): string =>
  plain[name] ?? words.split(/[:;,.]/)[0] ?? name
