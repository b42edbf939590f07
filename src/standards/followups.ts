import type { Day } from '../platform/day.ts'
import type { FactsByKind } from './facts.ts'
import { mapFound } from './lists.ts'
import type { Fact } from './model.ts'
import { holdsAtRelease, type Need } from './needs.ts'
import { type Movement, never, type Spell, wasReleased } from './spells.ts'

/** What is followed after one release of somebody with an onward need; the release is day 0. */
export interface FollowUp {
  readonly spell: Spell
  readonly release: Movement
  readonly day: Day
  /** Treatment started in the community, they came back, or a team leader closed it. */
  readonly until: Day
  readonly endedBy: Fact | null
}

/** Coming back into custody while somebody was still being followed. */
export interface Return {
  readonly spell: Spell
  readonly movementId: string
  readonly followUp: FollowUp
}

/** Days after release in which a return is a return, even where treatment had started (product.md: day 84). */
const followedDays = 84

const earliest = (facts: readonly (Fact | undefined)[]): Fact | null => {
  let first: Fact | null = null
  for (const fact of facts) if (fact !== undefined && (first === null || fact.day < first.day)) first = fact
  return first
}

const endOf = (facts: FactsByKind, release: Movement, next: Spell | undefined): Fact | null => {
  const since = <F extends Fact>(fact: F): boolean => fact.day >= release.day
  return earliest([
    facts.of('intervention_started').find((fact) => fact.setting === 'community' && since(fact)),
    next === undefined ? undefined : facts.of('movement').find((fact) => fact.id === next.id),
    facts.of('follow_up_closed').find(since),
  ])
}

export const followUpsOf = (
  facts: FactsByKind,
  spells: readonly Spell[],
  needs: readonly Need[],
): readonly FollowUp[] =>
  mapFound(spells, (spell, index) => {
    const release = spell.endedBy
    if (release === null || !wasReleased(spell)) return null
    if (!needs.some((need) => need.spell === spell && holdsAtRelease(need, release.day))) return null
    const ending = endOf(facts, release, spells[index + 1])
    return { spell, release, day: release.day, until: ending?.day ?? never, endedBy: ending }
  })

export const returnsOf = (spells: readonly Spell[], followUps: readonly FollowUp[]): readonly Return[] =>
  mapFound(followUps, (followUp) => {
    const spell = spells[spells.indexOf(followUp.spell) + 1]
    if (spell === undefined) return null
    const closed = followUp.endedBy?.kind === 'follow_up_closed' && followUp.until < spell.start
    const stillFollowed = followUp.endedBy?.id === spell.id || spell.start <= followUp.day + followedDays
    return closed || !stillFollowed ? null : { spell, movementId: spell.id, followUp }
  })
