import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { type FlagKind, flagWords } from '../model.ts'

export interface NewFlag {
  readonly personId: string
  readonly serviceId: string
  readonly kind: FlagKind
  readonly detail: string | null
}

/** Flags of which there is one at a time: an ACCT is open or it is not. */
const isSingle = (kind: FlagKind): boolean => kind !== 'allergy' && kind !== 'see_with_another'

const isUp = async (tx: WriteTx, { personId, kind, detail }: NewFlag): Promise<boolean> => {
  const up = await tx.db
    .selectFrom('safety_flag')
    .select('detail')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .execute()
  return up.some((flag) => isSingle(kind) || flag.detail === detail)
}

/** Raises a safety flag from today. The person is locked already. Refuses one that is up. */
export const raiseFlag = async (tx: WriteTx, flag: NewFlag): Promise<Result<void>> => {
  if ((flag.kind === 'allergy' || flag.kind === 'see_with_another') && flag.detail === null)
    return refused('invalid', 'Say in a few words to what, or with whom', 'detail')
  if (await isUp(tx, flag)) return refused('invalid', `“${flagWords[flag.kind]}” is up already`, 'kind')
  await tx.db
    .insertInto('safety_flag')
    .values({
      id: tx.ids.next(),
      person_id: flag.personId,
      recorded_under: flag.personId,
      service_id: flag.serviceId,
      kind: flag.kind,
      detail: flag.detail,
      day: tx.today,
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
  return ok(undefined)
}
