import { addWorkingDays, type Nation, workingDayBefore } from '../../directory/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { england, standardById } from '../../standards/index.ts'

/** The day by which somebody taken on `day` is to have a worker, by the standard and its setting. */
export const allocationDue = async (
  tx: ReadTx,
  day: Temporal.PlainDate,
  nation: Nation,
  releaseDay: Temporal.PlainDate | null,
): Promise<Temporal.PlainDate | null> => {
  const due = standardById(england, 'allocated_worker')?.due
  if (due === undefined || !('span' in due)) return null
  const set = await tx.db
    .selectFrom('setting_period')
    .select('value')
    .where('name', '=', due.span.name)
    .where('from_day', '<=', day)
    .where((where) => where.or([where('to_day', 'is', null), where('to_day', '>=', day)]))
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  const byRule = addWorkingDays(day, set?.value ?? due.span.standard, nation)
  if (releaseDay === null || Temporal.PlainDate.compare(byRule, releaseDay) <= 0) return byRule
  const before = workingDayBefore(releaseDay, nation)
  return Temporal.PlainDate.compare(before, day) < 0 ? day : before
}
