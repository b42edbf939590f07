import type { WriteTx } from '../../platform/database/transaction.ts'
import { exitTopWindow, settingNow } from '../../standards/index.ts'
import type { EndReason } from '../../standards/model.ts'
import { type ExitTop, sayExitTop } from '../discharge.ts'
import { dischargeTold, endReasonWords, type RecordedBy } from '../model.ts'

/** What is said when an episode is closed, beside its reason. */
export interface DischargeTold {
  /** What next, in words. */
  readonly next: string
  /** Who carries on with them; null where nobody does. */
  readonly continues: string | null
  /** Null where no TOP is kept. */
  readonly exitTop: ExitTop | null
}

interface Discharge extends DischargeTold {
  readonly personId: string
  readonly episodeId: string
  readonly by: RecordedBy
  readonly day: Temporal.PlainDate
  readonly reason: EndReason
}

/** Keeps what next and the exit TOP, with the reason, as the discharge. The person is locked already. */
export const tellDischarge = async (tx: WriteTx, told: Discharge): Promise<void> => {
  const { personId, episodeId, by, day, reason, next, continues, exitTop } = told
  await tx.db
    .insertInto('fact')
    .values({
      id: tx.ids.next(),
      person_id: personId,
      recorded_under: personId,
      kind: dischargeTold.kind,
      class: dischargeTold.recordClass,
      service_id: by.serviceId,
      episode_id: episodeId,
      day,
      at: tx.now,
      answers: JSON.stringify({
        reason: endReasonWords[reason],
        next,
        ...(continues === null ? {} : { continues }),
        ...(exitTop === null ? {} : { exit_top: sayExitTop(exitTop, await settingNow(tx, exitTopWindow)) }),
      }),
      reading: JSON.stringify({ episodeId, exitTopSettled: exitTop !== null && exitTop.said !== 'later' }),
      recorded_by: by.staffId,
      recorded_at: tx.now,
    })
    .execute()
}
