import type { Fact } from './model.ts'

export type FactKind = Fact['kind']
export type FactOf<Kind extends FactKind> = Extract<Fact, { readonly kind: Kind }>

/** One person's facts by kind, each kind in the order in which things happened. */
export interface FactsByKind {
  of<Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[]
}

type Dated = Pick<Fact, 'id' | 'day' | 'at'>

/** By day, then moment, then id, so that the order in which facts were read never matters. */
export const inOrder = (a: Dated, b: Dated): number =>
  a.day - b.day || a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const isSorted = (facts: readonly Fact[]): boolean => {
  let previous: Fact | undefined
  for (const fact of facts) {
    if (previous !== undefined && inOrder(previous, fact) > 0) return false
    previous = fact
  }
  return true
}

const areOf = <Kind extends FactKind>(kind: Kind, facts: readonly Fact[]): facts is FactOf<Kind>[] =>
  facts[0]?.kind === kind

export const groupFacts = (facts: readonly Fact[]): FactsByKind => {
  const groups = new Map<FactKind, Fact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.kind)
    if (group === undefined) groups.set(fact.kind, [fact])
    else group.push(fact)
  }
  for (const group of groups.values()) if (!isSorted(group)) group.sort(inOrder)
  return {
    of(kind) {
      const group = groups.get(kind)
      return group !== undefined && areOf(kind, group) ? group : []
    },
  }
}
