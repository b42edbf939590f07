import type { Day } from '../../platform/day.ts'
import type { Case } from '../case.ts'
import type { FollowUp } from '../followups.ts'
import { type Handover, type Sending, standingOn } from '../handovers.ts'
import type { Fact } from '../model.ts'
import type { Need } from '../needs.ts'
import { type Leaving, type Spell, spellUpTo, wasReleased } from '../spells.ts'
import {
  type Ending,
  endingBy,
  endingOf,
  firstOf,
  type HandoverOccasion,
  inSpell,
  type LossOccasion,
  type NeedOccasion,
  type ReleaseOccasion,
  type ReturnOccasion,
  type SendingOccasion,
} from './occasion.ts'

const substitutionIn = (c: Case, { spell }: Need): boolean =>
  c.facts
    .of('arrival_screen')
    .some((fact) => fact.opioidSubstitution && fact.day >= spell.start && fact.day <= spell.end) ||
  c.facts.of('intervention_started').some((fact) => {
    const episode = c.inCustody.findLast((one) => one.id === fact.episodeId)
    const ended = episode === undefined || episode.endedOn < spell.start
    return fact.opioidSubstitution && fact.setting === 'custody' && fact.day <= spell.end && !ended
  })

const needEnd = (need: Need | undefined): Ending => endingBy(need?.endedBy)

export const onwardNeeds = (c: Case): NeedOccasion[] =>
  c.needs.map((need) => ({
    ...inSpell(need.spell, need.openedBy),
    day: need.from,
    id: need.key,
    ...firstOf(needEnd(need), endingOf(need.spell)),
    need,
    onOpioidSubstitution: substitutionIn(c, need),
  }))

const needAt = (c: Case, spell: Spell | null, day: Day): Need | undefined =>
  c.needs.find((need) => need.spell === spell && need.until >= day)

export const openHandovers = (c: Case): HandoverOccasion[] =>
  c.handovers.flatMap((handover) => {
    const { opened } = handover
    const spell = spellUpTo(c.spells, opened.day)
    const need = needAt(c, spell, opened.day)
    if (need === undefined) return []
    const until = firstOf(endingBy(handover.closed), needEnd(need), endingOf(spell))
    return [{ ...inSpell(spell, opened), id: handover.id, subjectId: handover.id, ...until, handover }]
  })

/** A hand-over matters until they are followed no more; in custody, as long as the need. */
const concernEnd = (c: Case, spell: Spell | null, day: Day): Ending => {
  const followUp = c.followUps.find((one) => one.spell === spell)
  if (followUp !== undefined) return { day: followUp.until, by: followUp.endedBy?.id ?? null }
  const { until, endedBy } = firstOf(needEnd(needAt(c, spell, day)), endingOf(spell))
  return { day: until, by: endedBy }
}

/** Once they have left, whatever is opened is for today. */
const leavingSeenFrom = (spell: Spell | null, day: Day): Leaving | null =>
  spell !== null && wasReleased(spell) && day >= spell.end
    ? { day: spell.end, planned: true }
    : (spell?.leaving ?? null)

const sendingOccasion = (c: Case, handover: Handover, sending: Sending): SendingOccasion => {
  const { sent } = sending
  const spell = spellUpTo(c.spells, sent.day)
  const declined = sending.answer?.kind === 'handover_declined' ? sending.answer : null
  return {
    ...inSpell(spell, sent),
    leaving: leavingSeenFrom(spell, sent.day),
    id: `${handover.id}:${sent.id}`,
    subjectId: handover.id,
    ...firstOf(
      endingBy(declined),
      endingBy(sending.replacedBy),
      endingBy(handover.closed),
      concernEnd(c, spell, sent.day),
    ),
    handoverId: handover.id,
    sending,
  }
}

export const sendings = (c: Case): SendingOccasion[] =>
  c.handovers.flatMap((handover) => handover.sendings.map((sending) => sendingOccasion(c, handover, sending)))

/** Hand-overs of one spell and the time after it. */
export const handoversOfSpell = (c: Case, spell: Spell | null): Handover[] =>
  c.handovers.filter((handover) => spellUpTo(c.spells, handover.opened.day) === spell)

const lossesIn = (c: Case, handover: Handover): Fact[] => {
  const declined = handover.sendings.flatMap(({ answer }) =>
    answer?.kind === 'handover_declined' ? [answer] : [],
  )
  const { closed } = handover
  const inside = closed !== null && (spellUpTo(c.spells, closed.day)?.end ?? 0) > closed.day
  return closed !== null && inside ? [...declined, closed] : declined
}

const lossOccasion = (c: Case, handover: Handover, fact: Fact): LossOccasion => {
  const spell = spellUpTo(c.spells, fact.day)
  const before = new Set(handover.sendings.filter(({ answer }) => answer === fact).map(({ sent }) => sent.id))
  const next = c.facts.of('handover_sent').find((sent) => sent.day >= fact.day && !before.has(sent.id))
  return {
    ...inSpell(spell, fact),
    leaving: leavingSeenFrom(spell, fact.day),
    id: fact.id,
    subjectId: handover.id,
    ...firstOf(concernEnd(c, spell, fact.day)),
    next: next ?? null,
  }
}

/** Declined or closed while still needed, with no other hand-over standing and none lost before it waiting. */
export const losses = (c: Case): LossOccasion[] => {
  const found: LossOccasion[] = []
  for (const handover of c.handovers)
    for (const fact of lossesIn(c, handover)) {
      const others = handoversOfSpell(c, spellUpTo(c.spells, fact.day))
      const waiting = found.some((one) => one.day <= fact.day && (one.next?.day ?? one.until) > fact.day)
      if (!waiting && standingOn(others, fact.day, fact.day + 1) === null)
        found.push(lossOccasion(c, handover, fact))
    }
  return found
}

const releaseOccasion = (c: Case, followUp: FollowUp): ReleaseOccasion => {
  const { release, day, spell } = followUp
  const handovers = handoversOfSpell(c, spell)
  return {
    ...inSpell(spell, release),
    leaving: null,
    id: release.id,
    ...firstOf({ day: followUp.until, by: followUp.endedBy?.id ?? null }),
    followUp,
    handovers,
    handedOver: standingOn(handovers, day, day) !== null,
  }
}

export const releases = (c: Case): ReleaseOccasion[] =>
  c.followUps.map((followUp) => releaseOccasion(c, followUp))

export const returns = (c: Case): ReturnOccasion[] =>
  c.returns.map((returned) => ({
    ...inSpell(returned.spell, returned.spell.beganWith),
    id: returned.movementId,
    ...firstOf(endingOf(returned.spell)),
    returned,
  }))
