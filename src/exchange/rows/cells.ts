import { z } from 'zod'
import { parseDay } from '../../platform/moments.ts'
import type { Result } from '../../platform/result.ts'
import type { Cells, RowProblem } from './model.ts'

/** A control character that is neither a tab nor a line end, or half of a broken one. */
const unkeepable = /[^\P{Cc}\t\n\r\u0080-\u009f]|\ufffd/u

type Parse<Value> = (text: string) => Result<Value>

const no = (message: string): Result<never> => ({ ok: false, refusal: { kind: 'invalid', message } })

/** The text of a cell without what surrounds it. A null byte or a broken character cannot be kept. */
const plain: Parse<string> = (raw) => {
  const text = raw.trim()
  if (text.length > 2000) return no('This is too long')
  return unkeepable.test(text)
    ? no('There is a character here that cannot be kept')
    : { ok: true, value: text }
}

/** One step for each cell: a file of a million rows goes through here. */
const parsed = <Value>(parse: Parse<Value>) =>
  z.string({ error: 'This column is missing' }).transform((raw, context): Value => {
    const text = plain(raw)
    const result = text.ok ? parse(text.value) : text
    if (result.ok) return result.value
    context.issues.push({ code: 'custom', message: result.refusal.message, input: raw })
    return z.NEVER
  })

/** A cell that must be filled, read by `parse`. */
export const cell = <Value>(parse: Parse<Value>) =>
  parsed((text): Result<Value> => (text === '' ? no('This is empty') : parse(text)))

/** A cell that may be empty, which is null. */
export const emptyOr = <Value>(parse: Parse<Value>) =>
  parsed((text): Result<Value | null> => (text === '' ? { ok: true, value: null } : parse(text)))

/** A day as `YYYY-MM-DD`. */
export const aDay: Parse<Temporal.PlainDate> = (text) => {
  const day = parseDay(text)
  if (day !== null) return { ok: true, value: day }
  return no(/^\d{4}-\d{2}-\d{2}$/.test(text) ? 'There is no such day' : 'Write the day as YYYY-MM-DD')
}

/** Words of at most `most` characters. */
export const words =
  (most: number): Parse<string> =>
  (text) =>
    text.length <= most ? { ok: true, value: text } : no(`This is longer than ${most} characters`)

/** One of the words of a list, whatever its case. */
export const oneOf = <Word extends string>(list: readonly Word[]): Parse<Word> => {
  const byCase = new Map(list.map((word) => [word.toLowerCase(), word]))
  return (text) => {
    const word = byCase.get(text.toLowerCase())
    return word === undefined ? no(`This must be one of: ${list.join(', ')}`) : { ok: true, value: word }
  }
}

/** The cells of one row by its schema, or the first cell that is wrong. */
export const readCells = <Row>(
  schema: z.ZodType<Row, unknown>,
  cells: Cells,
): { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly problem: RowProblem } => {
  const result = schema.safeParse(cells)
  if (result.success) return { ok: true, row: result.data }
  const issue = result.error.issues[0]
  return {
    ok: false,
    problem: { field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'This is wrong' },
  }
}
