import type { Case } from '../case.ts'
import type { Fact } from '../model.ts'
import { custodyAround, firstOf, type Occasions, occasion } from './occasion.ts'

type Telling<F> = F extends Fact ? ('safetyConcern' extends keyof F ? F : never) : never

/** Every kind of fact that can tell of a danger to life; a new one does not compile until it stands here. */
const tells: Readonly<Record<Telling<Fact>['kind'], true>> = {
  arrival_screen: true,
  triage: true,
  danger_told: true,
  instrument_scored: true,
}

const isKind = (kind: string): kind is Telling<Fact>['kind'] => kind in tells

const telling = Object.keys(tells).filter(isKind)

/** Words of self-harm or suicide, PHQ-9 item 9, a recent overdose: whichever form told of it. */
export const dangers = (c: Case): Occasions['danger'][] =>
  telling
    .flatMap((kind): readonly Telling<Fact>[] => c.facts.of(kind))
    .filter((fact) => fact.safetyConcern === true)
    .map((fact) => {
      const { spell, ending } = custodyAround(c, fact.day)
      return occasion<Fact>(fact.id, fact, spell, firstOf(ending), fact)
    })
