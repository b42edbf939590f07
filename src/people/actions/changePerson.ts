import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Sex } from '../model.ts'
import { faultOfBirth } from '../rules.ts'

/** What a person is called and what they need to be understood. */
export interface PersonDetails {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly sex: Sex | null
  readonly interpreter: string | null
  readonly readingNeeds: string | null
}

/**
 * Puts right who somebody is. The person is locked already.
 * Refuses `conflict` where somebody else did so since the form was opened.
 */
export const changePerson = async (
  tx: WriteTx,
  personId: string,
  details: PersonDetails,
  version: number | null,
): Promise<Result<void>> => {
  const fault = faultOfBirth(details.dateOfBirth, tx.today)
  if (fault !== null) return refused('invalid', fault, 'birth')
  const changed = await tx.db
    .updateTable('person')
    .set((row) => ({
      given_name: details.givenName,
      family_name: details.familyName,
      known_as: details.knownAs,
      date_of_birth: details.dateOfBirth,
      sex: details.sex,
      interpreter: details.interpreter,
      reading_needs: details.readingNeeds,
      version: row('version', '+', 1),
    }))
    .where('id', '=', personId)
    .$if(version !== null, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirst()
  return changed.numUpdatedRows === 0n
    ? refused('conflict', 'Somebody changed these details meanwhile.')
    : ok(undefined)
}
