import type { RecordClass } from '../standards/model.ts'

/** How sure we are of a number: read in its source, taken over from a source that says it of something near, or chosen until one is found. */
export type Sureness = 'read' | 'near' | 'chosen'

/** How long the words of some classes of record are kept after the last day on which anything happened. */
export interface RetentionRule {
  readonly id: 'recovery' | 'clinical' | 'safeguarding' | 'key_work' | 'identity' | 'request' | 'held'
  readonly title: string
  readonly classes: readonly RecordClass[]
  readonly years: number
  readonly why: string
  readonly source: string
  readonly sure: Sureness
}

export const surenessWords: Readonly<Record<Sureness, string>> = {
  read: 'Read in its source',
  near: 'The source says it of a near thing',
  chosen: 'Chosen until a source is found',
}

export type RunState = 'listing' | 'listed' | 'approved' | 'running' | 'done' | 'abandoned'

export const runStateWords: Readonly<Record<RunState, string>> = {
  listing: 'The list is being made',
  listed: 'Waits for a second person',
  approved: 'Approved, about to be carried out',
  running: 'Being carried out',
  done: 'Carried out',
  abandoned: 'Put aside',
}

/** While one of these, the page shows itself again until it is no longer so. */
export const isUnderWay = (state: RunState): boolean => ['listing', 'approved', 'running'].includes(state)

/** Who keeps records: they see counts and reasons of a run, and nothing of what a record says. */
export const keepers = ['team_leader', 'administrator'] as const
