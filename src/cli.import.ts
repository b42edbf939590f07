import { userInfo } from 'node:os'
import { Command } from 'commander'
import { withHouse } from './cli.house.ts'
import { complain, progressOf, say } from './cli.output.ts'
import type { House } from './compose.ts'
import {
  episodesFile,
  type Imported,
  importFile,
  importMovements,
  peopleFile,
  releaseDatesFile,
  rollFile,
} from './exchange/index.ts'
import { today } from './platform/clock.ts'
import type { Result } from './platform/result.ts'

type Import = (house: House, file: string, progress: (read: number) => void) => Promise<Result<Imported>>

const show = ({ counts, rejectedPath, warned }: Imported, json: boolean): void => {
  if (json) say(JSON.stringify(counts))
  else for (const [name, count] of Object.entries(counts)) say(`${name.padEnd(10)} ${count}`)
  if (warned > 0)
    complain(`Kept although something about them is odd, such as the order of dates: ${warned} rows.`)
  if (rejectedPath !== null) complain(`What was rejected, and why: ${rejectedPath}`)
}

const run =
  (work: Import) =>
  async (file: string, { json }: { readonly json?: true }): Promise<void> => {
    const progress = progressOf('rows read')
    const imported = await withHouse((house) => work(house, file, progress.show))
    progress.end()
    if (imported.ok) show(imported.value, json === true)
    else throw new Error(imported.refusal.message)
  }

const fileCommand = (name: string, description: string, work: Import): Command =>
  new Command(name)
    .description(description)
    .argument('<file>', 'the file; rows that cannot be taken are listed beside it in FILE.rejected.csv')
    .option('--json', 'print the counts as JSON and nothing else')
    .action(run(work))

/** Whoever runs the command, as the machine knows them. */
const broughtBy = ({ services }: House) => ({
  address: `command line, user ${userInfo().username}`,
  importId: services.ids.next(),
})

const day = ({ services }: House): Temporal.PlainDate => today(services.clock)

export const importCommands = (): Command =>
  new Command('import')
    .description('Takes a file. The same file can be taken again: then it changes nothing.')
    .addCommand(
      fileCommand(
        'people',
        'People: numbers, names, dates of birth and death (CSV).',
        (house, file, progress) =>
          importFile(house.database, file, peopleFile(day(house)), progress, broughtBy(house)),
      ),
    )
    .addCommand(
      fileCommand(
        'movements',
        'Movements: the feed, one event a line (NDJSON), or a spreadsheet (CSV).',
        (house, file, progress) =>
          importMovements(house.database, file, day(house), progress, broughtBy(house)),
      ),
    )
    .addCommand(
      fileCommand('release-dates', 'Release dates, by type (CSV).', (house, file, progress) =>
        importFile(
          house.database,
          file,
          releaseDatesFile(house.services.clock.now()),
          progress,
          broughtBy(house),
        ),
      ),
    )
    .addCommand(
      fileCommand(
        'roll',
        'A prison’s roll: wing, cell and legal status (CSV, see docs/roll.md).',
        (house, file, progress) =>
          importFile(house.database, file, rollFile(house.services.clock.now()), progress, broughtBy(house)),
      ),
    )
    .addCommand(
      fileCommand(
        'episodes',
        'Treatment episodes in custody and in the community (CSV).',
        (house, file, progress) =>
          importFile(house.database, file, episodesFile(day(house)), progress, broughtBy(house)),
      ),
    )
