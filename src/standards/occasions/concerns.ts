import type { Day } from '../../platform/day.ts'
import type { Case } from '../case.ts'
import { inOrder } from '../facts.ts'
import { mapFound } from '../lists.ts'
import type { Fact } from '../model.ts'
import { custodyAround, type Ending, endingBy, firstOf, type Occasions, occasion } from './occasion.ts'

/** In treatment in this same spell: a second positive screen raises nothing new. */
const alreadyTakenOn = (c: Case, screen: Fact): boolean => {
  const { spell } = custodyAround(c, screen.day)
  return c.inCustody.some(
    (episode) =>
      episode.acceptedOn <= screen.day &&
      episode.endedOn > screen.day &&
      custodyAround(c, episode.acceptedOn).spell === spell,
  )
}

/** A positive screen, or a referral that was not triaged before it was written down. */
const raisingFacts = (c: Case): Fact[] => {
  const screens = c.facts
    .of('arrival_screen')
    .filter((screen) => screen.positive && !alreadyTakenOn(c, screen))
  const referrals = mapFound(c.inCustody, ({ referral, acceptedOn }) =>
    referral === null || acceptedOn < referral.day ? null : referral,
  )
  return [...screens, ...referrals].sort(inOrder)
}

const treatmentStart = (c: Case, since: Day): Ending => {
  const starts = mapFound(c.inCustody, ({ start }) => (start !== null && start.day >= since ? start : null))
  return endingBy(starts.sort(inOrder)[0])
}

/** A referral that came to nothing is not to be triaged, unless something else was raised meanwhile. */
const episodeEnd = (c: Case, raised: Fact, all: readonly Fact[]): Ending => {
  const end = endingBy(c.inCustody.find((episode) => episode.referral?.id === raised.id)?.endedBy)
  const meanwhile = all.some(({ id, day }) => id !== raised.id && day >= raised.day && day <= end.day)
  return meanwhile ? endingBy(null) : end
}

/** A triage of the custody side: one of a community episode answers no referral in prison. */
export const custodyTriages = (c: Case) =>
  c.facts
    .of('triage')
    .filter(({ episodeId }) => episodeId === null || c.inCustody.some((episode) => episode.id === episodeId))

const answered = (c: Case, raised: Fact): Ending =>
  endingBy(custodyTriages(c).find((triage) => triage.day >= raised.day))

/** What is raised while something is already waiting for triage waits with it: one triage, not two. */
export const concerns = (c: Case): Occasions['concern'][] => {
  const found: Occasions['concern'][] = []
  let waitingUntil = Number.NEGATIVE_INFINITY
  const raising = raisingFacts(c)
  for (const fact of raising) {
    if (fact.day <= waitingUntil) continue
    const { spell, ending } = custodyAround(c, fact.day)
    const over = firstOf(ending, treatmentStart(c, fact.day), episodeEnd(c, fact, raising))
    found.push(occasion(fact.id, fact, spell, over, null))
    waitingUntil = Math.min(over.until, answered(c, fact).day)
  }
  return found
}
