import type { Database, WriteTx } from '../platform/database/transaction.ts'
import { ok } from '../platform/result.ts'

interface InTreatment {
  readonly personId: string
  /** The recovery team of the prison. */
  readonly serviceId: string
  readonly agreesToPassOn?: boolean
  readonly opioidSubstitution?: boolean
  readonly substances?: 'opiate' | 'non_opiate'
}

const recorded = (tx: WriteTx, { personId, serviceId }: InTreatment) => ({
  id: tx.ids.next(),
  person_id: personId,
  recorded_under: personId,
  service_id: serviceId,
  recorded_at: tx.now,
})

const triage = async (tx: WriteTx, given: InTreatment, episodeId: string) => {
  await tx.db
    .insertInto('fact')
    .values({
      ...recorded(tx, given),
      kind: 'triage',
      class: 'recovery',
      episode_id: episodeId,
      day: tx.today,
      at: tx.now,
      answers: JSON.stringify({}),
      reading: JSON.stringify({
        episodeId,
        accepted: true,
        agreesToPassOn: given.agreesToPassOn ?? true,
      }),
    })
    .execute()
}

const intervention = async (tx: WriteTx, given: InTreatment, episodeId: string) => {
  await tx.db
    .insertInto('intervention')
    .values({
      ...recorded(tx, given),
      episode_id: episodeId,
      kind: given.opioidSubstitution ? 'opioid_substitution' : 'psychosocial',
      started_on: tx.today,
    })
    .execute()
}

/** Somebody in custody is taken on: referred, triaged and in treatment since today. */
export const takeOn = async (database: Database, given: InTreatment): Promise<void> => {
  const done = await database.intake(async (tx) => {
    const locked = await tx.lock(given.personId)
    if (!locked.ok) return locked
    const episode = recorded(tx, given)
    await tx.db
      .insertInto('episode')
      .values({
        ...episode,
        setting: 'custody',
        local_id: episode.id,
        referral_date: tx.today,
        triage_date: tx.today,
        treatment_start: tx.today,
        substances: given.substances ?? null,
        match: 'recorded',
      })
      .execute()
    await triage(tx, given, episode.id)
    await intervention(tx, given, episode.id)
    return ok(undefined)
  })
  if (!done.ok) throw new Error(done.refusal.message)
}

/** They leave, or die, at a moment; `reasonKnown: false`: nobody knows why. */
export const moves = async (
  database: Database,
  personId: string,
  moved: {
    readonly type: 'release' | 'death' | 'transfer_out' | 'transfer_in'
    readonly at: Temporal.Instant
    readonly establishment: string
    readonly reasonKnown?: boolean
  },
): Promise<void> => {
  const done = await database.intake(async (tx) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    await tx.db
      .insertInto('movement')
      .values({
        id: tx.ids.next(),
        person_id: personId,
        recorded_under: personId,
        source: 'feed',
        type: moved.type,
        at: moved.at,
        day: moved.at.toZonedDateTimeISO('Europe/London').toPlainDate(),
        time_known: true,
        establishment_code: moved.establishment,
        reason: moved.type.toUpperCase(),
        reason_known: moved.reasonKnown ?? true,
        recorded_at: tx.now,
      })
      .execute()
    return ok(undefined)
  })
  if (!done.ok) throw new Error(done.refusal.message)
}
