import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { FormValues } from '../../platform/ui/index.ts'
import { personOfForm, withoutHidden } from '../model.ts'

export interface ToKeep {
  /** The address of the form, which is also what tells one draft from another. */
  readonly path: string
  readonly title: string
  readonly answers: FormValues
  /** Of the form as it was shown: once that was sent, what comes late is no draft any more. */
  readonly formKey: string
}

/** Of everything that was typed into one form. */
const mostCharacters = 100_000

const wasSent = async (tx: WriteTx, key: string): Promise<boolean> => {
  const found = await sql`select from idempotency where key::text = ${key}`.execute(tx.db)
  return found.rows.length > 0
}

/**
 * Keeps what the actor has typed into a form, over what they kept of it before. Nothing is derived from it and
 * nobody else reads it. Refuses `invalid` for an address that keeps no drafts.
 */
export const saveDraft = async (
  tx: WriteTx,
  { path, title, answers, formKey }: ToKeep,
): Promise<Result<void>> => {
  const person = personOfForm(path)
  const staff = tx.actor?.staffId
  if (person === undefined || staff === undefined)
    return refused('invalid', 'This form keeps no drafts. Send it to save what you typed.')
  if (await wasSent(tx, formKey))
    return refused('invalid', 'This form was sent already. Open it again to write more.')
  const typed = JSON.stringify(withoutHidden(answers))
  if (typed.length > mostCharacters)
    return refused('invalid', 'This is too long to keep as a draft. Shorten it, or send it in parts.')
  const kept = await sql`update draft set answers = ${typed}::jsonb, title = ${title}, saved_at = ${tx.now}
    where staff_id = ${staff} and path = ${path}`.execute(tx.db)
  if (kept.numAffectedRows === 0n)
    await sql`insert into draft (id, staff_id, person_id, recorded_under, path, title, answers, saved_at)
      values (${tx.ids.next()}, ${staff}, ${person}, ${person}, ${path}, ${title}, ${typed}::jsonb, ${tx.now})`.execute(
      tx.db,
    )
  return ok(undefined)
}
