import { createHash } from 'node:crypto'
import type pg from 'pg'

const shortest = 200
const longest = 60_000
const mostNames = 500

const names = new Map<string, string>()

/** A name for a reading statement that is worth keeping planned; null for others, and past the last name there is room for. */
export const nameOfStatement = (text: string): string | null => {
  const known = names.get(text)
  if (known !== undefined) return known
  const fits = text.length >= shortest && text.length <= longest && /^\s*(select|with)\b/i.test(text)
  if (!fits || names.size >= mostNames) return null
  const name = createHash('sha256').update(text).digest('hex').slice(0, 40)
  names.set(text, name)
  return name
}

/**
 * For the connections of `keepPlans`: one plan serves whatever is asked. Left to itself PostgreSQL plans a list of
 * people anew each time, since their number changes its estimate, and row security makes that 3 to 9 ms a statement.
 */
export const generalPlans = ['-c plan_cache_mode=force_generic_plan']

/**
 * Keeps the plans of long reading statements on each connection: with row security, planning one takes as long
 * as running it. A kept plan belongs to its role, and PostgreSQL makes another when the role is not the same.
 */
export const keepPlans = (pool: pg.Pool): pg.Pool => {
  pool.on('connect', (client) => {
    const query = client.query.bind(client)
    Object.defineProperty(client, 'query', {
      value: (...given: readonly unknown[]) => {
        const [text, values, ...rest] = given
        const name = typeof text === 'string' && Array.isArray(values) ? nameOfStatement(text) : null
        return Reflect.apply(query, client, name === null ? given : [{ name, text, values }, ...rest])
      },
    })
  })
  return pool
}
