import type { Instrument } from './instrument.ts'
import type { Score } from './score.ts'

/** "12 of 27, moderate"; "Not scored: 2 answers are missing". */
export const scoreWords = (
  { range }: Pick<Instrument, 'range'>,
  { total, band, missing, prorated }: Pick<Score, 'total' | 'band' | 'missing' | 'prorated'>,
): string => {
  if (total === null) return `Not scored: ${missing} ${missing === 1 ? 'answer is' : 'answers are'} missing`
  const parts = [
    range === null ? String(total) : `${total} of ${range.most}`,
    band,
    prorated ? `${missing} missing, put at the mean of the others` : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** Raw change, in words: "3 lower", "the same", "2 higher". */
export const changeWords = (from: number, to: number): string => {
  if (from === to) return 'the same'
  return to < from ? `${from - to} lower` : `${to - from} higher`
}
