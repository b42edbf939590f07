import { timelinePageSize } from './queries/timeline.ts'
import type { Said } from './timeline-words.ts'

/** A long form is read on its own page, so that fifty of them are not one page. */
export const mostAnswers = 8

/** What the rows of one page may weigh, in characters of markup: the rest of a person's page has room beside them. */
const mostWeight = 34_000

/** What the markup of a row takes without its words, that of its answers, and that of each answer. */
const rowWeight = 680
const answersWeight = 320
const answerWeight = 45

const weightOf = ({ lines, typed, answers }: Said): number => {
  const shown = answers.slice(0, mostAnswers).map(({ question, answer }) => question.length + answer.length)
  const words = [typed ?? '', ...lines].reduce((sum, each) => sum + each.length, 0)
  const answered = shown.reduce((sum, length) => sum + length + answerWeight, 0)
  return rowWeight + words + (answered === 0 ? 0 : answersWeight + answered)
}

/** How many of these rows, from the first, are one page: fifty, fewer where their words are long, one at least. */
export const rowsOfPage = (rows: readonly Said[]): number => {
  let weight = 0
  const first = rows.slice(0, timelinePageSize)
  const over = first.findIndex((row) => {
    weight += weightOf(row)
    return weight > mostWeight
  })
  return over === -1 ? first.length : Math.max(1, over)
}
