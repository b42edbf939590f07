import { type House, startHouse } from './compose.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, readConfig } from './platform/config.ts'
import { systemIds } from './platform/ids.ts'

/** The configuration of the environment; throws with a sentence that names what is wrong. */
export const configuration = (): Config => {
  const config = readConfig(process.env)
  if (!config.ok) throw new Error(config.refusal.message)
  return config.value
}

/** Opens the service on its database, brought up to date. */
export const openHouse = (demo = false): Promise<House> =>
  startHouse({ config: configuration(), clock: systemClock, ids: systemIds, demo })

/** Opens the service for one command, and closes it whatever comes of it. */
export const withHouse = async <Value>(work: (house: House) => Promise<Value>): Promise<Value> => {
  const house = await openHouse()
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}
