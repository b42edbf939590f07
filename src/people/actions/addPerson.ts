import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Sex } from '../model.ts'
import { faultOfBirth } from '../rules.ts'
import { addIdentifiers, type NewNumber } from './addIdentifiers.ts'

export interface NewPerson {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly dateOfBirth: Temporal.PlainDate
  readonly sex: Sex
  /** Checked already, and carried by no record. */
  readonly numbers: readonly NewNumber[]
  /** Who says so. */
  readonly source: string
}

/**
 * Adds somebody nobody has a record of, and locks them; answers with their id. Their author may go on writing
 * within the transaction, and must give a reason to see them after it: an admission, a referral.
 */
export const addPerson = async (tx: WriteTx, person: NewPerson): Promise<Result<string>> => {
  const fault = faultOfBirth(person.dateOfBirth, tx.today)
  if (fault !== null) return refused('invalid', fault, 'birth')
  const id = tx.ids.next()
  await tx.db
    .insertInto('person')
    .values({
      id,
      given_name: person.givenName,
      family_name: person.familyName,
      known_as: person.knownAs,
      date_of_birth: person.dateOfBirth,
      sex: person.sex,
      created_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
  const locked = await tx.lock(id)
  if (!locked.ok) return locked
  const added = await addIdentifiers(tx, id, person.numbers, person.source)
  return added.ok ? ok(id) : added
}
