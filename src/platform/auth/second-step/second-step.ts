import type { Transaction } from 'kysely'
import type { DB } from '../../database/schema.ts'
import type { Services } from '../../http/route.ts'
import { acceptedStep } from './totp.ts'

const about = (staffId: string): string => `one-time codes of ${staffId}`

/** How somebody may prove who they are beside, or instead of, their password. */
export interface Methods {
  readonly codes: boolean
  readonly passkeys: boolean
  readonly recoveryCodes: boolean
  /** Their organisation lets nobody in with a password alone. */
  readonly required: boolean
}

export const methodsOf = async (db: Transaction<DB>, staffId: string): Promise<Methods> => {
  const found = await db
    .selectFrom('staff')
    .innerJoin('organisation', 'organisation.id', 'staff.organisation_id')
    .select((at) => [
      'organisation.second_step_required as required',
      at.exists(at.selectFrom('second_step').select('staff_id').where('staff_id', '=', staffId)).as('codes'),
      at.exists(at.selectFrom('passkey').select('id').where('staff_id', '=', staffId)).as('passkeys'),
      at
        .exists(
          at
            .selectFrom('recovery_code')
            .select('staff_id')
            .where('staff_id', '=', staffId)
            .where('used_at', 'is', null),
        )
        .as('recoveryCodes'),
    ])
    .where('staff.id', '=', staffId)
    .executeTakeFirstOrThrow()
  return {
    codes: found.codes === true,
    passkeys: found.passkeys === true,
    recoveryCodes: found.recoveryCodes === true,
    required: found.required,
  }
}

/** Sets up one-time codes with a key that has just shown, with the code of `step`, that it is in somebody's app. */
export const addSecondStep = async (
  db: Transaction<DB>,
  services: Services,
  staffId: string,
  { key, step }: { readonly key: string; readonly step: number },
): Promise<void> => {
  await db
    .insertInto('second_step')
    .values({
      staff_id: staffId,
      secret: services.secrets.seal(key, about(staffId)),
      last_step: step,
      added_at: services.clock.now(),
    })
    .onConflict((conflict) => conflict.column('staff_id').doNothing())
    .execute()
}

/** Whether `typed` is a code of theirs that has not been taken before; from then on it has. Two at once: one is right. */
export const takeCode = async (
  db: Transaction<DB>,
  services: Services,
  staffId: string,
  typed: string,
): Promise<boolean> => {
  const row = await db
    .selectFrom('second_step')
    .select(['secret', 'last_step'])
    .where('staff_id', '=', staffId)
    .forUpdate()
    .executeTakeFirst()
  const key = row === undefined ? null : services.secrets.open(row.secret, about(staffId))
  if (row === undefined || key === null) return false
  const step = acceptedStep(key, typed, services.clock.now(), row.last_step)
  if (step === null) return false
  await db.updateTable('second_step').set({ last_step: step }).where('staff_id', '=', staffId).execute()
  return true
}

/**
 * Takes away every other way in than a password: for somebody who begins again with a new password, because what they
 * had is lost.
 */
export const forgetMethods = async (db: Transaction<DB>, staffId: string): Promise<void> => {
  for (const table of ['second_step', 'recovery_code', 'passkey', 'sign_in_step'] as const)
    await db.deleteFrom(table).where('staff_id', '=', staffId).execute()
}
