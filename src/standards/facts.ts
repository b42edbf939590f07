import type { Fact } from './model.ts'

export type FactKind = Fact['kind']
export type FactOf<Kind extends FactKind> = Extract<Fact, { readonly kind: Kind }>

/** One person's facts by kind, each kind in the order in which things happened. */
export interface FactsByKind {
  of<Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[]
  /** Several kinds as one story. */
  among<Kind extends FactKind>(kinds: readonly Kind[]): readonly FactOf<Kind>[]
}

type Dated = Pick<Fact, 'id' | 'day' | 'at'>

/** By day, then moment, then id, so that the order in which facts were read never matters. */
export const inOrder = (a: Dated, b: Dated): number =>
  a.day - b.day || a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

interface Group {
  readonly kind: FactKind
  readonly facts: Fact[]
}

const isOf = <Kind extends FactKind>(
  kind: Kind,
  group: Group,
): group is Group & { readonly facts: readonly FactOf<Kind>[] } => group.kind === kind

/** Further back than this a fact is not put in its place at once: the whole group is sorted at the end. */
const fewPlaces = 8

/** Facts come nearly in order: one told a little late is put where it belongs. False: that would be too far back. */
const place = (group: Fact[], fact: Fact): boolean => {
  let index = group.length
  const first = Math.max(0, index - fewPlaces)
  for (; index > first; index--) {
    const before = group[index - 1]
    if (before === undefined || inOrder(before, fact) <= 0) break
    group[index] = before
  }
  group[index] = fact
  return index > first || index === 0
}

/** Facts mostly come kind by kind: the group of the last one is looked at first. */
const collect = (facts: readonly Fact[]): ReadonlyMap<FactKind, Group> => {
  const groups = new Map<FactKind, Group>()
  let disordered: Set<Group> | null = null
  let group: Group | null = null
  for (const fact of facts) {
    const { kind } = fact
    if (group === null || group.kind !== kind) {
      group = groups.get(kind) ?? { kind, facts: [] }
      groups.set(kind, group)
    }
    if (!place(group.facts, fact)) disordered = (disordered ?? new Set()).add(group)
  }
  for (const group of disordered ?? []) group.facts.sort(inOrder)
  return groups
}

/** No facts of a kind: one list for everybody. */
const none: readonly never[] = []

export const groupFacts = (facts: readonly Fact[]): FactsByKind => {
  const groups = collect(facts)
  const of = <Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[] => {
    const group = groups.get(kind)
    return group !== undefined && isOf(kind, group) ? group.facts : none
  }
  return {
    of,
    among<Kind extends FactKind>(kinds: readonly Kind[]) {
      let told: readonly FactOf<Kind>[] = none
      let groupsTold = 0
      for (const kind of kinds) {
        const group = of(kind)
        if (group.length === 0) continue
        told = groupsTold++ === 0 ? group : [...told, ...group]
      }
      return groupsTold < 2 ? told : told.toSorted(inOrder)
    },
  }
}
