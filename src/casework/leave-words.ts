import { z } from 'zod'
import type { CoverNamed } from './actions/nameCover.ts'

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

/** What came of naming cover: how many are covered, and how many are not. */
export const coverNamedWords = ({ covered, left }: CoverNamed): string => {
  if (covered + left === 0) return 'There is nobody to cover.'
  const open = left === 0 ? '' : ` ${people(left)} nobody covers yet.`
  return covered === 0 ? open.trim() : `${people(covered)} covered until then.${open}`
}

/** Ticked colleagues, as their ids. */
export const staffIds = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]),
  z.array(z.uuid({ error: 'Choose from the list' })).max(50, 'Choose at most 50 colleagues'),
)
