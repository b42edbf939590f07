import type { Day } from '../platform/day.ts'
import type { Case } from './case.ts'
import type { Fact, Obligation, OwnerRole, PackId, RecordClass, StandardsContext } from './model.ts'
import type { OccasionKind, Occasions } from './occasions/occasion.ts'
import type { Span } from './settings.ts'

/** When an obligation opens. Without a rule: on the day of its occasion. */
export type Opening =
  | { readonly rule: 'days after'; readonly days: number }
  | { readonly rule: 'days after span'; readonly span: Span }
  | {
      readonly rule: 'before release'
      readonly span: Span
      /** With no date to leave on: not at all, or on the day they are taken on. */
      readonly withoutDate: 'not' | 'when taken on'
    }

/** When it is due. Counted from the day it opens unless the rule says otherwise. */
export type Due =
  | { readonly rule: 'same day' }
  | { readonly rule: 'after'; readonly span: Span }
  | { readonly rule: 'as agreed'; readonly span: Span }
  | { readonly rule: 'before release'; readonly span: Span }
  | { readonly rule: 'release day' }
  | { readonly rule: 'before they may walk out' }

/** A promise kept every so often: the nth is due `from + n × every` days after the occasion, up to `until`. */
export interface Repeats {
  readonly from: Span
  readonly every: Span
  readonly until: Span
}

/**
 * Which service owns it; the role inside it is the standard's. `team there`: that of the prison which received them
 * and no other. `custody team`: where none works, the team with whom they have an episode open.
 */
type Owner = 'custody team' | 'team there' | 'who recorded it' | 'receiving service' | 'follow-up'

/** The fact, dated `since` to `until` (both included), that keeps the promise, or null. */
export type Meeting<Kind extends OccasionKind> = (
  c: Case,
  occasion: Occasions[Kind],
  since: Day,
  until: Day,
  context: Pick<StandardsContext, 'settings'>,
) => Fact | null

/** A promise that a service makes about facts. It hangs on one kind of occasion. */
export interface Standard<Kind extends OccasionKind = OccasionKind> {
  readonly id: string
  /** The word on a list's row: "Screen", "Ring". */
  readonly title: string
  /** The promise in one sentence. */
  readonly words: string
  /** Why this one is owed. `{opened}` and `{due}` become days, `{before}` the day before it opened. */
  readonly because: string
  /** On which occasions of its kind; null: on all. */
  readonly when: ((occasion: Occasions[Kind], c: Case) => boolean) | null
  /** Null: on the day of the occasion. */
  readonly opens: Opening | null
  readonly repeats: Repeats | null
  readonly due: Due
  /** What is not done that day cannot be done late. */
  readonly lapses: boolean
  readonly metBy: Meeting<Kind>
  /**
   * What was due before its service began to work with Throughcare: over, or owed anew from that day with
   * the days that the rule gives.
   */
  readonly dueBeforeLive: 'over' | 'owed anew'
  /** From which day on facts count. */
  readonly countsFrom: 'occasion' | 'opening'
  readonly owner: { readonly role: OwnerRole; readonly service: Owner }
  readonly recordClass: RecordClass
  readonly source: string
  readonly sureness: 'confirmed' | 'not confirmed'
}

type Usual = 'when' | 'opens' | 'repeats' | 'lapses' | 'dueBeforeLive' | 'countsFrom'
type Told<Kind extends OccasionKind> = Omit<Standard<Kind>, Usual> & Partial<Pick<Standard<Kind>, Usual>>

/** A standard told without what is as usual. All have one shape in memory: the engine is faster for it. */
export const standard = <Kind extends OccasionKind>(told: Told<Kind>): Standard<Kind> => ({
  id: told.id,
  title: told.title,
  words: told.words,
  because: told.because,
  when: told.when ?? null,
  opens: told.opens ?? null,
  repeats: told.repeats ?? null,
  due: told.due,
  lapses: told.lapses ?? false,
  metBy: told.metBy,
  dueBeforeLive: told.dueBeforeLive ?? 'owed anew',
  countsFrom: told.countsFrom ?? 'occasion',
  owner: told.owner,
  recordClass: told.recordClass,
  source: told.source,
  sureness: told.sureness,
})

type StandardsByOccasion = { readonly [Kind in OccasionKind]: readonly Standard<Kind>[] }

/** The standards of one part of the country, in force from and to a day. */
export interface Pack {
  readonly id: PackId
  readonly version: number
  readonly from: Day | null
  readonly to: Day | null
  readonly standards: StandardsByOccasion
  /** Numbers that a service may set beside those of its standards' due days. */
  readonly numbers: readonly Span[]
}

/** What the screens read of a standard, whatever it hangs on. */
export type StandardWords = Pick<
  Standard,
  | 'id'
  | 'title'
  | 'words'
  | 'because'
  | 'owner'
  | 'recordClass'
  | 'source'
  | 'sureness'
  | 'opens'
  | 'due'
  | 'repeats'
>

/** All standards of a pack, in the order of a person's way through the service. */
export const standardsIn = (pack: Pack): readonly StandardWords[] => Object.values(pack.standards).flat()

/** The standard behind an obligation, or null where the pack never had it. */
export const standardById = (pack: Pack, id: Obligation['standard']): StandardWords | null =>
  standardsIn(pack).find((standard) => standard.id === id) ?? null

/** Every number of a pack that a service may set, once each. */
export const spansIn = (pack: Pack): readonly Span[] => {
  const spans = standardsIn(pack).flatMap(({ opens, due, repeats }) => [
    ...(opens !== null && 'span' in opens ? [opens.span] : []),
    ...('span' in due ? [due.span] : []),
    ...(repeats === null ? [] : [repeats.from, repeats.every, repeats.until]),
  ])
  return [...new Map([...spans, ...pack.numbers].map((span) => [span.name, span])).values()]
}
