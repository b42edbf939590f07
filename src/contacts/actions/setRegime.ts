import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { regimes } from '../queries/regimes.ts'
import type { PrisonRegime, RegimeTime } from '../regime.ts'

type Time = Pick<RegimeTime, 'weekdays' | 'starts' | 'ends' | 'words'>

interface Change {
  readonly establishment: string
  /** The time that is changed or taken off; null for another one. */
  readonly replaces: string | null
  /** Null: it is taken off. */
  readonly time: Time | null
}

const endTime = (tx: WriteTx, id: string) =>
  tx.db
    .updateTable('regime_period')
    .set({ ended_by: tx.actor?.staffId ?? null, ended_at: tx.now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()

const setTimes = async (tx: WriteTx, establishment: string, times: readonly Time[]): Promise<void> => {
  if (times.length === 0) return
  await tx.db
    .insertInto('regime_period')
    .values(
      times.map(({ weekdays, starts, ends, words }) => ({
        id: tx.ids.next(),
        establishment_code: establishment,
        weekdays: [...weekdays],
        starts: starts.toString(),
        ends: ends.toString(),
        words,
        set_by: tx.actor?.staffId ?? null,
        set_at: tx.now,
      })),
    )
    .execute()
}

/** What stands after the change: of a prison that had no times of its own, the usual ones too. */
const timesToSet = (regime: PrisonRegime | undefined, { replaces, time }: Change): readonly Time[] => [
  ...(regime === undefined || regime.own ? [] : regime.times.filter(({ id }) => id !== replaces)),
  ...(time === null ? [] : [time]),
]

/**
 * Sets, changes or takes off a time of a prison's regime. The one before stays as it was, with who ended it.
 * The first change of a prison without times of its own makes the usual ones its own.
 */
export const setRegime = async (tx: WriteTx, change: Change): Promise<Result<void>> => {
  const { establishment, replaces } = change
  const [regime] = await regimes(tx, [establishment])
  if (replaces !== null && regime?.times.some(({ id }) => id === replaces) !== true)
    return refused('not_found', 'This time was changed or taken off meanwhile.')
  if (replaces !== null && regime?.own === true) await endTime(tx, replaces)
  await setTimes(tx, establishment, timesToSet(regime, change))
  return ok(undefined)
}
