import { sql, type Transaction } from 'kysely'
import type { DB } from '../../database/schema.ts'
import type { Services } from '../../http/route.ts'
import { hashOf } from '../../secrets.ts'

const howMany = 10
const keptMinutes = 10

/** Crockford's alphabet: no letter that could be read as a figure or another letter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const inLetters = (hex: string): string =>
  [...Buffer.from(hex, 'hex').subarray(0, 16)].map((byte) => alphabet[byte % 32]).join('')

const inGroups = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code

/** A code as it was meant, however it was typed. */
const meant = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

const hashOfCode = (code: string): string => hashOf(meant(code))

/** The ten codes that a form makes: 80 bits each, and the same again where it is sent twice. */
const codesOf = (services: Services, staffId: string, formKey: string): readonly string[] =>
  Array.from({ length: howMany }, (_, index) =>
    inGroups(inLetters(services.secrets.digest(`${staffId} ${formKey} ${index}`, 'recovery code'))),
  )

/**
 * Makes ten new codes and forgets the old ones; answers them to be shown this once. The same form sent again within
 * ten minutes is shown the same codes; later, null. With `onlyAgain` none are made: those of this form, or null.
 */
export const makeRecoveryCodes = async (
  db: Transaction<DB>,
  services: Services,
  staffId: string,
  formKey: string,
  { onlyAgain = false }: { readonly onlyAgain?: boolean } = {},
): Promise<readonly string[] | null> => {
  const now = services.clock.now()
  const codes = codesOf(services, staffId, formKey)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`recovery codes ${staffId}`}, 0))`.execute(db)
  const made = await db
    .selectFrom('recovery_code')
    .select(['made_at', 'used_at'])
    .where('staff_id', '=', staffId)
    .where('form_key', '=', formKey)
    .execute()
  if (made.length > 0)
    return made.every(
      ({ made_at, used_at }) =>
        used_at === null && Temporal.Instant.compare(made_at, now.subtract({ minutes: keptMinutes })) > 0,
    )
      ? codes
      : null
  if (onlyAgain) return null
  await db.deleteFrom('recovery_code').where('staff_id', '=', staffId).execute()
  await db
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        staff_id: staffId,
        code_hash: hashOfCode(code),
        form_key: formKey,
        made_at: now,
      })),
    )
    .execute()
  return codes
}

/** Whether `typed` is one of their codes that has not been used; from then on it has. */
export const useRecoveryCode = async (
  db: Transaction<DB>,
  now: Temporal.Instant,
  staffId: string,
  typed: string,
): Promise<boolean> => {
  const used = await db
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('staff_id', '=', staffId)
    .where('code_hash', '=', hashOfCode(typed))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
