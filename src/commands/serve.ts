import { Command } from 'commander'
import { serve } from '../main.web.ts'
import { complain, say } from './output.ts'
import { openHouse } from './with-house.ts'

const untilAskedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })

const run = async ({ demo }: { readonly demo?: true }): Promise<void> => {
  const asked = untilAskedToStop()
  const house = await openHouse(demo === true)
  const serving = await serve(house).catch(async (error: unknown) => {
    await house.close()
    throw error
  })
  say(`Throughcare is ready at ${serving.url}`)
  await asked
  complain('Stopping: no new requests, those under way are finished.')
  await serving.stop()
}

export const serveCommand = (): Command =>
  new Command('serve')
    .description('Starts the web service at HOST and PORT, and migrates first.')
    .option('--demo', 'load the demonstration once: people who are not real, and sign-ins for every role')
    .action(run)
