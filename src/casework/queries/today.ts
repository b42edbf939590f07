import { workingDayBefore } from '../../directory/index.ts'
import { myDrafts } from '../../drafts/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { cameIn } from './cameIn.ts'
import { leavingSoon } from './leavingSoon.ts'
import { leftUntreated } from './leftUntreated.ts'
import { myDay } from './myDay.ts'
import { owedNow } from './owedNow.ts'
import { readerOf } from './team.ts'
import { unanswered } from './unanswered.ts'
import { unplannedAndUnallocated } from './unplannedAndUnallocated.ts'
import { unseenNotices } from './unseenNotices.ts'

/** How far ahead Today looks for who leaves. */
export const daysAhead = 14

/** Everything on Today: eight queries, whoever reads it. */
export const loadToday = async (tx: ReadTx, actor: Actor) => {
  const reader = readerOf(actor)
  const since = workingDayBefore(tx.today, actor.services[0]?.nation ?? 'england')
  const waiting = await unplannedAndUnallocated(tx, reader)
  const handovers = await unanswered(tx, reader)
  const hasPrison = reader.prisons.length > 0
  return {
    today: tx.today,
    since,
    hasPrison,
    owed: await owedNow(tx, reader),
    cameIn: await cameIn(tx, reader, since),
    leaving: await leavingSoon(tx, reader, daysAhead),
    left: waiting.filter(({ standard }) => standard === 'call_sheet'),
    allocations: waiting.filter(({ standard }) => standard === 'allocated_worker'),
    myDay: await myDay(tx, reader),
    handovers: handovers.filter(({ incoming }) => !incoming),
    toAnswer: handovers.filter(({ incoming }) => incoming),
    untreated: hasPrison ? [] : await leftUntreated(tx, reader),
    notices: await unseenNotices(tx, reader),
    drafts: await myDrafts(tx),
  }
}

export type TodayModel = Awaited<ReturnType<typeof loadToday>>
