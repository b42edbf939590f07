import { readFileSync } from 'node:fs'
import pino, { type Logger } from 'pino'
import { registerPrisons } from './directory/index.ts'
import { navigation } from './navigation.ts'
import { checkSecret } from './platform/auth/check-secret.ts'
import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { interruptible } from './platform/database/interrupt.ts'
import { type Located, locateDatabase } from './platform/database/locate.ts'
import { loginUrl } from './platform/database/logins.ts'
import { migrate } from './platform/database/migrate.ts'
import { openPool } from './platform/database/pool.ts'
import { generalPlans, keepPlans } from './platform/database/prepared.ts'
import { type Database, openDatabase } from './platform/database/transaction.ts'
import type { Services } from './platform/http/index.ts'
import type { Ids } from './platform/ids.ts'
import { createMetrics } from './platform/metrics.ts'
import { ok } from './platform/result.ts'
import { openSecrets } from './platform/secrets.ts'
import { deriveTouched } from './standards/index.ts'

const build: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

/** What the ways in are given from outside. */
export interface Given {
  readonly config: Config
  readonly clock: Clock
  readonly ids: Ids
  readonly demo: boolean
}

/** The service, opened over a migrated database. */
export interface House {
  readonly services: Services
  readonly database: Database
  readonly located: Located
  readonly healthy: () => Promise<boolean>
  /** Ends whatever the database is asked, and lets nobody ask more: each fails and is rolled back. */
  interrupt(): Promise<void>
  close(): Promise<void>
}

const logTo = (config: Config): Logger => pino({ level: config.logLevel, base: null }, pino.destination(2))

/** Opens the service on a database that is migrated already. */
export const openHouse = (given: Given, located: Located): House => {
  const { config, clock, ids, demo } = given
  const [webUrl, workUrl] = [loginUrl(located, 'throughcare_web'), loginUrl(located, 'throughcare_work')]
  const web = keepPlans(openPool(webUrl, 10, generalPlans))
  const work = openPool(workUrl, 4)
  const interrupts = [interruptible(web, webUrl), interruptible(work, workUrl)]
  const metrics = createMetrics()
  metrics.watchPool('web', web)
  metrics.watchPool('work', work)
  const database = openDatabase({ web, work, clock, ids, derive: deriveTouched })
  const notice = demo ? 'Demonstration: nobody here is real.' : undefined
  return {
    database,
    located,
    services: {
      database,
      clock,
      ids,
      config,
      secrets: openSecrets(config),
      log: logTo(config),
      metrics,
      navigation,
      notice,
      demo,
      build,
    },
    healthy: () =>
      web.query('select 1').then(
        () => true,
        () => false,
      ),
    interrupt: async () => {
      const closed = database.close()
      await Promise.all(interrupts.map((interrupt) => interrupt()))
      await closed
    },
    close: async () => {
      await database.close()
      await located.release()
    },
  }
}

/** Finds or starts the database, brings it up to date and opens the service on it. */
export const startHouse = async (given: Given): Promise<House> => {
  const located = await locateDatabase(given.config)
  try {
    await migrate(located)
    const house = openHouse(given, located)
    await checkSecret(house.services)
    await house.database.intake(async (tx) => ok(await registerPrisons(tx)))
    return house
  } catch (error) {
    await located.release()
    throw error
  }
}
