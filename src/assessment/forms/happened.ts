import type { Question } from '../model.ts'

/** Asked of every form that may be written down later than it happened; it becomes the fact's day. */
export const happened: Question = {
  name: 'happened',
  asks: 'day',
  label: 'If it was not today, when?',
}
