import type { ActorService } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { freshAnswers, settingNow } from '../../standards/index.ts'
import { admittedOn } from './whatCame.ts'

const later = (day: Temporal.PlainDate, other: Temporal.PlainDate | null): Temporal.PlainDate =>
  other === null || Temporal.PlainDate.compare(other, day) < 0 ? day : other

/** The day since which answers are of now: so long as the setting says, in custody no further back than this stay. */
export const nowBegins = async (
  tx: ReadTx,
  personId: string,
  { setting }: Pick<ActorService, 'setting'>,
): Promise<Temporal.PlainDate> => {
  const days = await settingNow(tx, freshAnswers)
  return later(tx.today.subtract({ days }), setting === 'custody' ? await admittedOn(tx, personId) : null)
}
