import { Command } from 'commander'
import { withHouse } from './cli.house.ts'
import { progressOf, say } from './cli.output.ts'
import { rebuildObligations } from './standards/index.ts'

const rebuild = async ({ json }: { readonly json?: true }): Promise<void> => {
  const progress = progressOf('people')
  const rebuilt = await withHouse(({ database }) => rebuildObligations(database, progress.show))
  progress.end()
  say(
    json === true
      ? JSON.stringify(rebuilt)
      : `Derived what is owed to ${rebuilt.people} people again: ${rebuilt.changed} changed.`,
  )
}

export const obligationsCommands = (): Command =>
  new Command('obligations')
    .description('What is owed, as derived from the facts.')
    .addCommand(
      new Command('rebuild')
        .description(
          'Derives every obligation again, and says how many people changed: none, if all is in order.',
        )
        .option('--json', 'print {"people": …, "changed": …} and nothing else')
        .action(rebuild),
    )
