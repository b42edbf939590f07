import type { ReadTx } from '../../platform/database/transaction.ts'
import { type ChosenPart, chosenParts, type DraftBasis, draftBases } from '../model.ts'

/** What is being prepared for the next sending. */
export interface Draft {
  readonly toService: string | null
  readonly toName: string | null
  readonly ask: string | null
  /** Null until the step "what goes with it" was done. */
  readonly parts: readonly ChosenPart[] | null
  readonly basis: DraftBasis | null
  readonly basisReason: string | null
  readonly version: number
}

const nothingYet: Draft = {
  toService: null,
  toName: null,
  ask: null,
  parts: null,
  basis: null,
  basisReason: null,
  version: 0,
}

/** The draft of a hand-over; an empty one for whoever is only to receive it. */
export const draftOf = async (tx: Pick<ReadTx, 'db'>, handoverId: string): Promise<Draft> => {
  const row = await tx.db
    .selectFrom('handover_draft as d')
    .leftJoin('service as s', 's.id', 'd.to_service_id')
    .select(['d.to_service_id', 's.name', 'd.ask', 'd.parts', 'd.basis', 'd.basis_reason', 'd.version'])
    .where('d.handover_id', '=', handoverId)
    .executeTakeFirst()
  if (row === undefined) return nothingYet
  return {
    toService: row.to_service_id,
    toName: row.name,
    ask: row.ask,
    parts: row.parts === null ? null : chosenParts.filter((part) => row.parts?.includes(part)),
    basis: draftBases.find((basis) => basis === row.basis) ?? null,
    basisReason: row.basis_reason,
    version: row.version,
  }
}
