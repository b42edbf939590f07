import type { Line, LineChart } from '../platform/ui/index.ts'
import { type Instrument, itemsOf } from './instruments/instrument.ts'
import { stageName } from './instruments/top.ts'
import { changeWords, scoreWords } from './instruments/words.ts'
import type { ScoredFact } from './queries/scores.ts'
import { answerTo, chosenIn, daysIn } from './questions.ts'

/** One filling in: the day, what it came to, and raw change since the one before. */
export interface ChangeRow {
  readonly id: string
  readonly day: Temporal.PlainDate
  readonly score: string
  readonly change: string
  /** Where it was answered, in words. */
  readonly source: string
}

const sourceWords = (source: ScoredFact['source'], { name, version }: Instrument): string =>
  `${source === 'arrival_screen' ? 'In the arrival screen' : 'By itself'}, ${name} version ${version}`

/** The totals of one instrument over time, the oldest first. */
export const changeRows = (scores: readonly ScoredFact[]): readonly ChangeRow[] => {
  let before: number | null = null
  return scores.map(({ id, day, instrument, score, source }) => {
    const { total } = score
    const change = before === null || total === null ? '' : changeWords(before, total)
    before = total ?? before
    return { id, day, score: scoreWords(instrument, score), change, source: sourceWords(source, instrument) }
  })
}

/** One measure of a TOP over time: a value for each filling in, empty where it was not told. */
export interface MeasureRow {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** Raw change from the first told to the last. */
  readonly change: string
}

type Measured = Extract<ReturnType<typeof itemsOf>[number], { asks: 'weeks' | 'number' }>

const isMeasured = (item: ReturnType<typeof itemsOf>[number]): item is Measured =>
  item.asks === 'weeks' || item.asks === 'number'

const toldIn = ({ asks, name }: Measured, { answers }: ScoredFact): number | null => {
  const given = chosenIn(answers, name)
  if (given.length === 0) return null
  return asks === 'weeks' ? daysIn(given) : Number(given[0])
}

const rawChange = (values: readonly (number | null)[]): string => {
  const told = values.filter((value) => value !== null)
  const [first] = told
  const last = told.at(-1)
  return told.length < 2 || first === undefined || last === undefined ? '' : changeWords(first, last)
}

/** Every measure of a TOP that was told at least once, in the form's order. */
export const measureRows = (instrument: Instrument, scores: readonly ScoredFact[]): readonly MeasureRow[] =>
  itemsOf(instrument)
    .filter(isMeasured)
    .map((item) => {
      const values = scores.map((score) => toldIn(item, score))
      return { name: item.text, values, change: rawChange(values) }
    })
    .filter(({ values }) => values.some((value) => value !== null))

/** What stands above each column: "Start", "Review". */
export const stageOf = ({ answers }: ScoredFact): string => stageName(answerTo(answers, 'stage') ?? '') ?? ''

const pointsOf = (scores: readonly ScoredFact[], values: readonly (number | null)[]): Line['points'] =>
  scores.flatMap(({ day }, index) => {
    const value = values[index]
    return value === null || value === undefined ? [] : [{ day, value }]
  })

/** Days of use are drawn; never more lines than can be told apart. */
const mostLines = 6

/** The picture of one instrument over time; for TOP, days used in the 28. */
export const chartOf = (instrument: Instrument, scores: readonly ScoredFact[]): LineChart => {
  const { name, range } = instrument
  if (range !== null) {
    const values = scores.map(({ score }) => score.total)
    const title = `${name} over time, from ${range.least} to ${range.most}`
    return { title, ...range, lines: [{ name, points: pointsOf(scores, values) }] }
  }
  const used = measureRows({ ...instrument, parts: instrument.parts.slice(0, 1) }, scores)
  return {
    title: `${name} over time: days used in 28`,
    least: 0,
    most: 28,
    lines: used
      .filter(({ values }) => values.some((value) => value !== null && value > 0))
      .slice(0, mostLines)
      .map((row) => ({ name: row.name, points: pointsOf(scores, row.values) })),
  }
}
