import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { ContactOutcome } from '../../standards/model.ts'
import type { RecordedBy } from '../model.ts'
import { faultOfContactDay } from '../rules.ts'

export interface ContactOutcomeRecorded {
  readonly personId: string
  readonly contactId: string
  readonly by: RecordedBy
  readonly outcome: Exclude<ContactOutcome, 'planned'>
  readonly words: string | null
  /** The version that the form was made from; null where nobody looked at it first. */
  readonly version: number | null
}

const current = (tx: WriteTx, { contactId, personId, by }: ContactOutcomeRecorded) =>
  tx.db
    .selectFrom('contact')
    .select(['class', 'day', 'starts_at', 'outcome', 'words', 'version'])
    .where('id', '=', contactId)
    .where('person_id', '=', personId)
    .where('service_id', '=', by.serviceId)
    .executeTakeFirst()

type Current = NonNullable<Awaited<ReturnType<typeof current>>>

/** What the contact said until now stays readable. */
const keepEarlier = (tx: WriteTx, { contactId, personId, by }: ContactOutcomeRecorded, was: Current) =>
  tx.db
    .insertInto('contact_change')
    .values({
      id: tx.ids.next(),
      contact_id: contactId,
      person_id: personId,
      recorded_under: personId,
      class: was.class,
      service_id: by.serviceId,
      outcome: was.outcome,
      day: was.day,
      starts_at: was.starts_at,
      words: was.words,
      recorded_by: by.staffId,
      recorded_at: tx.now,
    })
    .execute()

/**
 * Says what became of a contact, or corrects what was said; what it said before stays in `contact_change`.
 * Refuses `conflict` where somebody changed it meanwhile, and an outcome before its day.
 */
export const recordOutcome = async (tx: WriteTx, recorded: ContactOutcomeRecorded): Promise<Result<void>> => {
  const locked = await tx.lock(recorded.personId)
  if (!locked.ok) return locked
  const was = await current(tx, recorded)
  if (was === undefined) return refused('not_found', 'There is no such contact in this service.')
  if (recorded.version !== null && recorded.version !== was.version)
    return refused('conflict', 'Somebody has changed this contact meanwhile.')
  if (faultOfContactDay(was.day, recorded.outcome, tx.today) !== null)
    return refused('invalid', 'It is still to come. Until then it can only be cancelled', 'outcome')
  await keepEarlier(tx, recorded, was)
  await tx.db
    .updateTable('contact')
    .set({ outcome: recorded.outcome, words: recorded.words ?? was.words, version: was.version + 1 })
    .where('id', '=', recorded.contactId)
    .execute()
  return ok(undefined)
}
