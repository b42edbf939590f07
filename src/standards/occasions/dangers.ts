import type { Case } from '../case.ts'
import type { Fact } from '../model.ts'
import { custodyAround, firstOf, knowing, type Occasions, occasion } from './occasion.ts'

type Telling<F> = F extends Fact ? ('safetyConcern' extends keyof F ? F : never) : never

/** Every kind of fact that can tell of a danger to life; a new one does not compile until it stands here. */
const tells: Readonly<Record<Telling<Fact>['kind'], true>> = {
  arrival_screen: true,
  triage: true,
  danger_told: true,
  instrument_scored: true,
  incident: true,
}

const isKind = (kind: string): kind is Telling<Fact>['kind'] => kind in tells

const telling = Object.keys(tells).filter(isKind)

/** Every fact that told of a danger to life: self-harm or suicide, PHQ-9 item 9, a recent overdose. */
export const tellings = (c: Case): readonly Telling<Fact>[] =>
  c.facts.among(telling).filter((fact) => fact.safetyConcern === true)

/** When it was told: an incident may be written down days later. */
export const toldIn = (fact: Fact): Pick<Fact, 'day' | 'at'> =>
  'toldAt' in fact ? { day: fact.toldOn, at: fact.toldAt } : fact

/** Whichever form told of it: something is done about it from the day it was told. */
export const dangers = (c: Case): Occasions['danger'][] =>
  tellings(c).map((fact) => {
    const { day, at } = toldIn(fact)
    const { spell, ending } = custodyAround(c, day)
    return knowing(occasion(fact.id, fact, spell, firstOf(ending), { at }), { day })
  })
