import type { Insertable } from 'kysely'
import type { DB } from '../platform/database/schema.ts'

/** Tables of the demonstration, in the order in which they can be filled. */
export const tables = [
  'person',
  'identifier',
  'person_merge',
  'contact_details',
  'safety_flag',
  'feed_message',
  'movement',
  'release_date',
  'location',
  'legal_status',
  'work_item',
  'episode',
  'intervention',
  'allocation',
  'complexity',
  'worker_limit',
  'staff_leave',
  'cover',
  'sharing_basis',
  'handover',
  'handover_offer',
  'handover_message',
  'contact',
  'fact',
  'recovery_plan',
  'plan_goal',
  'plan_step',
  'assessment_section',
  'note',
  'notice',
] as const

export type Table = (typeof tables)[number]

/** Rows to be stored, gathered table by table. */
export type Rows = { readonly [Name in Table]: Insertable<DB[Name]>[] }

export const noRows = (): Rows => ({
  person: [],
  identifier: [],
  person_merge: [],
  contact_details: [],
  safety_flag: [],
  feed_message: [],
  movement: [],
  release_date: [],
  location: [],
  legal_status: [],
  work_item: [],
  episode: [],
  intervention: [],
  allocation: [],
  complexity: [],
  worker_limit: [],
  staff_leave: [],
  cover: [],
  sharing_basis: [],
  handover: [],
  handover_offer: [],
  handover_message: [],
  contact: [],
  fact: [],
  recovery_plan: [],
  plan_goal: [],
  plan_step: [],
  assessment_section: [],
  note: [],
  notice: [],
})
