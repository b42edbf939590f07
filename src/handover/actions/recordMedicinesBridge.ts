import type { WriteTx } from '../../platform/database/transaction.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'
import { gapDays } from '../rules.ts'
import { recordPackFact } from './recordPackFact.ts'

export interface Bridge {
  readonly personId: string
  readonly by: RecordedBy
  readonly medicine: string
  readonly lastDose: Temporal.PlainDate
  readonly nextDose: Temporal.PlainDate
  readonly prescriber: string
  readonly pharmacy: string
}

/** Last dose, next dose, prescriber and pharmacy; answers with the days without medicine between the doses. */
export const recordMedicinesBridge = async (
  tx: WriteTx,
  bridge: Bridge,
): Promise<Result<{ readonly gapDays: number }>> => {
  if (Temporal.PlainDate.compare(bridge.nextDose, bridge.lastDose) <= 0)
    return refused('invalid', 'The next dose comes after the last one. Check both days', 'next')
  const gap = gapDays(bridge.lastDose, bridge.nextDose)
  const recorded = await recordPackFact(tx, {
    personId: bridge.personId,
    by: bridge.by,
    kind: 'medicines_bridge',
    recordClass: 'clinical',
    answers: {
      medicine: bridge.medicine,
      last_dose: bridge.lastDose.toString(),
      next_dose: bridge.nextDose.toString(),
      prescriber: bridge.prescriber,
      pharmacy: bridge.pharmacy,
      gap_days: `${gap}`,
    },
    reading: {},
  })
  return recorded.ok ? { ok: true, value: { gapDays: gap } } : recorded
}
