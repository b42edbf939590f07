import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Which contact, of a service that the actor acts for. */
export interface WhichContact {
  readonly personId: string
  readonly contactId: string
  readonly serviceId: string
  readonly staffId: string | null
  /** The version that the form was made from; null where nobody looked at it first. */
  readonly version: number | null
}

export type AskedBy = 'person' | 'us' | 'prison' | 'other'

/** What is done to it, and who asked. */
export interface Change {
  readonly what: 'outcome' | 'moved' | 'called_off'
  readonly askedBy: AskedBy | null
  readonly why: string | null
}

const current = (tx: WriteTx, { contactId, personId, serviceId }: WhichContact) =>
  tx.db
    .selectFrom('contact')
    .select(['class', 'day', 'starts_at', 'place', 'outcome', 'words', 'version'])
    .where('id', '=', contactId)
    .where('person_id', '=', personId)
    .where('service_id', '=', serviceId)
    .executeTakeFirst()

export type CurrentContact = NonNullable<Awaited<ReturnType<typeof current>>>

/** Locks the person and answers with the contact as it stands; refuses `conflict` where somebody changed it meanwhile. */
export const contactToChange = async (tx: WriteTx, which: WhichContact): Promise<Result<CurrentContact>> => {
  const locked = await tx.lock(which.personId)
  if (!locked.ok) return locked
  const was = await current(tx, which)
  if (was === undefined) return refused('not_found', 'There is no such contact in this service.')
  return which.version !== null && which.version !== was.version
    ? refused('conflict', 'Somebody has changed this contact meanwhile.')
    : ok(was)
}

/** What the contact said until now stays readable, with who asked for the change. */
export const keepEarlier = async (
  tx: WriteTx,
  which: WhichContact,
  was: CurrentContact,
  change: Change,
): Promise<void> => {
  await tx.db
    .insertInto('contact_change')
    .values({
      id: tx.ids.next(),
      contact_id: which.contactId,
      person_id: which.personId,
      recorded_under: which.personId,
      class: was.class,
      service_id: which.serviceId,
      outcome: was.outcome,
      day: was.day,
      starts_at: was.starts_at,
      place: was.place,
      words: was.words,
      what: change.what,
      asked_by: change.askedBy,
      why: change.why,
      recorded_by: which.staffId,
      recorded_at: tx.now,
    })
    .execute()
}
