import type { ContactOutcome } from '../standards/model.ts'

/** What a contact is for. `key_session`: with another worker, such as the key worker. */
export type ContactPurpose =
  | 'one_to_one'
  | 'key_session'
  | 'offending_behaviour'
  | 'follow_up'
  | 'call_sheet'
  | 'appointment'
  | 'other'

export type ContactMode =
  | 'in_person'
  | 'phone'
  | 'video'
  | 'in_cell'
  | 'at_court'
  | 'at_gate'
  | 'text'
  | 'letter'

export const purposeWords: Readonly<Record<ContactPurpose, string>> = {
  one_to_one: 'One to one',
  key_session: 'Key session with another worker',
  offending_behaviour: 'Offending behaviour, one to one',
  follow_up: 'Follow-up after release',
  call_sheet: 'Call after an unplanned release',
  appointment: 'Community appointment',
  other: 'Something else',
}

export const modeWords: Readonly<Record<ContactMode, string>> = {
  in_person: 'Face to face',
  phone: 'By phone',
  video: 'By video',
  in_cell: 'At the cell door',
  at_court: 'At court',
  at_gate: 'At the gate',
  text: 'By text',
  letter: 'By letter',
}

export const outcomeWords: Readonly<Record<ContactOutcome, string>> = {
  planned: 'Still to come',
  kept: 'Kept',
  late: 'Kept, but late',
  refused: 'Refused',
  sick: 'Sick',
  at_court: 'At court',
  released: 'Released before it',
  transferred: 'Transferred before it',
  prison_did_not_unlock: 'Prison did not unlock',
  cancelled_by_service: 'Cancelled by us',
  no_answer: 'No answer',
  wrong_details: 'Wrong phone or address',
  not_known: 'Not known',
}

const isPurpose = (value: string): value is ContactPurpose => Object.hasOwn(purposeWords, value)
const isMode = (value: string): value is ContactMode => Object.hasOwn(modeWords, value)

/** A purpose or mode as it comes out of the database, which holds no others. */
export const asPurpose = (value: string): ContactPurpose => (isPurpose(value) ? value : 'other')
export const asMode = (value: string): ContactMode => (isMode(value) ? value : 'in_person')

/** Everything that can become of a contact (product.md, "Did it happen?"). */
export const outcomes = [
  'kept',
  'late',
  'refused',
  'no_answer',
  'sick',
  'at_court',
  'released',
  'transferred',
  'prison_did_not_unlock',
  'cancelled_by_service',
  'wrong_details',
  'not_known',
] as const satisfies readonly ContactOutcome[]
