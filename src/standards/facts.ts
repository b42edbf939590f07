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

/** Facts mostly come kind by kind: the group of the last one is looked at first. */
const collect = (facts: readonly Fact[]): ReadonlyMap<FactKind, Fact[]> => {
  const groups = new Map<FactKind, Fact[]>()
  let group: Fact[] = []
  let kind: FactKind | null = null
  for (const fact of facts) {
    if (fact.kind !== kind) {
      kind = fact.kind
      group = groups.get(kind) ?? []
      groups.set(kind, group)
    }
    group.push(fact)
  }
  return groups
}

export const groupFacts = (facts: readonly Fact[]): FactsByKind => {
  const groups = collect(facts)
  for (const group of groups.values()) if (!isSorted(group)) group.sort(inOrder)
  return {
    of(kind) {
      const group = groups.get(kind)
      return group !== undefined && areOf(kind, group) ? group : []
    },
  }
}
