import pg from 'pg'
import { afterAll, vi } from 'vitest'

/** The text of a statement as pg was given it, without its values; a cursor or anything else is named by its kind. */
const textOf = (given: unknown): string => {
  if (typeof given === 'string') return given
  const { text }: { readonly text?: unknown } = Object(given)
  return typeof text === 'string' ? text : typeof given
}

/** Hears every statement that this process asks a database, from the moment it is called: before a house is opened. */
export const listening = (): {
  /** The statements that were asked while `work` was done, in order, and what came of it. */
  readonly during: <Value>(
    work: () => Promise<Value>,
  ) => Promise<{ readonly value: Value; readonly asked: readonly string[] }>
} => {
  const heard = vi.spyOn(pg.Client.prototype, 'query')
  afterAll(() => heard.mockRestore())
  return {
    during: async (work) => {
      heard.mockClear()
      const value = await work()
      return { value, asked: heard.mock.calls.map(([given]) => textOf(given)) }
    },
  }
}
