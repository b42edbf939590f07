import type { WriteTx } from '../../platform/database/transaction.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'
import { departure } from '../queries/departure.ts'
import { daysOut } from '../rules.ts'
import { recordPackFact } from './recordPackFact.ts'

export interface OverdoseAdvice {
  readonly personId: string
  readonly by: RecordedBy
  readonly words: string | null
}

/** Advice on lost tolerance and overdose, given today. Refuses more than 7 days before release: it is for the last week. */
export const recordOverdoseAdvice = async (tx: WriteTx, advice: OverdoseAdvice): Promise<Result<string>> => {
  const leaving = await departure(tx, advice.personId)
  if (leaving?.died) return refused('invalid', 'They have died. Nothing more is recorded here')
  const release = leaving?.release ?? null
  if (leaving?.inCustody && release !== null && daysOut(tx.today, release) > 7)
    return refused('invalid', 'They leave in more than 7 days. Give the advice in the last week')
  return recordPackFact(tx, {
    personId: advice.personId,
    by: advice.by,
    kind: 'overdose_advice',
    recordClass: 'recovery',
    answers: advice.words === null ? {} : { words: advice.words },
    reading: {},
  })
}
