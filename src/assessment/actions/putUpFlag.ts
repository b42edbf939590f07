import { raiseFlag } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Recording } from './recordForm.ts'

/** Raises a flag that a form asks for, unless it is up. Answers whether it did. The person is locked already. */
export const putUpFlag = async (
  tx: WriteTx,
  { person, service }: Pick<Recording, 'person' | 'service'>,
  kind: 'acct_open' | 'overdose_risk',
): Promise<boolean> => {
  if (person.flags?.some((flag) => flag.kind === kind) === true) return false
  const raised = await raiseFlag(tx, { personId: person.id, serviceId: service.id, kind, detail: null })
  return raised.ok
}
