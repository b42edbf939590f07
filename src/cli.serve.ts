import { Command } from 'commander'
import { openHouse } from './cli.house.ts'
import { complain, say } from './cli.output.ts'
import { listenForSignals } from './cli.stopping.ts'
import type { House } from './compose.ts'
import { loadDemonstration, signInWords } from './demonstration/index.ts'
import { type Serving, serve } from './main.web.ts'
import { work } from './main.work.ts'
import { aborted } from './platform/aborted.ts'
import type { JobRunner } from './platform/jobs/run.ts'

interface Running {
  readonly serving: Serving
  readonly jobs: JobRunner
}

/** Serves and does jobs; where one cannot start, nothing is left running. */
const start = async (house: House): Promise<Running> => {
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

/** Finishes what is under way, or ends it once `over` is aborted; then lets go of the database. */
const stop = async (house: House, { serving, jobs }: Running, over: AbortSignal): Promise<void> => {
  const interrupted = aborted(over).then(house.interrupt).catch(complain)
  await Promise.all([serving.drain(over), jobs.stop()])
  if (over.aborted) await interrupted
  await house.close()
}

const greet = (url: string, demo: boolean): void => {
  say(`Throughcare is ready at ${url}`)
  if (demo) say(signInWords())
  complain('Ctrl-C stops it. What it logs follows, one line of JSON an event.')
}

const run = async ({ demo }: { readonly demo?: true }): Promise<void> => {
  const { toStop, toHurry } = listenForSignals()
  complain('Opening the database…')
  const house = await openHouse(demo === true)
  if (demo === true) await demonstrate(house)
  const running = await start(house)
  if (!toStop.aborted) greet(running.serving.url, demo === true)
  await aborted(toStop)
  const { stopSeconds } = house.services.config
  await stop(house, running, AbortSignal.any([toHurry, AbortSignal.timeout(stopSeconds * 1000)]))
  complain('Stopped.')
}

export const serveCommand = (): Command =>
  new Command('serve')
    .description('Starts the web service at HOST and PORT, and migrates first.')
    .option('--demo', 'load the demonstration once: people who are not real, and sign-ins for every role')
    .action(run)
