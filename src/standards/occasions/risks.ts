import type { Day } from '../../platform/day.ts'
import type { Case } from '../case.ts'
import type { FactOf } from '../facts.ts'
import { mapFound } from '../lists.ts'
import type { Fact } from '../model.ts'
import { tellings, toldIn } from './dangers.ts'
import {
  endingBy,
  endingOf,
  firstOf,
  knowing,
  type Occasions,
  occasion,
  type RaisedRisk,
} from './occasion.ts'
import { careThen } from './plans.ts'

type Looked = FactOf<'risk_plan_agreed'> | FactOf<'risk_reviewed'>

/** How long before the agreed day a list begins to ask, in days. */
const noticeDays = 7

const raised = (c: Case, fact: Fact, by: RaisedRisk['by']): Occasions['risk'] => {
  const { day, at } = toldIn(fact)
  const { spell, over } = careThen(c, { ...fact, day })
  return knowing(occasion(`${by}:${fact.id}`, fact, spell, over, { by, at, next: null }), { day })
}

/**
 * Whether a test asks for the risks to be looked at: refused, or positive for what no prescribed medicine explains. One
 * of healthcare's own never does: a recovery worker's list would tell what only healthcare may read.
 */
export const raisesRisk = ({
  result,
  explained,
  recordClass,
}: Pick<FactOf<'test_result'>, 'result' | 'explained' | 'recordClass'>): boolean =>
  recordClass !== 'clinical' && (result === 'refused' || (result === 'positive' && !explained))

/** What happened or was told of somebody who had a risk plan by then. An incident is one occasion, whatever it told of. */
const events = (c: Case, planned: Day): Occasions['risk'][] => {
  const told = tellings(c).filter(({ kind }) => kind !== 'incident')
  const returns = c.returns.map(({ spell }) => spell.beganWith)
  const tests = c.facts.of('test_result').filter(raisesRisk)
  return [
    ...c.facts.of('acct_opened').map((fact) => raised(c, fact, 'acct')),
    ...told.map((fact) => raised(c, fact, 'told')),
    ...returns.map((fact) => raised(c, fact, 'return')),
    ...c.facts.of('incident').map((fact) => raised(c, fact, `${fact.recordClass}_incident`)),
    ...tests.map((fact) => raised(c, fact, `${fact.recordClass}_test`)),
  ].filter(({ day }) => day >= planned)
}

/** A release date that comes near with an onward need: counted from the stay, or from the first plan where that is later. */
const leavings = (c: Case, first: Fact): Occasions['risk'][] =>
  mapFound(c.spells, (spell) => {
    const { leaving, start, beganWith } = spell
    if (leaving?.planned !== true || leaving.day < first.day) return null
    const from = first.day > start ? first : beganWith
    const need = c.needs.findLast((one) => one.spell === spell && one.until > from.day)
    if (need === undefined) return null
    const over = firstOf(endingBy(need.endedBy), endingOf(spell))
    return occasion(`release:${spell.id}`, from, spell, over, { by: 'release', at: from.at, next: null })
  })

/** The day agreed at each look, until the next one. Looked at before a list would have asked: done, also where the stay ends before then. */
const agreedDays = (c: Case, looked: readonly Looked[]): Occasions['risk'][] =>
  mapFound(looked, (fact, index) => {
    const next = looked[index + 1] ?? null
    if (fact.lookAgainOn === null || (next !== null && next.day === fact.day)) return null
    const { spell, over } = careThen(c, fact)
    const asked = Math.max(fact.day, fact.lookAgainOn - noticeDays)
    const day = next === null ? asked : Math.min(asked, next.day)
    const about = { by: 'agreed' as const, at: fact.at, next }
    const made = occasion(`agreed:${fact.id}`, fact, spell, over, about)
    return knowing(made, { day, agreedDays: Math.max(0, fact.lookAgainOn - day) })
  })

/** What asks for a risk plan to be looked at again. Without a plan nothing does: the first plan answers for itself. */
export const risks = (c: Case): Occasions['risk'][] => {
  const [first] = c.facts.of('risk_plan_agreed')
  if (first === undefined) return []
  const looked: readonly Looked[] = c.facts.among(['risk_plan_agreed', 'risk_reviewed'])
  return [...events(c, first.day), ...leavings(c, first), ...agreedDays(c, looked)]
}
