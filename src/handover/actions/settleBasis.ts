import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { fullDate } from '../../platform/ui/dates.ts'
import {
  agreedAtTriage,
  type Basis,
  type How,
  recordBasis,
  type Standing,
  standingFor,
} from '../../sharing/index.ts'
import type { ChosenPart, DraftBasis, RecordedBy } from '../model.ts'
import { covering, faultOfRegistered, registeredBasis } from '../registered.ts'
import { faultOfBasis, faultOfPart } from '../rules.ts'

/** What a sending rests on, before it is checked against the register. */
export interface Proposed {
  readonly personId: string
  readonly by: RecordedBy
  readonly toServiceId: string
  readonly parts: readonly ChosenPart[]
  readonly basis: DraftBasis | null
  readonly basisReason: string | null
  /** How they agreed in this very moment; null where the register has it already. */
  readonly agreedHow: How | null
}

/** A basis that stands in the register and covers what goes. */
export interface Settled {
  readonly basis: Basis
  readonly reason: string | null
}

const record = async (
  tx: WriteTx,
  { personId, by, toServiceId, parts }: Proposed,
  said: { readonly basis: Basis; readonly how: How | null; readonly words: string | null },
): Promise<Result<Settled>> => {
  const recorded = await recordBasis(tx, {
    personId,
    by,
    purpose: 'treatment',
    to: { serviceId: toServiceId },
    basis: said.basis,
    state: 'given',
    parts,
    until: null,
    how: said.how,
    explained: [],
    explainedWords: null,
    words: said.words,
    opens: false,
  })
  return recorded.ok ? ok({ basis: said.basis, reason: said.words }) : recorded
}

const settleConsent = async (
  tx: WriteTx,
  proposed: Proposed,
  standing: readonly Standing[],
): Promise<Result<Settled>> => {
  const consent = standing.find(({ basis }) => basis === 'consent')
  if (proposed.basis === 'agreed_now' && proposed.agreedHow !== null) {
    const words = [`Agreed on ${fullDate(tx.today)}`, proposed.basisReason].filter(Boolean).join(': ')
    return record(tx, proposed, { basis: 'consent', how: proposed.agreedHow, words })
  }
  if (consent !== undefined) {
    const fault = faultOfRegistered(consent, proposed.parts, tx.today)
    return fault === null ? ok(registeredBasis(consent)) : refused('invalid', fault, 'basis')
  }
  const agreedOn = await agreedAtTriage(tx, proposed.personId)
  if (proposed.basis !== 'agreed_at_triage' || agreedOn === null)
    return refused('invalid', 'Say how they agreed to share with this service', 'basis')
  const words = `Agreed at triage on ${fullDate(agreedOn)}`
  return record(tx, proposed, { basis: 'consent', how: 'at_triage', words })
}

const settleOther = (
  tx: WriteTx,
  proposed: Proposed,
  basis: Basis,
  standing: readonly Standing[],
): Promise<Result<Settled>> | Result<Settled> => {
  const known = standing.find((row) => row.basis === basis)
  const words = proposed.basisReason
  return known !== undefined && faultOfRegistered(known, proposed.parts, tx.today) === null
    ? ok({ basis, reason: words })
    : record(tx, proposed, { basis, how: null, words })
}

const faultOfParts = (
  parts: readonly ChosenPart[],
  basis: Parameters<typeof faultOfPart>[1],
  role: StaffRole,
): string | null =>
  parts.map((part) => faultOfPart(part, basis, role)).find((fault) => fault !== null) ?? null

const settleRegistered = (
  tx: WriteTx,
  { parts }: Proposed,
  standing: readonly Standing[],
): Result<Settled> => {
  const carries = covering(standing, parts, tx.today)
  if (carries !== undefined) return ok(registeredBasis(carries))
  const [first] = standing
  const why = first === undefined ? null : faultOfRegistered(first, parts, tx.today)
  return refused('invalid', why ?? 'Nothing stands in the register for this service. Ask them', 'basis')
}

/**
 * On what basis something goes to one service: what the register has is used and not asked again, what it has not is
 * written to it. Refuses what does not stand, or does not cover what goes.
 */
export const settleBasis = async (
  tx: WriteTx,
  proposed: Proposed,
  role: StaffRole,
): Promise<Result<Settled>> => {
  const { basis, basisReason, personId, toServiceId, parts } = proposed
  const standing = await standingFor(tx, personId, toServiceId)
  const agreed = (await agreedAtTriage(tx, personId)) !== null
  const fault = faultOfBasis(basis, basisReason, agreed)
  if (fault !== null || basis === null || basis === 'none')
    return refused('invalid', fault ?? 'Say on what basis it is shared', 'basis')
  const wrong = faultOfParts(parts, basis, role)
  if (wrong !== null) return refused('invalid', wrong, 'parts')
  const settled =
    basis === 'registered'
      ? settleRegistered(tx, proposed, standing)
      : basis === 'agreed_at_triage' || basis === 'agreed_now'
        ? await settleConsent(tx, proposed, standing)
        : await settleOther(tx, proposed, basis, standing)
  if (!settled.ok) return settled
  const beyond = faultOfParts(parts, settled.value.basis, role)
  return beyond === null ? settled : refused('invalid', beyond, 'parts')
}
