import type { Services } from '../../http/route.ts'

/** A passkey as its owner knows it. */
export interface OwnPasskey {
  readonly id: string
  readonly name: string
  readonly addedAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

/** A browser that somebody is signed in with. */
export interface OwnSession {
  readonly id: string
  readonly means: string
  readonly address: string | null
  readonly browser: string | null
  readonly beganAt: Temporal.Instant
  readonly usedAt: Temporal.Instant
}

/** What somebody's own account holds. */
export interface Holdings {
  /** Null: they have none here, and sign in another way. */
  readonly passwordChangedAt: Temporal.Instant | null
  readonly secondStepAddedAt: Temporal.Instant | null
  readonly secondStepRequired: boolean
  /** They may also come through another service. */
  readonly linked: boolean
  readonly recoveryCodesLeft: number
  readonly passkeys: readonly OwnPasskey[]
  readonly sessions: readonly OwnSession[]
}

const methods = (services: Services, staffId: string) =>
  services.database.auth((db) =>
    db
      .selectFrom('staff')
      .innerJoin('organisation', 'organisation.id', 'staff.organisation_id')
      .leftJoin('credential', 'credential.staff_id', 'staff.id')
      .leftJoin('second_step', 'second_step.staff_id', 'staff.id')
      .select((at) => [
        'credential.changed_at as passwordChangedAt',
        'second_step.added_at as secondStepAddedAt',
        'organisation.second_step_required as secondStepRequired',
        at
          .exists(
            at.selectFrom('provider_link').select('subject').where('provider_link.staff_id', '=', staffId),
          )
          .as('linked'),
        at
          .selectFrom('recovery_code')
          .select((codes) => codes.fn.countAll<number>().as('left'))
          .where('recovery_code.staff_id', '=', staffId)
          .where('used_at', 'is', null)
          .as('recoveryCodesLeft'),
      ])
      .where('staff.id', '=', staffId)
      .executeTakeFirstOrThrow(),
  )

const passkeys = (services: Services, staffId: string): Promise<OwnPasskey[]> =>
  services.database.auth((db) =>
    db
      .selectFrom('passkey')
      .select(['id', 'name', 'added_at as addedAt', 'used_at as usedAt'])
      .where('staff_id', '=', staffId)
      .orderBy('added_at')
      .execute(),
  )

const sessions = (services: Services, staffId: string): Promise<OwnSession[]> => {
  const now = services.clock.now()
  const idle = now.subtract({ minutes: services.config.idleMinutes })
  return services.database.auth((db) =>
    db
      .selectFrom('session')
      .select(['id', 'means', 'address', 'browser', 'created_at as beganAt', 'used_at as usedAt'])
      .where('staff_id', '=', staffId)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .where('used_at', '>', idle)
      .orderBy('used_at', 'desc')
      .limit(50)
      .execute(),
  )
}

export const holdingsOf = async (services: Services, staffId: string): Promise<Holdings> => {
  const [held, keys, signedIn] = await Promise.all([
    methods(services, staffId),
    passkeys(services, staffId),
    sessions(services, staffId),
  ])
  return {
    ...held,
    recoveryCodesLeft: held.recoveryCodesLeft ?? 0,
    linked: held.linked === true,
    passkeys: keys,
    sessions: signedIn,
  }
}
