import { type Calendar, calendarFor } from './calendar.ts'
import type { Nation, StandardsContext } from './model.ts'
import { packsOf } from './packs/packs.ts'
import type { Pack } from './standard.ts'

/** A version of a pack with the working days of the nation that it serves. */
export interface Ground {
  readonly pack: Pack
  readonly calendar: Calendar
}

type ByNation = Map<Nation, readonly Ground[]>
const known = new WeakMap<StandardsContext, WeakMap<readonly Pack[], ByNation>>()

const byNation = (context: StandardsContext, packs: readonly Pack[]): ByNation => {
  const byPacks = known.get(context) ?? new WeakMap<readonly Pack[], ByNation>()
  known.set(context, byPacks)
  const grounds = byPacks.get(packs) ?? new Map<Nation, readonly Ground[]>()
  byPacks.set(packs, grounds)
  return grounds
}

/** What is promised in a nation, worked out once for one context rather than for each person. */
export const groundsIn = (
  context: StandardsContext,
  packs: readonly Pack[],
): ((nation: Nation) => readonly Ground[]) => {
  const grounds = byNation(context, packs)
  return (nation) => {
    const found = grounds.get(nation)
    if (found !== undefined) return found
    const calendar = calendarFor(context.holidays, nation)
    const made = packsOf(packs, nation).map((pack) => ({ pack, calendar }))
    grounds.set(nation, made)
    return made
  }
}
