import type { Day } from '../platform/day.ts'
import { episodesOf } from './episode-history.ts'
import type { Episode } from './episodes.ts'
import { type FactsByKind, groupFacts } from './facts.ts'
import { type FollowUp, followUpsOf, type Return, returnsOf } from './followups.ts'
import { type Handover, handoversOf } from './handovers.ts'
import type { PersonFacts } from './model.ts'
import { type Need, needsOf } from './needs.ts'
import { spellsOf } from './spell-history.ts'
import { never, type Spell } from './spells.ts'

/** Everything the standards ask about one person, worked out once from the facts. */
export interface Case {
  readonly facts: FactsByKind
  readonly death: { readonly day: Day; readonly by: string | null }
  readonly spells: readonly Spell[]
  readonly episodes: readonly Episode[]
  /** The episodes in custody: those that the standards of this service are about. */
  readonly inCustody: readonly Episode[]
  readonly needs: readonly Need[]
  readonly handovers: readonly Handover[]
  readonly followUps: readonly FollowUp[]
  readonly returns: readonly Return[]
}

/** Known or reported dead, whichever day is first. */
const deathIn = (facts: FactsByKind): Case['death'] => {
  const known = facts.of('movement').find((fact) => fact.movement === 'death')
  const reported = facts.of('episode_ended').find((fact) => fact.reason === 'died')
  const first =
    reported === undefined || (known !== undefined && known.day <= reported.day) ? known : reported
  return first === undefined ? { day: never, by: null } : { day: first.day, by: first.id }
}

export const caseOf = (person: PersonFacts): Case => {
  const facts = groupFacts(person.facts)
  const death = deathIn(facts)
  const spells = spellsOf(facts.of('movement'), person, death.day)
  const episodes = episodesOf(facts)
  const needs = needsOf(facts, spells, episodes)
  const followUps = followUpsOf(facts, spells, needs)
  return {
    facts,
    death,
    spells,
    episodes,
    inCustody: episodes.filter((episode) => episode.setting === 'custody'),
    needs,
    handovers: handoversOf(facts),
    followUps,
    returns: returnsOf(spells, followUps),
  }
}
