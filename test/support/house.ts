import { afterAll, beforeAll } from 'vitest'
import { type House, openHouse } from '../../src/compose.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { systemIds } from '../../src/platform/ids.ts'
import { cloneDatabase } from './database.ts'

/** A house over a database of its own, with a clock that the test sets. */
export interface TestHouse {
  readonly house: House
  readonly clock: SettableClock
}

/** Monday 23 November 2026, 08:55 in London. */
export const mondayMorning = Temporal.Instant.from('2026-11-23T08:55:00Z')

export const openTestHouse = async (
  at: Temporal.Instant = mondayMorning,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestHouse> => {
  const config = readConfig({ THROUGHCARE_LOG: 'error', ...settings })
  if (!config.ok) throw new Error(config.refusal.message)
  const clock = new SettableClock(at)
  const located = await cloneDatabase()
  return { clock, house: openHouse({ config: config.value, clock, ids: systemIds, demo: true }, located) }
}

/** For a test file: opens a house before its tests and closes it after. */
export const withHouse = (at?: Temporal.Instant): (() => TestHouse) => {
  let open: TestHouse | undefined
  beforeAll(async () => {
    open = await openTestHouse(at)
  })
  afterAll(() => open?.house.close())
  return () => {
    if (open === undefined) throw new Error('The house is open only inside a test.')
    return open
  }
}
