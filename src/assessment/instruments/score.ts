import type { Answers } from '../model.ts'
import { chosenIn, meets } from '../questions.ts'
import { type Instrument, type Item, itemsOf } from './instrument.ts'

/** What an instrument's answers come to. */
export interface Score {
  /** Null where too many answers are missing, or where there is no total. */
  readonly total: number | null
  /** The meaning in the instrument's own bands, or null where it gives none. */
  readonly band: string | null
  /** Asked items without an answer. */
  readonly missing: number
  /** Missing answers were put at the mean of the others. */
  readonly prorated: boolean
  readonly subscales: readonly { readonly name: string; readonly total: number | null }[]
}

type Choice = Extract<Item, { asks: 'choice' }>

const isChoice = (item: Item): item is Choice => item.asks === 'choice'

const isUnasked = ({ when }: Choice, answers: Answers): boolean => when !== undefined && !meets(when, answers)

/** What one item counts, 0 where it was rightly not asked, null where its answer is missing. */
const countOf = (item: Choice, answers: Answers, reversed: boolean): number | null => {
  if (isUnasked(item, answers)) return 0
  const [given] = chosenIn(answers, item.name)
  const score = item.options.find(({ value }) => value === given)?.score
  if (score === undefined) return null
  const scores = item.options.map((option) => option.score)
  return reversed ? Math.max(...scores) + Math.min(...scores) - score : score
}

const counts = (instrument: Instrument, answers: Answers): ReadonlyMap<string, number | null> => {
  const { total } = instrument
  const reversed = total.rule === 'sum' ? (total.reversed ?? []) : []
  return new Map(
    itemsOf(instrument)
      .filter(isChoice)
      .map((item) => [item.name, countOf(item, answers, reversed.includes(item.name))] as const),
  )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Adds what was answered; up to `spare` missing ones are put at the mean of the others, to the nearest whole. */
const added = (all: readonly (number | null)[], spare: number): number | null => {
  const known = all.filter((count) => count !== null)
  const missing = all.length - known.length
  if (missing === 0) return sum(known)
  if (missing > spare || known.length === 0) return null
  return Math.round((sum(known) / known.length) * all.length)
}

const typedTotal = (answers: Answers): number | null => {
  const [typed] = chosenIn(answers, 'total')
  return typed === undefined || !/^\d+$/.test(typed) ? null : Number(typed)
}

/** What a total means: the highest band it reaches, among those that are for somebody with these answers. */
export const bandOf = (
  { bands }: Pick<Instrument, 'bands'>,
  total: number,
  answers: Answers = {},
): string | null =>
  bands.find(
    ({ from, only }) =>
      total >= from &&
      Object.entries(only ?? {}).every(([name, values]) =>
        chosenIn(answers, name).some((value) => values.includes(value)),
      ),
  )?.words ?? null

/** The total, its band and subscales, by the instrument's own rule for missing answers. */
export const scoreOf = (instrument: Instrument, answers: Answers): Score => {
  const { total: rule, subscales = [] } = instrument
  const byItem = counts(instrument, answers)
  const all = [...byItem.values()]
  const missing = all.filter((count) => count === null).length
  const total =
    rule.rule === 'sum' ? added(all, rule.spare) : rule.rule === 'typed' ? typedTotal(answers) : null
  return {
    total,
    band: total === null ? null : bandOf(instrument, total, answers),
    missing,
    prorated: total !== null && missing > 0,
    subscales: subscales.map(({ name, items }) => ({
      name,
      total: added(
        items.map((item) => byItem.get(item) ?? null),
        0,
      ),
    })),
  }
}

/** Whether an answer tells of a danger to life, whatever the total (PHQ-9, item 9). */
export const tellsOfDanger = (instrument: Instrument, answers: Answers): boolean => {
  const item = itemsOf(instrument)
    .filter(isChoice)
    .find(({ name }) => name === instrument.dangerItem)
  return item !== undefined && (countOf(item, answers, false) ?? 0) > 0
}
