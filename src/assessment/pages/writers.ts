import type { StaffRole } from '../../platform/database/schema.ts'
import { instrumentAnswered } from '../instruments/index.ts'
import type { Answers } from '../model.ts'
import { answerTo } from '../questions.ts'

/** Where a kind of record is written and put right, below the person's address, and by whom. */
export interface Writer {
  readonly path: string
  readonly may: readonly StaffRole[]
  /** One that was wrong is set aside by whoever may write it. */
  readonly setAside?: true
}

const recoveryTeam: readonly StaffRole[] = ['recovery_worker', 'coordinator', 'team_leader']

/** Who assesses, inside and outside. */
export const assessors: readonly StaffRole[] = [...recoveryTeam, 'community_worker']

/** Who reads assessments. */
export const assessmentReaders: readonly StaffRole[] = [...assessors, 'clinical']

/** By kind of fact: the one list of who fills in which form. */
export const writers = {
  arrival_screen: { path: 'arrival-screen', may: [...recoveryTeam, 'clinical'] },
  safety_response: { path: 'safety-response', may: assessmentReaders },
  seen_by_clinician: { path: 'clinical-look', may: ['clinical'] },
  medicines_confirmed: { path: 'medicines', may: ['clinical'] },
  triage: { path: 'triage', may: recoveryTeam },
  naloxone_training: { path: 'naloxone/training', may: recoveryTeam },
  naloxone_issued: { path: 'naloxone/kit', may: ['clinical'] },
  court_date: { path: 'court-date', may: recoveryTeam },
  contact_frequency_agreed: { path: 'contact-frequency', may: recoveryTeam },
  offending_behaviour: { path: 'offending-behaviour', may: assessors },
  risk_plan_agreed: { path: 'risk/plan', may: [...recoveryTeam, 'community_worker'] },
  risk_reviewed: { path: 'risk/review', may: [...recoveryTeam, 'community_worker'] },
  incident: { path: 'incidents/new', may: assessmentReaders, setAside: true },
  test_result: { path: 'tests/new', may: assessmentReaders, setAside: true },
} as const satisfies Readonly<Record<string, Writer>>

const byKind = new Map<string, Writer>(Object.entries(writers))

/** The kinds that somebody in a role may set aside. */
export const setAsideBy = (role: StaffRole): readonly string[] =>
  [...byKind].flatMap(([kind, { may, setAside }]) => (setAside === true && may.includes(role) ? [kind] : []))

/** An instrument is put right on its own page, by whoever takes it. */
const instrumentWriter = (answers: Answers): Writer | undefined => {
  const instrument = instrumentAnswered(answers)
  if (instrument === undefined) return undefined
  const stage = answerTo(answers, 'stage')
  return {
    path: stage === null ? `assessments/new/${instrument.id}` : `assessments/top/${stage}`,
    may: instrument.takenBy === 'clinical' ? ['clinical'] : assessors,
  }
}

/** Where a record is put right; undefined for what is not put right here. */
export const writerOf = (kind: string, answers: Answers): Writer | undefined =>
  kind === 'instrument_scored' || kind === 'top_recorded' ? instrumentWriter(answers) : byKind.get(kind)
