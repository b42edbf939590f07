import { Command } from 'commander'
import { configuration } from './cli.house.ts'
import { say } from './cli.output.ts'
import { locateDatabase } from './platform/database/locate.ts'
import { migrate } from './platform/database/migrate.ts'

const run = async (): Promise<void> => {
  const located = await locateDatabase(configuration())
  try {
    const applied = await migrate(located)
    for (const name of applied) say(`Applied ${name}.`)
    say('The database is up to date.')
  } finally {
    await located.release()
  }
}

export const migrateCommand = (): Command =>
  new Command('migrate').description('Brings the database up to date.').action(run)
