import type { Option, Question } from '../model.ts'

/** One answer of an item, and what it counts. */
export interface ScoredOption extends Omit<Option, 'further'> {
  readonly score: number
}

/** One question of an instrument. Only choices count towards a score. */
export type Item =
  | {
      readonly asks: 'choice'
      readonly name: string
      readonly text: string
      readonly options: readonly ScoredOption[]
      /** Asked only where this was answered; unasked it counts 0. */
      readonly when?: Readonly<Record<string, readonly string[]>>
      readonly hint?: string
    }
  /** Days in each of four weeks, 0 to 7. */
  | { readonly asks: 'weeks'; readonly name: string; readonly text: string }
  | {
      readonly asks: 'number'
      readonly name: string
      readonly text: string
      readonly least: number
      readonly most: number
      readonly hint?: string
    }
  | { readonly asks: 'yes_no' | 'line'; readonly name: string; readonly text: string }

/** A group of items with a heading of their own. */
export interface Part {
  readonly title: string | null
  readonly items: readonly Item[]
}

/** What a score means from a value on; where told, only for some. */
interface Band {
  readonly from: number
  readonly words: string
  /** The reading holds only where these were answered: `{ sex: ['F'] }`, `{ substance: ['cannabis'] }`. */
  readonly only?: Readonly<Record<string, readonly string[]>>
}

/** What is asked besides the items: which substance, which bands. */
type Beside = Question

type TotalRule =
  /** Adds the items; `spare` answers may be missing, and are then put at the mean of the others. */
  | { readonly rule: 'sum'; readonly spare: number; readonly reversed?: readonly string[] }
  /** The total is typed. */
  | { readonly rule: 'typed' }
  /** The items stand each for itself. */
  | { readonly rule: 'none' }

/** A published questionnaire as data (docs/decisions/instruments-as-data.md). Answers carry its id and version. */
export interface Instrument {
  readonly id: string
  readonly version: number
  readonly name: string
  /** What it asks about, in a few words. */
  readonly about: string
  /** With its wording, by short labels of our own, or only the total. */
  readonly shipped: 'in full' | 'score entry' | 'total only'
  /** The time asked about; in custody it is anchored so that it means something. */
  readonly window: { readonly outside: string; readonly custody: string }
  readonly parts: readonly Part[]
  readonly total: TotalRule
  /** The lowest and the highest possible total. */
  readonly range: { readonly least: number; readonly most: number } | null
  /** From the highest down. */
  readonly bands: readonly Band[]
  readonly subscales?: readonly { readonly name: string; readonly items: readonly string[] }[]
  readonly beside?: readonly Beside[]
  /** The item whose answer above 0 is a danger to life whatever the total. */
  readonly dangerItem?: string
  /** Who takes it: the recovery teams, or clinical staff alone, whose record it is. */
  readonly takenBy: 'recovery' | 'clinical'
  readonly licence: string
  readonly source: string
}

/** Every item in order. */
export const itemsOf = ({ parts }: Pick<Instrument, 'parts'>): readonly Item[] =>
  parts.flatMap(({ items }) => items)

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]

const questionOf = (item: Item): Question => {
  const { name, text: label } = item
  switch (item.asks) {
    case 'choice':
      return {
        name,
        label,
        asks: 'one',
        options: item.options.map(({ score: _, ...option }) => option),
        ...(item.when === undefined ? {} : { when: item.when }),
        ...(item.hint === undefined ? {} : { hint: item.hint }),
      }
    case 'number':
      return {
        name,
        label,
        asks: 'number',
        least: item.least,
        most: item.most,
        ...(item.hint === undefined ? {} : { hint: item.hint }),
      }
    case 'yes_no':
      return { name, label, asks: 'one', options: yesNo }
    default:
      return { name, label, asks: item.asks }
  }
}

/** A part's questions, as forms show, parse and read them back. */
export const questionsIn = ({ items }: Part): readonly Question[] => items.map(questionOf)

/** What a total-only instrument asks. */
const typedTotal = ({ range }: Instrument): readonly Question[] =>
  range === null
    ? []
    : [
        {
          name: 'total',
          asks: 'number',
          least: range.least,
          most: range.most,
          label: 'Total score',
          hint: `From ${range.least} to ${range.most}.`,
          required: 'Enter the total score',
        },
        { name: 'taken_by', asks: 'line', label: 'Who took it', required: 'Say who took it' },
      ]

/** Every question of an instrument: what is asked beside, then its items or its total. */
export const questionsOf = (instrument: Instrument): readonly Question[] => [
  ...(instrument.beside ?? []),
  ...(instrument.total.rule === 'typed' ? typedTotal(instrument) : []),
  ...instrument.parts.flatMap(questionsIn),
]

/** Options that are their own score: `0 … most`, or the values given. */
export const values = (...scores: readonly number[]): readonly ScoredOption[] =>
  scores.map((score) => ({ value: String(score), text: String(score), score }))

/** The same answers for each of several statements, named `prefix_1`, `prefix_2`, …. */
export const sameAnswers = (
  prefix: string,
  options: readonly ScoredOption[],
  texts: readonly string[],
): readonly Item[] =>
  texts.map((text, index) => ({ asks: 'choice', name: `${prefix}_${index + 1}`, text, options }))
