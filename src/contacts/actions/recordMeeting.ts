import type { Mention } from '../../notes/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import { noteClassOf, noteOfContact } from './noteOfContact.ts'
import { type contactClass, type NewContact, recordContact } from './recordContact.ts'

export interface Meeting extends Omit<NewContact, 'recordClass'> {
  readonly recordClass: ReturnType<typeof contactClass>
  /** Its words are marked as speaking of somebody else. */
  readonly namesOthers: boolean
}

export interface RecordedMeeting {
  readonly contactId: string
  readonly mentions: readonly Mention[]
}

/** Records a contact and, in the same transaction, what was said as its note. */
export const recordMeeting = async (tx: WriteTx, meeting: Meeting): Promise<Result<RecordedMeeting>> => {
  const noteClass = noteClassOf(meeting.recordClass)
  const contact = await recordContact(tx, {
    ...meeting,
    words: noteClass === null ? meeting.words : null,
  })
  if (!contact.ok) return contact
  if (noteClass === null) return ok({ contactId: contact.value, mentions: [] })
  const mentions = await noteOfContact(tx, {
    personId: meeting.personId,
    contactId: contact.value,
    serviceId: meeting.by.serviceId,
    recordClass: noteClass,
    day: meeting.day,
    words: meeting.words,
    namesOthers: meeting.namesOthers,
  })
  return mentions.ok ? ok({ contactId: contact.value, mentions: mentions.value }) : mentions
}
