import type { Day } from '../platform/day.ts'
import type { Episode } from './episodes.ts'
import { type FactsByKind, inOrder } from './facts.ts'
import { mapMany } from './lists.ts'
import type { Fact } from './model.ts'
import { never, type Spell, spellAround } from './spells.ts'

/**
 * A time within one spell in which somebody has an onward need (product.md, "Words"): an open custody
 * episode or a positive screen, not completed, not declined.
 */
export interface Need {
  readonly key: string
  readonly spell: Spell
  readonly from: Day
  readonly openedBy: Fact
  readonly until: Day
  readonly endedBy: Fact | null
  /** Ended because there is no more need, not because an episode merely closed. */
  readonly settled: boolean
  /** The day it was taken on: a triage accepted or a treatment started. */
  readonly acceptedOn: Day
  readonly acceptedBy: Fact | null
}

interface OpenNeed extends Need {
  until: Day
  endedBy: Fact | null
  settled: boolean
  acceptedOn: Day
  acceptedBy: Fact | null
}

interface Change {
  readonly fact: Fact
  readonly day: Day
  readonly kind: 'episode opens' | 'episode accepted' | 'episode closes' | 'screen' | 'refused'
  readonly outcome: Episode['outcome']
}

const episodeChanges = (episode: Episode, spell: Spell): Change[] => {
  const outcome = episode.outcome
  const changes: Change[] = []
  const day = Math.max(episode.openedOn, spell.start)
  const opening = episode.referral ?? episode.accepted ?? episode.endedBy
  if (opening !== null) changes.push({ fact: opening, day, kind: 'episode opens', outcome })
  if (episode.accepted !== null && episode.acceptedOn <= spell.end)
    changes.push({
      fact: episode.accepted,
      day: Math.max(day, episode.acceptedOn),
      kind: 'episode accepted',
      outcome,
    })
  if (episode.endedBy !== null && episode.endedOn <= spell.end)
    changes.push({ fact: episode.endedBy, day: episode.endedOn, kind: 'episode closes', outcome })
  return changes
}

const factChanges = (facts: FactsByKind, spells: readonly Spell[], spell: Spell): Change[] => {
  const here = (fact: Fact): boolean => spellAround(spells, fact.day) === spell
  const screens = facts.of('arrival_screen').filter((screen) => screen.positive && here(screen))
  const refusals = facts.of('triage').filter((triage) => !triage.accepted && here(triage))
  return [
    ...screens.map((fact): Change => ({ fact, day: fact.day, kind: 'screen', outcome: 'silent' })),
    ...refusals.map((fact): Change => ({ fact, day: fact.day, kind: 'refused', outcome: 'need_ended' })),
  ]
}

const rank: Record<Exclude<Change['kind'], 'episode closes'>, number> = {
  screen: 0,
  'episode opens': 1,
  'episode accepted': 2,
  refused: 3,
}

/** Of episodes that close on one day, those that end the need come first: another that goes on, or was cut off, is not settled by them. */
const closingRank: Record<Episode['outcome'], number> = { need_ended: 3, need_goes_on: 4, silent: 5 }

const rankOf = ({ kind, outcome }: Change): number =>
  kind === 'episode closes' ? closingRank[outcome] : rank[kind]

const byTime = (a: Change, b: Change): number =>
  a.day - b.day || rankOf(a) - rankOf(b) || inOrder(a.fact, b.fact)

/** Open episodes and the memory of a positive screen, as they change. */
interface Standing {
  open: number
  screened: boolean
}

const apply = (standing: Standing, change: Change): void => {
  if (change.kind === 'episode opens') standing.open++
  if (change.kind === 'episode closes') standing.open--
  if (change.kind === 'screen' || (change.kind === 'episode closes' && change.outcome === 'need_goes_on'))
    standing.screened = true
  if (change.kind === 'refused' || (change.kind === 'episode closes' && change.outcome === 'need_ended'))
    standing.screened = false
}

const openNeed = (spell: Spell, change: Change, ordinal: number): OpenNeed => ({
  key: ordinal === 0 ? spell.id : `${spell.id}:${ordinal + 1}`,
  spell,
  from: change.day,
  openedBy: change.fact,
  until: never,
  endedBy: null,
  settled: false,
  acceptedOn: never,
  acceptedBy: null,
})

const track = (needs: OpenNeed[], spell: Spell, change: Change, holds: boolean): void => {
  const last = needs.at(-1)
  const current = last !== undefined && last.until === never ? last : undefined
  if (holds && current === undefined) needs.push(openNeed(spell, change, needs.length))
  if (!holds && current !== undefined) {
    current.until = change.day
    current.endedBy = change.fact
    current.settled = change.kind === 'refused' || change.outcome === 'need_ended'
  }
  const held = needs.at(-1)
  if (change.kind === 'episode accepted' && held !== undefined && held.acceptedBy === null) {
    held.acceptedOn = change.day
    held.acceptedBy = change.fact
  }
}

const needsIn = (changes: Change[], spell: Spell): readonly Need[] => {
  const needs: OpenNeed[] = []
  const standing: Standing = { open: 0, screened: false }
  for (const change of changes.sort(byTime)) {
    apply(standing, change)
    track(needs, spell, change, standing.open > 0 || standing.screened)
  }
  return needs
}

/** Every time of onward need of one person, spell by spell. A screen counts in its own spell only. */
export const needsOf = (
  facts: FactsByKind,
  spells: readonly Spell[],
  episodes: readonly Episode[],
): readonly Need[] =>
  mapMany(spells, (spell) => {
    const inCustody = episodes.filter(
      (episode) =>
        episode.setting === 'custody' && episode.openedOn <= spell.end && episode.endedOn >= spell.start,
    )
    return needsIn(
      [
        ...mapMany(inCustody, (episode) => episodeChanges(episode, spell)),
        ...factChanges(facts, spells, spell),
      ],
      spell,
    )
  })

/** Does the need hold on the day of release itself? What merely closed that day still counts (files.md). */
export const holdsAtRelease = (need: Need, day: Day): boolean =>
  need.from <= day && (need.until > day || (need.until === day && !need.settled))
