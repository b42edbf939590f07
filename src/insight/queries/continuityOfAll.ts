import type { ReadTx } from '../../platform/database/transaction.ts'
import {
  type ContinuityFigures,
  continuityFigures,
  countOutcome,
  emptyTally,
  outcomesOfPerson,
  type Window,
} from '../continuity/index.ts'
import { measuredPeople } from './measuredPeople.ts'
import { measureUnknowns } from './measureUnknowns.ts'
import { beforeAll, releasedPeople } from './releasedPeople.ts'

const chunk = 5_000

/** The continuity measure over everybody, as `measure continuity` prints it. Reads people in chunks, as the intake. */
export const continuityOfAll = async (
  tx: Pick<ReadTx, 'db'>,
  window: Window,
  byPrison: boolean,
  progress: (people: number) => void = () => {},
): Promise<ContinuityFigures> => {
  const tally = emptyTally()
  let after: string | undefined = beforeAll
  let measured = 0
  while (after !== undefined) {
    const people: readonly string[] = await releasedPeople(tx.db, window, after, chunk)
    for (const person of await measuredPeople(tx.db, people))
      for (const outcome of outcomesOfPerson(person, window)) countOutcome(tally, outcome)
    measured += people.length
    progress(measured)
    after = people.at(-1)
  }
  return continuityFigures(tally, window, await measureUnknowns(tx), byPrison)
}
