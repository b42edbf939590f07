import type { Holder } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { askHumans } from './askHumans.ts'
import { recordMovements } from './recordMovements.ts'
import { recordSightings } from './recordSightings.ts'
import type { StoredMessage } from './storeMessages.ts'

type Known = StoredMessage & { readonly holder: Holder }

const isKnown = (stored: StoredMessage): stored is Known => stored.holder !== null

/**
 * What stored messages change, once it is known whose they are: movements, sightings, questions for humans.
 * Answers with the messages that told again of a movement which another source had told of.
 */
export const applyMessages = async (
  tx: WriteTx,
  messages: readonly StoredMessage[],
): Promise<ReadonlySet<string>> => {
  const known = messages.filter(isKnown)
  const repeats = await recordMovements(
    tx,
    known.flatMap(({ id: messageId, holder, message: { told } }) =>
      told.kind === 'movement' ? [{ messageId, holder, told }] : [],
    ),
  )
  await recordSightings(
    tx,
    known.flatMap(({ holder: { personId }, message: { told } }) =>
      told.kind === 'whereabouts' ? [{ personId, told }] : [],
    ),
  )
  await askHumans(
    tx,
    messages.filter(({ holder, message }) => holder !== null || message.prison_number === ''),
  )
  return repeats
}
