import { rolesNamedFor, rolesOfPrisons, rolesOfTeams } from '../people/model.ts'
import type { StaffRole } from '../platform/database/schema.ts'

/** What something is shared for: consent is given for one recipient and one purpose. */
export const purposes = ['treatment', 'supervision', 'key_work', 'health', 'family', 'other'] as const
export type Purpose = (typeof purposes)[number]

export const purposeWords: Readonly<Record<Purpose, string>> = {
  treatment: 'Treatment after release',
  supervision: 'Probation, or their offender manager',
  key_work: 'Key work on the wing',
  health: 'GP or pharmacy',
  family: 'A member of their family, or somebody close',
  other: 'Another body',
}

/** Purposes whose recipient is a service known here; the others have a recipient by name. */
export const purposesOfServices = [
  'treatment',
  'supervision',
  'key_work',
] as const satisfies readonly Purpose[]

/** Parts of a record that somebody agrees to, as they are told about them. */
export const parts = ['recovery', 'clinical', 'summary', 'appointments'] as const
export type Part = (typeof parts)[number]

export const partWords: Readonly<Record<Part, string>> = {
  recovery: 'recovery records',
  clinical: 'medicines and clinical notes',
  summary: 'the agreed summary and plan',
  appointments: 'when and where they are seen, and their release date',
}

/** On what basis something is shared: consent, or another basis in law with its reason. */
export const otherBases = [
  'direct_care',
  'vital_interests',
  'court_order',
  'legal_duty',
  'safeguarding',
  'public_task',
] as const
export type Basis = 'consent' | (typeof otherBases)[number]

export const basisWords: Readonly<Record<Basis, string>> = {
  consent: 'They agreed',
  direct_care: 'Direct care',
  vital_interests: 'To protect a life',
  court_order: 'A court ordered it',
  legal_duty: 'A duty in law',
  safeguarding: 'To keep a child or an adult at risk safe',
  public_task: 'Public task',
}

/** How somebody said it. */
export const hows = ['in_writing', 'spoken', 'on_screen'] as const
export type How = (typeof hows)[number] | 'at_triage' | 'not_recorded'

export const howWords: Readonly<Record<How, string>> = {
  in_writing: 'in writing',
  spoken: 'spoken',
  on_screen: 'on a screen',
  at_triage: 'when asked at triage',
  not_recorded: 'it was not recorded how',
}

/** How it was explained to them. */
export const explanations = ['plain_words', 'own_language', 'interpreter', 'easy_read', 'read_aloud'] as const
export type Explained = (typeof explanations)[number]

export const explainedWords: Readonly<Record<Explained, string>> = {
  plain_words: 'in plain words',
  own_language: 'in their own language',
  interpreter: 'with an interpreter',
  easy_read: 'with an easy-read leaflet',
  read_aloud: 'read aloud',
}

/** Whom something is shared with: a service known here, or a body or somebody by name. */
export type Recipient =
  | { readonly serviceId: string; readonly body: null; readonly name: string }
  | { readonly serviceId: null; readonly body: string; readonly name: string }

/** One row of the register. The newest of a recipient, purpose and basis stands. */
export interface RegisterRow {
  readonly id: string
  readonly purpose: Purpose
  readonly recipient: Recipient
  readonly basis: Basis
  readonly state: 'given' | 'refused' | 'withdrawn'
  readonly parts: readonly Part[]
  readonly until: Temporal.PlainDate | null
  readonly how: How | null
  readonly explained: readonly Explained[]
  readonly explainedWords: string | null
  /** The reason, where it is not consent; else what they said about it. */
  readonly words: string | null
  readonly opens: boolean
  readonly day: Temporal.PlainDate
  readonly recordedBy: string | null
  readonly recordedByService: string
  readonly recordedAt: Temporal.Instant
}

/** Where a row stands today: consent and other bases end on a day, or when they are withdrawn. */
export type StandingState = RegisterRow['state'] | 'expired'

export interface Standing extends RegisterRow {
  readonly now: StandingState
}

/** Who keeps the register (product.md, "Who may see what": consent). */
export const keepsRegister = [...rolesOfPrisons, 'clinical'] as const satisfies readonly StaffRole[]

/** Who reads it: those who keep it, and a community service what concerns itself. */
export const readsRegister = rolesOfTeams

/** Who writes the agreed summary: the recovery team that holds the person. */
export const writesSummary = rolesOfPrisons

/** Who reads it: the team, and by agreement those who are named for the person. */
export const readsSummary = [...rolesOfTeams, ...rolesNamedFor] as const satisfies readonly StaffRole[]
