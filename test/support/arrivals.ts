import type { House } from '../../src/compose.ts'
import type { WriteTx } from '../../src/platform/database/transaction.ts'
import { ok } from '../../src/platform/result.ts'

/** Somebody of the tests, held at Leeds since yesterday evening unless `admitted` says otherwise. */
export interface Arrived {
  readonly givenName: string
  readonly familyName: string
  readonly prisonNumber?: string
  readonly nhsNumber?: string
  readonly dateOfBirth?: string
  /** A moment with offset; null: never in custody. */
  readonly admitted?: string | null
  readonly establishment?: string
  readonly wing?: string
  readonly flag?: { readonly kind: 'allergy' | 'see_with_another'; readonly detail?: string }
  readonly confirmedRelease?: string
}

const identify = async (tx: WriteTx, person_id: string, arrived: Arrived): Promise<void> => {
  const numbers = [
    ['prison_number', arrived.prisonNumber],
    ['nhs_number', arrived.nhsNumber],
  ] as const
  for (const [type, value] of numbers)
    if (value !== undefined)
      await tx.db
        .insertInto('identifier')
        .values({
          id: tx.ids.next(),
          person_id,
          recorded_under: person_id,
          type,
          value,
          source: 'test',
          recorded_at: tx.now,
        })
        .execute()
}

const admit = async (tx: WriteTx, person_id: string, arrived: Arrived): Promise<void> => {
  const at = Temporal.Instant.from(arrived.admitted ?? '2026-11-22T18:00:00Z')
  await tx.db
    .insertInto('movement')
    .values({
      id: tx.ids.next(),
      person_id,
      recorded_under: person_id,
      source: 'feed',
      type: 'admission',
      at,
      day: at.toZonedDateTimeISO('Europe/London').toPlainDate(),
      time_known: true,
      establishment_code: arrived.establishment ?? 'LEI',
      reason: 'ADMISSION',
      reason_known: true,
      recorded_at: tx.now,
    })
    .execute()
}

const tell = async (tx: WriteTx, person_id: string, arrived: Arrived): Promise<void> => {
  const told = { person_id, recorded_under: person_id, recorded_at: tx.now }
  if (arrived.wing !== undefined)
    await tx.db
      .insertInto('location')
      .values({ person_id, wing: arrived.wing, recorded_at: tx.now })
      .execute()
  if (arrived.flag !== undefined)
    await tx.db
      .insertInto('safety_flag')
      .values({
        ...told,
        id: tx.ids.next(),
        kind: arrived.flag.kind,
        detail: arrived.flag.detail ?? null,
        day: tx.today,
      })
      .execute()
  if (arrived.confirmedRelease !== undefined)
    await tx.db
      .insertInto('release_date')
      .values({
        ...told,
        id: tx.ids.next(),
        type: 'CONF',
        date: Temporal.PlainDate.from(arrived.confirmedRelease),
        source: 'test',
      })
      .execute()
}

/** Brings somebody in as the feed would, with everything derived; answers with their id. */
export const arrive = async (house: House, arrived: Arrived): Promise<string> => {
  const done = await house.database.intake(async (tx) => {
    const id = tx.ids.next()
    await tx.db
      .insertInto('person')
      .values({
        id,
        given_name: arrived.givenName,
        family_name: arrived.familyName,
        date_of_birth: Temporal.PlainDate.from(arrived.dateOfBirth ?? '1989-03-04'),
        sex: 'M',
        recorded_at: tx.now,
      })
      .execute()
    const locked = await tx.lock(id)
    if (!locked.ok) return locked
    await identify(tx, id, arrived)
    if (arrived.admitted !== null) await admit(tx, id, arrived)
    await tell(tx, id, arrived)
    return ok(id)
  })
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}
