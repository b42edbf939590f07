import { establishmentOf, openSpell, steps, withLast } from './history-steps.ts'
import type { CustodyHistory, Movement, SpellEnd } from './model.ts'
import { distinctMovements } from './movement-order.ts'

/** Known to have died, while no movement said so. */
const withDeath = (history: CustodyHistory, diedOn: Temporal.PlainDate): CustodyHistory => {
  if (history.place.kind === 'died') return history
  const spell = openSpell(history)
  const end: SpellEnd = {
    how: 'death',
    day: diedOn,
    establishment: establishmentOf(history.place),
    from: history.place.kind,
  }
  const spells = spell === undefined ? history.spells : withLast(history, { ...spell, end })
  return { spells, place: { kind: 'died', since: diedOn } }
}

/**
 * What one person's movements add up to, told in any order and any number of times. Gaps are bridged, not
 * refused: a release without an admission ends a stay of unknown start, a second admission ends the first
 * stay as `not_told`, and nothing moves the dead: a release told of after `diedOn` (the day of death, where
 * it is known) is that death.
 */
export const custodyHistory = (
  told: readonly Movement[],
  diedOn: Temporal.PlainDate | null = null,
): CustodyHistory => {
  let history: CustodyHistory = { spells: [], place: { kind: 'not_known' } }
  for (const movement of distinctMovements(told)) {
    if (history.place.kind === 'died') break
    if (diedOn !== null && Temporal.PlainDate.compare(movement.day, diedOn) > 0) break
    history = steps[movement.type](history, movement)
  }
  return diedOn === null ? history : withDeath(history, diedOn)
}
