import type { Mention } from '../../notes/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { RecordClass } from '../../standards/index.ts'
import { noteClassOf, noteOfContact } from './noteOfContact.ts'
import { type ContactOutcomeRecorded, recordOutcome } from './recordOutcome.ts'

export interface WhatHappened extends ContactOutcomeRecorded {
  readonly recordClass: RecordClass
  readonly day: Temporal.PlainDate
  readonly namesOthers: boolean
}

/** Says what became of a planned contact, with what was said as its note. */
export const recordWhatHappened = async (
  tx: WriteTx,
  happened: WhatHappened,
): Promise<Result<readonly Mention[]>> => {
  const noteClass = noteClassOf(happened.recordClass)
  const recorded = await recordOutcome(tx, {
    ...happened,
    words: noteClass === null ? happened.words : null,
  })
  if (!recorded.ok) return recorded
  return noteClass === null ? ok([]) : noteOfContact(tx, { ...happened, recordClass: noteClass })
}
