import { Command } from 'commander'
import { withHouse } from './cli.house.ts'
import { progressOf, say } from './cli.output.ts'
import { sealAudit } from './platform/audit/seal.ts'
import { type Verified, verifyAudit } from './platform/audit/verify.ts'

interface Asked {
  readonly json?: true
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

const foundWords = ({ findings }: Verified): string =>
  findings.length === 0
    ? 'Nothing was removed, altered, reordered or put in.'
    : `${counted(findings.length, 'thing is', 'things are')} not as sealed:`

const showVerified = (verified: Verified): void => {
  const { seals, events, notYetSealed, copied, findings } = verified
  say(
    `Checked ${counted(seals, 'seal', 'seals')} over ${counted(events, 'event', 'events')}. ${foundWords(verified)}`,
  )
  for (const { words } of findings) say(`  ${words.charAt(0).toUpperCase()}${words.slice(1)}`)
  if (notYetSealed > 0) say(`Not sealed yet: ${counted(notYetSealed, 'event', 'events')}.`)
  if (copied > 0)
    say(
      `Copied to the outside file later than made: ${counted(copied, 'seal', 'seals')}. They bear witness only from then on.`,
    )
}

const jsonOf = ({ notYetSealed, ...verified }: Verified): string =>
  JSON.stringify({ ...verified, not_yet_sealed: notYetSealed })

const verify = async ({ json }: Asked): Promise<void> => {
  const progress = progressOf('events checked')
  const verified = await withHouse(({ database, services }) =>
    verifyAudit({ database, file: services.config.sealFile, progress: progress.show }),
  )
  progress.end()
  if (json === true) say(jsonOf(verified))
  else showVerified(verified)
  if (verified.findings.length > 0) process.exitCode = 1
}

const seal = async ({ json }: Asked): Promise<void> => {
  const sealed = await withHouse(({ database, services }) =>
    sealAudit({ database, file: services.config.sealFile, now: services.clock.now() }),
  )
  if (!sealed.ok) throw new Error(sealed.refusal.message)
  const { seals, events, busy } = sealed.value
  if (json === true) say(JSON.stringify({ seals, events, busy }))
  else if (busy) say('Another sealer is at work: nothing was left to do here.')
  else say(`Sealed ${counted(events, 'event', 'events')} with ${counted(seals, 'seal', 'seals')}.`)
}

export const auditCommands = (): Command =>
  new Command('audit')
    .description('The audit log: who looked at what, and who changed what.')
    .addCommand(
      new Command('verify')
        .description(
          'Checks every seal of the audit log, here and in the outside file. Exits with 1 where anything is not as it was sealed.',
        )
        .option('--json', 'print what was found as JSON and nothing else')
        .action(verify),
    )
    .addCommand(
      new Command('seal')
        .description(
          'Seals what was written since the last seal; the service does so by itself every ten minutes.',
        )
        .option('--json', 'print {"seals": …, "events": …, "busy": …} and nothing else')
        .action(seal),
    )
