import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RegisterRow } from '../model.ts'
import { register } from '../queries/register.ts'
import { standingOf } from '../rules.ts'
import { recordBasis } from './recordBasis.ts'
import { takeBackSendings } from './takeBackSendings.ts'

/** Consent is withdrawn, or another basis has ended. */
export interface EndedBasis {
  readonly personId: string
  /** A row of the register that stands. */
  readonly basisId: string
  readonly by: { readonly serviceId: string; readonly staffId: string | null }
  readonly words: string | null
}

/** What ended, and how many sendings that nobody had answered were taken back. */
export interface Ended {
  readonly row: RegisterRow
  readonly takenBack: number
}

const tellRecipient = (tx: WriteTx, personId: string, serviceId: string, consent: boolean) => {
  const words = consent
    ? 'Somebody withdrew their agreement to share with you. What was shared is closed to you; what you wrote yourselves stays.'
    : 'The basis on which somebody’s record was shared with you has ended. What was shared is closed to you; what you wrote yourselves stays.'
  return sql`select tell_recipient(${tx.ids.next()}, ${personId}, ${serviceId}, ${words}, ${tx.now.toString()}::timestamptz)`.execute(
    tx.db,
  )
}

/**
 * Ends what stands: from now on the recipient sees nothing of what was shared on it. Tells them, and takes back what
 * they have not answered. Refuses what has ended already.
 */
export const endBasis = async (tx: WriteTx, ended: EndedBasis): Promise<Result<Ended>> => {
  const { personId, by } = ended
  const locked = await tx.lock(personId)
  if (!locked.ok) return locked
  const standing = standingOf(await register(tx, personId), tx.today)
  const row = standing.find(({ id }) => id === ended.basisId)
  if (row === undefined) return refused('conflict', 'Something newer was recorded meanwhile. Look again')
  if (row.now !== 'given') return refused('invalid', 'This has ended already. Nothing is shared on it')
  const { purpose, basis, parts, recipient } = row
  const { serviceId } = recipient
  const recorded = await recordBasis(tx, {
    personId,
    by,
    purpose,
    basis,
    parts,
    to: recipient.serviceId === null ? { body: recipient.body } : { serviceId: recipient.serviceId },
    state: 'withdrawn',
    until: null,
    how: null,
    explained: [],
    explainedWords: null,
    words: ended.words,
    opens: false,
  })
  if (!recorded.ok) return recorded
  if (serviceId === null || serviceId === by.serviceId) return ok({ row, takenBack: 0 })
  await tellRecipient(tx, personId, serviceId, basis === 'consent')
  const takenBack = await takeBackSendings(tx, { personId, serviceId, basis, staffId: by.staffId })
  return ok({ row, takenBack })
}
