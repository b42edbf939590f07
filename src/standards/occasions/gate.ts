import type { Day } from '../../platform/day.ts'
import type { Case } from '../case.ts'
import { inOrder } from '../facts.ts'
import type { FollowUp } from '../followups.ts'
import { type Handover, refusalOf, type Sending, standingOn } from '../handovers.ts'
import { mapFound, mapMany } from '../lists.ts'
import type { Fact } from '../model.ts'
import type { Need } from '../needs.ts'
import { type Leaving, never, type Spell, spellUpTo, wasReleased } from '../spells.ts'
import { type Ending, endingBy, endingOf, firstOf, knowing, type Occasions, occasion } from './occasion.ts'

const substitutionIn = (c: Case, { spell }: Need): boolean =>
  c.facts
    .of('arrival_screen')
    .some((fact) => fact.opioidSubstitution && fact.day >= spell.start && fact.day <= spell.end) ||
  c.facts.of('intervention_started').some((fact) => {
    const episode = c.inCustody.findLast((one) => one.id === fact.episodeId)
    const ended = episode === undefined || episode.endedOn < spell.start
    return fact.opioidSubstitution && fact.setting === 'custody' && fact.day <= spell.end && !ended
  })

/** Opened in the same stay for a need that ended, and still open: there is no second one to open. */
const inHand = (c: Case, { spell, from }: Need): boolean =>
  c.handovers.some(
    ({ opened, closed }) =>
      opened.day < from && (closed?.day ?? never) > from && spellUpTo(c.spells, opened.day) === spell,
  )

const needEnd = (need: Need | undefined): Ending => endingBy(need?.endedBy)

export const onwardNeeds = (c: Case): Occasions['need'][] =>
  c.needs.map((need) => {
    const over = firstOf(needEnd(need), endingOf(need.spell))
    const about = { need, onOpioidSubstitution: substitutionIn(c, need), handoverInHand: inHand(c, need) }
    const takenOn = need.acceptedOn === never ? null : need.acceptedOn
    return knowing(occasion(need.key, need.openedBy, need.spell, over, about), { day: need.from, takenOn })
  })

const needAt = (c: Case, spell: Spell | null, day: Day): Need | undefined =>
  c.needs.find((need) => need.spell === spell && need.until >= day)

/** Once for each need while it is open: what was settled for the first may not hold for the next. */
export const openHandovers = (c: Case): Occasions['handover'][] =>
  mapMany(c.handovers, (handover) => {
    const { opened, closed, id } = handover
    const spell = spellUpTo(c.spells, opened.day)
    const needs = c.needs.filter((need) => need.spell === spell && need.until >= opened.day)
    return mapFound(needs, (need, index) => {
      if (index > 0 && (closed?.day ?? never) <= need.from) return null
      const over = firstOf(endingBy(closed), needEnd(need), endingOf(spell))
      const made = knowing(occasion(id, opened, spell, over, handover), { subjectId: id })
      return index === 0 ? made : knowing(made, { id: `${id}:${need.key}`, day: need.from })
    })
  })

/**
 * A hand-over matters until they are followed no more; in custody, as long as the need. Null: nobody has a need
 * ("every hand-over and release standard is for a person with an onward need", product.md); before the first stay
 * that we heard of, nobody can tell.
 */
const concernEnd = (c: Case, spell: Spell | null, day: Day): Ending | null => {
  const followUp = c.followUps.find((one) => one.spell === spell)
  if (followUp !== undefined) return { day: followUp.until, by: followUp.endedBy?.id ?? null }
  const need = needAt(c, spell, day)
  if (need === undefined && spell !== null && spell.start <= day) return null
  const { until, endedBy } = firstOf(needEnd(need), endingOf(spell))
  return { day: until, by: endedBy }
}

/** Once they have left, whatever is opened is for today. */
const leavingSeenFrom = (spell: Spell | null, day: Day): Leaving | null =>
  spell !== null && wasReleased(spell) && day >= spell.end
    ? { day: spell.end, planned: true, told: [] }
    : (spell?.leaving ?? null)

const sendingOccasion = (c: Case, handover: Handover, sending: Sending): Occasions['sending'] | null => {
  const { sent, to } = sending
  const spell = spellUpTo(c.spells, sent.day)
  const concern = concernEnd(c, spell, sent.day)
  if (concern === null) return null
  const declined = sending.answer?.kind === 'handover_declined' ? sending.answer : null
  const over = firstOf(endingBy(declined), endingBy(sending.replacedBy), endingBy(handover.closed), concern)
  return knowing(occasion(`${handover.id}:${sent.id}`, sent, spell, over, sending), {
    leaving: leavingSeenFrom(spell, sent.day),
    subjectId: handover.id,
    receiverOn: () => to,
  })
}

export const sendings = (c: Case): Occasions['sending'][] =>
  mapMany(c.handovers, (handover) =>
    mapFound(handover.sendings, (sending) => sendingOccasion(c, handover, sending)),
  )

/** Hand-overs of one spell and the time after it. */
const handoversOfSpell = (c: Case, spell: Spell | null): Handover[] =>
  c.handovers.filter((handover) => spellUpTo(c.spells, handover.opened.day) === spell)

/** What was sent or opened in an earlier stay is not missed: back in custody, a hand-over is owed anyway. */
const lossesIn = (c: Case, handover: Handover): Fact[] => {
  const { closed, opened, sendings } = handover
  const lost: Fact[] = []
  const sameStay = (one: Fact, other: Fact): boolean =>
    spellUpTo(c.spells, one.day) === spellUpTo(c.spells, other.day)
  for (const sending of sendings) {
    const refusal = refusalOf(sending)
    if (refusal !== null && sameStay(sending.sent, refusal)) lost.push(refusal)
  }
  if (closed === null || (spellUpTo(c.spells, closed.day)?.end ?? 0) <= closed.day) return lost
  return sameStay(sendings.at(-1)?.sent ?? opened, closed) ? [...lost, closed] : lost
}

/** Another service asked, or one that has thought better of it. */
const askedAfter = (c: Case, handover: Handover, fact: Fact): Fact | null => {
  const refused = handover.sendings.find((sending) => refusalOf(sending) === fact)?.sent
  return (
    c.facts
      .among(['handover_sent', 'handover_accepted'])
      .find((one) => one !== refused && inOrder(one, fact) > 0) ?? null
  )
}

const lossOccasion = (c: Case, handover: Handover, fact: Fact): Occasions['loss'] | null => {
  const spell = spellUpTo(c.spells, fact.day)
  const concern = concernEnd(c, spell, fact.day)
  if (concern === null) return null
  const next = askedAfter(c, handover, fact)
  const leaving = leavingSeenFrom(spell, fact.day)
  return knowing(occasion(fact.id, fact, spell, firstOf(concern), next), { leaving, subjectId: handover.id })
}

/** Declined or closed while still needed, with no other hand-over standing and none lost before it waiting. */
export const losses = (c: Case): Occasions['loss'][] => {
  const found: Occasions['loss'][] = []
  for (const handover of c.handovers)
    for (const fact of lossesIn(c, handover)) {
      const others = handoversOfSpell(c, spellUpTo(c.spells, fact.day))
      const waiting = found.some((one) => one.day <= fact.day && (one.about?.day ?? one.until) > fact.day)
      if (waiting || standingOn(others, fact.day, fact.day + 1) !== null) continue
      const loss = lossOccasion(c, handover, fact)
      if (loss !== null) found.push(loss)
    }
  return found
}

const releaseOccasion = (c: Case, followUp: FollowUp): Occasions['release'] => {
  const { release, day, spell, until } = followUp
  const handovers = handoversOfSpell(c, spell)
  const over = { until, endedBy: followUp.endedBy?.id ?? null }
  const about = { handedOver: standingOn(handovers, day, day) !== null }
  return knowing(occasion(release.id, release, spell, over, about), {
    leaving: null,
    receiverOn: (on) => standingOn(handovers, on, day)?.to ?? null,
  })
}

export const releases = (c: Case): Occasions['release'][] =>
  c.followUps.map((followUp) => releaseOccasion(c, followUp))

export const returns = (c: Case): Occasions['return'][] =>
  c.returns.map((returned) => {
    const { spell, movementId } = returned
    return occasion(movementId, spell.beganWith, spell, firstOf(endingOf(spell)), returned)
  })
