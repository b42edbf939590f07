import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { DraftBasis, KnownOutcome, RecordedBy } from '../model.ts'
import { openHandoverOf } from '../queries/openHandoverOf.ts'
import { openHandover } from './openHandover.ts'
import { recordFollowUp } from './recordFollowUp.ts'
import { type Sent, sendHandover } from './sendHandover.ts'

export interface CallSheet {
  readonly personId: string
  readonly by: RecordedBy
  readonly role: StaffRole
  readonly outcome: KnownOutcome
  readonly words: string | null
  /** The short hand-over; null where nothing is sent: no service yet, or no basis. */
  readonly handover: {
    readonly toServiceId: string
    readonly basis: DraftBasis
    readonly destination: string | null
  } | null
}

const shortHandover = async (
  tx: WriteTx,
  sheet: CallSheet,
  to: NonNullable<CallSheet['handover']>,
): Promise<Result<Sent & { readonly handoverId: string }>> => {
  const { personId, by, role, words } = sheet
  const standing = await openHandoverOf(tx, personId)
  const opened =
    standing === undefined
      ? await openHandover(tx, { personId, by, kind: 'call_sheet', ...to })
      : ok(standing)
  if (!opened.ok) return opened
  const sent = await sendHandover(tx, {
    handoverId: opened.value,
    by,
    role,
    toServiceId: to.toServiceId,
    parts: ['recovery'],
    basis: to.basis,
    ...(to.basis === 'agreed_now'
      ? { basisReason: 'on the phone, after release', agreedHow: 'spoken' as const }
      : { basisReason: null }),
    ask: words,
  })
  return sent.ok ? ok({ ...sent.value, handoverId: opened.value }) : sent
}

/**
 * The call sheet of somebody who left unexpectedly: the attempt, and a short hand-over where there is a service and a
 * basis. Answers with the hand-over, or null where none was sent. Refuses what `recordFollowUp` and `sendHandover` do.
 */
export const sendCallSheet = async (
  tx: WriteTx,
  sheet: CallSheet,
): Promise<Result<(Sent & { readonly handoverId: string }) | null>> => {
  const { personId, by, outcome, words, handover } = sheet
  const tried = await recordFollowUp(tx, {
    personId,
    by,
    purpose: 'call_sheet',
    mode: 'phone',
    outcome,
    words,
  })
  if (!tried.ok) return tried
  return handover === null ? ok(null) : shortHandover(tx, sheet, handover)
}
