import { Command, InvalidArgumentError, Option } from 'commander'
import { withHouse } from './cli.house.ts'
import { progressOf, say } from './cli.output.ts'
import {
  type ContinuityFigures,
  continuityOfAll,
  type Figures,
  outcomeNames,
  outcomes,
} from './insight/index.ts'
import { dayNumber } from './platform/day.ts'
import { parseDay } from './platform/moments.ts'
import { ok } from './platform/result.ts'

const aDay = (text: string): number => {
  const day = parseDay(text)
  if (day === null) throw new InvalidArgumentError('Write a day that exists as YYYY-MM-DD.')
  return dayNumber(day)
}

interface Asked {
  readonly from: number
  readonly to: number
  readonly asOf: number
  readonly by?: 'prison'
  readonly json?: true
}

const rateWords = ({ rate, denominator }: Figures): string =>
  rate === null
    ? `fewer than 10 count (${denominator}): no rate`
    : `${rate} % of the ${denominator} that count`

const showFigures = (figures: ContinuityFigures): void => {
  say(`Released from ${figures.from} to ${figures.to}, as known on ${figures.as_of}: ${figures.releases}`)
  for (const outcome of outcomes) say(`  ${outcomeNames[outcome].padEnd(36)} ${figures[outcome]}`)
  say(`Started within 21 days: ${rateWords(figures)}`)
  for (const [prison, of] of Object.entries(figures.by_prison ?? {}))
    say(`  ${prison.padEnd(6)} ${String(of.releases).padStart(6)} releases, ${rateWords(of)}`)
  const { nobody, ambiguous } = figures.unmatched_episodes
  say(`Not known whose: ${nobody} episodes fit nobody, ${ambiguous} several people.`)
  say(`Numbers in the feed that nobody has: ${figures.unknown_people_in_feed}`)
}

const measure = async ({ from, to, asOf, by, json }: Asked, command: Command): Promise<void> => {
  if (from > to) command.error('error: --from is after --to')
  const progress = progressOf('people measured')
  const measured = await withHouse(({ database }) =>
    database.intake(async (tx) =>
      ok(await continuityOfAll(tx, { from, to, asOf }, by === 'prison', progress.show)),
    ),
  )
  progress.end()
  if (!measured.ok) throw new Error(measured.refusal.message)
  if (json === true) say(JSON.stringify(measured.value))
  else showFigures(measured.value)
}

const day = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(aDay).makeOptionMandatory()

export const measureCommands = (): Command =>
  new Command('measure').description('Whether it works: figures over everybody.').addCommand(
    new Command('continuity')
      .description('How many of those released in treatment started community treatment within 21 days.')
      .addOption(day('--from <day>', 'first day of release'))
      .addOption(day('--to <day>', 'last day of release'))
      .addOption(day('--as-of <day>', 'what was known at the end of this day'))
      .addOption(new Option('--by <group>', 'figures of each group as well').choices(['prison']))
      .option('--json', 'print the figures as JSON and nothing else')
      .action(measure),
  )
