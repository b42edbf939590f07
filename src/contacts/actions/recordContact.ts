import type { RecordedBy } from '../../casework/model.ts'
import type { RecordClass, StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { ContactOutcome } from '../../standards/model.ts'
import type { ContactMode, ContactPurpose } from '../model.ts'
import { faultOfContactDay } from '../rules.ts'

export interface NewContact {
  readonly personId: string
  readonly by: RecordedBy
  /** Who meets them; null where nobody is named yet. */
  readonly staffId: string | null
  readonly purpose: ContactPurpose
  readonly mode: ContactMode
  readonly day: Temporal.PlainDate
  /** The moment, where one was agreed or is known. */
  readonly startsAt: Temporal.Instant | null
  /** How long it is to take; null where nobody said. */
  readonly minutes?: number | null
  /** Which other worker is part of it. */
  readonly alsoThere?: string | null
  readonly place: string | null
  readonly outcome: ContactOutcome
  readonly words: string | null
  readonly handoverId: string | null
  /** Class of record; left out, by purpose: what belongs to the way through the gate is `handover`, else `recovery`. */
  readonly recordClass?: RecordClass & ('recovery' | 'handover' | 'clinical' | 'key_work')
}

const throughTheGate: ReadonlySet<ContactPurpose> = new Set(['follow_up', 'call_sheet', 'appointment'])

/** What staff of a role record of a meeting: their own class, save what belongs to a hand-over. */
export const contactClass = (
  purpose: ContactPurpose,
  role: StaffRole | null,
): 'recovery' | 'handover' | 'clinical' | 'key_work' => {
  if (throughTheGate.has(purpose)) return 'handover'
  if (role === 'clinical') return 'clinical'
  return role === 'key_worker' || role === 'key_work_champion' ? 'key_work' : 'recovery'
}

/**
 * Records a contact: still to come, or with what became of it. An attempt is a contact too.
 * Answers with its id; refuses a planned one in the past and an outcome in the future.
 */
export const recordContact = async (tx: WriteTx, contact: NewContact): Promise<Result<string>> => {
  const locked = await tx.lock(contact.personId)
  if (!locked.ok) return locked
  const fault = faultOfContactDay(contact.day, contact.outcome, tx.today)
  if (fault !== null) return refused('invalid', fault, 'day')
  const id = tx.ids.next()
  await tx.db
    .insertInto('contact')
    .values({
      id,
      person_id: contact.personId,
      recorded_under: contact.personId,
      class: contact.recordClass ?? contactClass(contact.purpose, null),
      service_id: contact.by.serviceId,
      staff_id: contact.staffId,
      handover_id: contact.handoverId,
      purpose: contact.purpose,
      mode: contact.mode,
      day: contact.day,
      starts_at: contact.startsAt,
      minutes: contact.minutes ?? null,
      also_there: contact.alsoThere ?? null,
      place: contact.place,
      outcome: contact.outcome,
      words: contact.words,
      recorded_by: contact.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return ok(id)
}

/** Plans a contact that is still to come; answers with its id. */
export const planContact = (
  tx: WriteTx,
  contact: Omit<NewContact, 'outcome' | 'words'> & { readonly words?: string | null },
): Promise<Result<string>> =>
  recordContact(tx, { ...contact, outcome: 'planned', words: contact.words ?? null })
