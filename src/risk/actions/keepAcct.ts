import { type Answers, answerTo } from '../../assessment/index.ts'
import { type PersonHeader, raiseFlag, takeFlagDown } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'

type AcctFlag = 'acct_open' | 'acct_post_closure'

const wanted: Readonly<Record<string, AcctFlag | null>> = {
  open: 'acct_open',
  post_closure: 'acct_post_closure',
  closed: null,
  never: null,
}

/**
 * Keeps the ACCT pointer of the safety bar as the risk plan says it: open, closed with its follow-up still running, or
 * neither. The person is locked already. Where nothing was said, nothing changes.
 */
export const keepAcct = async (
  tx: WriteTx,
  person: Pick<PersonHeader, 'id' | 'flags'>,
  serviceId: string,
  answers: Answers,
): Promise<Result<void>> => {
  const flag = wanted[answerTo(answers, 'acct') ?? '']
  if (flag === undefined) return ok(undefined)
  const up = (person.flags ?? []).filter(({ kind }) => kind === 'acct_open' || kind === 'acct_post_closure')
  for (const other of up.filter(({ kind }) => kind !== flag)) {
    const down = await takeFlagDown(tx, person.id, other.id)
    if (!down.ok) return down
  }
  if (flag === null || up.some(({ kind }) => kind === flag)) return ok(undefined)
  return raiseFlag(tx, { personId: person.id, serviceId, kind: flag, detail: null })
}
