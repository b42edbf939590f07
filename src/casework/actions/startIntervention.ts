import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { dayWords } from '../../platform/ui/dates.ts'
import { type InterventionKind, interventionWords, type RecordedBy, type ReferralSource } from '../model.ts'
import { openEpisode } from '../queries/openEpisode.ts'
import { faultOfPast } from '../rules.ts'
import { referPerson } from './referPerson.ts'

export interface NewIntervention {
  readonly personId: string
  readonly by: RecordedBy
  readonly kind: InterventionKind
  readonly day: Temporal.PlainDate
  /** Who referred them, where the service has no open episode of theirs: one is opened that day. */
  readonly source: ReferralSource | null
}

export interface Started {
  readonly interventionId: string
  readonly episodeId: string
  /** This is their treatment start: nothing had started in the episode before. */
  readonly first: boolean
}

type Begun = {
  readonly id: string
  readonly referral_date: Temporal.PlainDate
  readonly treatment_start: Temporal.PlainDate | null
}

const episodeFor = async (tx: WriteTx, started: NewIntervention): Promise<Result<Begun>> => {
  const { personId, by, day, source } = started
  const open = await openEpisode(tx, personId, [by.serviceId])
  if (open !== undefined) return ok(open)
  if (source === null) return refused('invalid', 'Say who referred them', 'source')
  const referred = await referPerson(tx, { personId, by, source, day, substances: null })
  return referred.ok ? ok({ id: referred.value, referral_date: day, treatment_start: null }) : referred
}

/** The first start of any intervention is the episode's treatment start, in whatever order they are told. */
const setTreatmentStart = async (tx: WriteTx, { id, treatment_start }: Begun, day: Temporal.PlainDate) => {
  const first = treatment_start === null
  if (first || Temporal.PlainDate.compare(day, treatment_start) < 0)
    await tx.db
      .updateTable('episode')
      .set((set) => ({ treatment_start: day, version: set('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  return first
}

/** The same kind on the same day is the same start: sent again, after going back, it would count twice. */
const isRecorded = async (
  tx: WriteTx,
  episodeId: string,
  { kind, day }: NewIntervention,
): Promise<boolean> => {
  const found = await tx.db
    .selectFrom('intervention')
    .select('id')
    .where('episode_id', '=', episodeId)
    .where('kind', '=', kind)
    .where('started_on', '=', day)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Records that an intervention of a kind started on a day, inside the service's open episode.
 * Treatment started is always somebody's answer, never taken from a kept appointment.
 */
export const startIntervention = async (tx: WriteTx, started: NewIntervention): Promise<Result<Started>> => {
  const { personId, by, day } = started
  const locked = await tx.lock(personId)
  if (!locked.ok) return locked
  const fault = faultOfPast(day, tx.today)
  if (fault !== null) return refused('invalid', fault, 'day')
  const episode = await episodeFor(tx, started)
  if (!episode.ok) return episode
  if (Temporal.PlainDate.compare(day, episode.value.referral_date) < 0)
    return refused('invalid', 'Treatment cannot start before the referral. Check the day', 'day')
  if (await isRecorded(tx, episode.value.id, started))
    return refused(
      'invalid',
      `${interventionWords[started.kind]} is recorded already as started ${dayWords(day, tx.today)}`,
      'kind',
    )
  const interventionId = tx.ids.next()
  await tx.db
    .insertInto('intervention')
    .values({
      id: interventionId,
      person_id: personId,
      recorded_under: personId,
      service_id: by.serviceId,
      episode_id: episode.value.id,
      kind: started.kind,
      started_on: day,
      recorded_by: by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  const first = await setTreatmentStart(tx, episode.value, day)
  return ok({ interventionId, episodeId: episode.value.id, first })
}
