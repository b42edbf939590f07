import { endEpisode, openEpisode, referPerson } from '../../casework/index.ts'
import type { RecordedBy, ReferralSource, SubstanceGroup } from '../../casework/model.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

interface Triaged {
  readonly personId: string
  readonly by: RecordedBy
  readonly day: Temporal.PlainDate
}

interface TakenOn extends Triaged {
  /** The day of the referral, where none is recorded yet: that of the screen that found the need, or of the triage. */
  readonly referredOn: Temporal.PlainDate
  readonly source: ReferralSource
  readonly substances: SubstanceGroup | null
}

const tooEarly = refused('invalid', 'This is before they were referred. Give a later day', 'happened')

const episodeFor = async (tx: WriteTx, taken: TakenOn): Promise<Result<string>> => {
  const { personId, by, day, source, substances, referredOn } = taken
  const open = await openEpisode(tx, personId, [by.serviceId])
  if (open === undefined) return referPerson(tx, { personId, by, source, day: referredOn, substances })
  return Temporal.PlainDate.compare(day, open.referral_date) < 0 ? tooEarly : ok(open.id)
}

/**
 * Takes somebody on: their open episode here, or a new one, is triaged on this day. Answers with its id.
 * The person is locked already. Refuses a triage from before the referral.
 */
export const takeOn = async (tx: WriteTx, taken: TakenOn): Promise<Result<string>> => {
  const episodeId = await episodeFor(tx, taken)
  if (!episodeId.ok) return episodeId
  await tx.db
    .updateTable('episode')
    .set((set) => ({
      triage_date: set.fn.coalesce('triage_date', set.val(taken.day)),
      substances: taken.substances ?? set.ref('substances'),
      version: set('version', '+', 1),
    }))
    .where('id', '=', episodeId.value)
    .execute()
  return episodeId
}

/**
 * Somebody does not want it, or does not need it: a referral that was waiting for this triage ends.
 * Answers with its id, or null where none was waiting. Refuses where treatment has started here.
 */
export const turnAway = async (
  tx: WriteTx,
  { personId, by, day, declined }: Triaged & { readonly declined: boolean },
): Promise<Result<string | null>> => {
  const open = await openEpisode(tx, personId, [by.serviceId])
  if (open === undefined) return ok(null)
  if (open.treatment_start !== null)
    return refused('invalid', 'They are in treatment here: end the episode instead', 'outcome')
  if (Temporal.PlainDate.compare(day, open.referral_date) < 0) return tooEarly
  const reason = declined ? 'declined' : 'withdrawn_by_provider'
  const end = { personId, episodeId: open.id, by, day, reason, told: null, version: null } as const
  const ended = await endEpisode(tx, end)
  return ended.ok ? ok(open.id) : ended
}
