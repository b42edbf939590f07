import { Command } from 'commander'
import { openHouse } from './cli.house.ts'
import { complain, say } from './cli.output.ts'
import type { House } from './compose.ts'
import { loadDemonstration, signInWords } from './demonstration/index.ts'
import { serve } from './main.web.ts'
import { work } from './main.work.ts'

const untilAskedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })

/** Serves and does jobs; where one cannot start, nothing is left running. */
const start = async (house: House) => {
  const jobs = await work(house).catch(async (error: unknown) => {
    await house.close()
    throw error
  })
  const serving = await serve(house).catch(async (error: unknown) => {
    await jobs.stop()
    await house.close()
    throw error
  })
  return { serving, jobs }
}

const demonstrate = async (house: House): Promise<void> => {
  try {
    await loadDemonstration(house.database, (words) => complain(`${words}…`))
  } catch (error) {
    await house.close()
    throw error
  }
}

const run = async ({ demo }: { readonly demo?: true }): Promise<void> => {
  const asked = untilAskedToStop()
  const house = await openHouse(demo === true)
  if (demo === true) await demonstrate(house)
  const { serving, jobs } = await start(house)
  say(`Throughcare is ready at ${serving.url}`)
  if (demo === true) say(signInWords())
  await asked
  complain('Stopping: no new requests, those under way are finished.')
  await jobs.stop()
  await serving.stop()
}

export const serveCommand = (): Command =>
  new Command('serve')
    .description('Starts the web service at HOST and PORT, and migrates first.')
    .option('--demo', 'load the demonstration once: people who are not real, and sign-ins for every role')
    .action(run)
