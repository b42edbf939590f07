import { Command, CommanderError } from 'commander'
import { auditCommands } from './cli.audit.ts'
import { importCommands } from './cli.import.ts'
import { measureCommands } from './cli.measure.ts'
import { migrateCommand } from './cli.migrate.ts'
import { obligationsCommands } from './cli.obligations.ts'
import { complain } from './cli.output.ts'
import { serveCommand } from './cli.serve.ts'

const wrongCall = 2

const program = new Command('throughcare')
  .description('Case management for drug and alcohol recovery work, in prison and through the gate.')
  .addHelpText(
    'after',
    `
The database is that of DATABASE_URL, else an embedded one in the folder THROUGHCARE_DATA (default .data).
Exit status: 0 done; 1 it could not be done, and a sentence on standard error says why; 2 a wrong call.`,
  )
  .showHelpAfterError('(--help says how it is called)')

for (const command of [
  serveCommand(),
  migrateCommand(),
  importCommands(),
  measureCommands(),
  obligationsCommands(),
  auditCommands(),
])
  program.addCommand(command)

/** Commander ends the process by itself with 1; a wrong call is 2 here. */
const throwInstead = (command: Command): void => {
  command.exitOverride()
  for (const each of command.commands) throwInstead(each)
}
throwInstead(program)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : wrongCall
  else {
    complain(error)
    process.exitCode = 1
  }
}
