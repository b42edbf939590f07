import type { Context } from 'hono'
import type { z } from 'zod'
import { ok, type Result, refused } from '../result.ts'
import type { FieldError, FormValues } from '../ui/index.ts'
import type { Env } from './route.ts'

const nothingHere = 'There is nothing at this address.'

const unstorable = (text: string): boolean => text.includes('\u0000')

/** Path parameters and the query together, through the page's schema; nonsense in an address answers as nothing there. */
export const readInput = <Input>(context: Context<Env>, schema: z.ZodType<Input>): Result<Input> => {
  const query = Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, all]) => [name, all.length > 1 ? all : all[0]]),
  )
  const given = { ...query, ...context.req.param() }
  if (
    Object.values(given)
      .flat()
      .some((value) => unstorable(String(value)))
  )
    return refused('not_found', nothingHere)
  const parsed = schema.safeParse(given)
  return parsed.success ? ok(parsed.data) : refused('not_found', nothingHere)
}

/** The fields of a posted form as typed: a name sent several times is a list. */
export const readForm = async (context: Context<Env>): Promise<Result<FormValues>> => {
  let body: Record<string, unknown>
  try {
    body = await context.req.parseBody({ all: true })
  } catch {
    return refused('invalid', 'What was sent is not a form. Go back to the page and send it again.')
  }
  const values: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    const texts = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')
    if ([name, ...texts].some(unstorable))
      return refused(
        'invalid',
        'The form holds a character that cannot be stored. Go back, type the words again and send the form.',
      )
    const [first] = texts
    if (texts.length === 1 && first !== undefined) values[name] = first
    else if (texts.length > 1) values[name] = texts
  }
  return ok(values)
}

/** Zod's issues as errors linked to fields, one for each field, in the order of the form. */
export const fieldErrors = (error: z.ZodError): readonly FieldError[] => {
  const seen = new Map<string, string>()
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!seen.has(field)) seen.set(field, issue.message)
  }
  return [...seen].map(([field, message]) => ({ field, message }))
}
