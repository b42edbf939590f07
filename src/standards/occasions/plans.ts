import type { Case } from '../case.ts'
import type { Fact } from '../model.ts'
import type { Spell } from '../spells.ts'
import { custodyAround, type Ending, endingBy, firstOf, type Occasions, occasion } from './occasion.ts'

/** The care that something recorded on a day is part of: a stay with its episodes, or an episode outside. */
export interface CareThen {
  readonly spell: Spell | null
  readonly over: ReturnType<typeof firstOf>
}

const lastOf = (endings: readonly Ending[]): Ending =>
  endings.reduce((last, ending) => (ending.day > last.day ? ending : last), endings[0] ?? endingBy(null))

/**
 * Until when a plan is kept up. In custody: to the end of the stay, or of the last episode then open. Outside: to the
 * end of the episode of the service that recorded it.
 */
export const careThen = (c: Case, fact: Fact): CareThen => {
  const open = c.episodes.filter(({ openedOn, endedOn }) => openedOn <= fact.day && endedOn > fact.day)
  const around = custodyAround(c, fact.day)
  const inside = around.spell !== null && around.spell.start <= fact.day && around.spell.end > fact.day
  const spell = inside ? around.spell : null
  const theirs = open.filter(({ setting, serviceId }) =>
    inside ? setting === 'custody' : serviceId === fact.serviceId,
  )
  const endings = theirs.map(({ endedBy }) => endingBy(endedBy))
  return { spell, over: firstOf(lastOf(endings), inside ? around.ending : endingBy(null)) }
}

/** Each comprehensive assessment, in the care in which it was completed. */
export const assessed = (c: Case): Occasions['assessed'][] => {
  let before: Fact | null = null
  let care: CareThen | null = null
  return c.facts.of('assessment_completed').map((fact) => {
    const now = careThen(c, fact)
    const same = care !== null && care.spell === now.spell && care.over.until > fact.day
    const made = occasion(fact.id, fact, now.spell, now.over, { before: same ? before : null })
    before = fact
    care = now
    return made
  })
}

/** Plans agreed and reviews held, the last of each day. */
const planFacts = (c: Case): readonly Fact[] => {
  const all = c.facts.among(['recovery_plan_agreed', 'plan_reviewed'])
  return all.filter((fact, index) => all[index + 1]?.day !== fact.day)
}

/** From each plan or review to the next. */
export const plans = (c: Case): Occasions['plan'][] => {
  const facts = planFacts(c)
  return facts.map((fact, index) => {
    const { spell, over } = careThen(c, fact)
    return occasion(fact.id, fact, spell, over, facts[index + 1] ?? null)
  })
}
