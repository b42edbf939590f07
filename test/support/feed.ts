import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { House } from '../../src/compose.ts'
import { importFile, importMovements, peopleFile, releaseDatesFile } from '../../src/exchange/index.ts'
import { today } from '../../src/platform/clock.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughcare-feed-'))
let files = 0

const fileOf = (text: string, ending: string): string => {
  files += 1
  const path = join(folder, `${files}.${ending}`)
  writeFileSync(path, text)
  return path
}

interface FedMovement {
  readonly number: string
  readonly reason: 'ADMISSION' | 'RELEASED' | 'SENT_TO_COURT' | 'TRANSFERRED_OUT' | 'TRANSFERRED_IN'
  readonly prison: string
  /** Local time in London or with an offset. */
  readonly at: string
}

const receives = new Set<FedMovement['reason']>(['ADMISSION', 'TRANSFERRED_IN'])

const messageOf = ({ number, reason, prison, at }: FedMovement): string =>
  JSON.stringify({
    eventType: `prison-offender-events.prisoner.${receives.has(reason) ? 'received' : 'released'}`,
    version: 1,
    occurredAt: at,
    description: 'a movement',
    additionalInformation: {
      nomsNumber: number,
      reason: reason.replace(/_(OUT|IN)$/, ''),
      prisonId: prison,
      nomisMovementReasonCode: reason === 'RELEASED' ? 'CR' : reason === 'ADMISSION' ? 'N' : 'INT',
      currentLocation: receives.has(reason) ? 'IN_PRISON' : 'OUTSIDE_PRISON',
      currentPrisonStatus: reason === 'RELEASED' ? 'NOT_UNDER_PRISON_CARE' : 'UNDER_PRISON_CARE',
    },
  })

const taken = async (work: Promise<{ ok: boolean; refusal?: { message: string } }>): Promise<void> => {
  const done = await work
  if (!done.ok) throw new Error(done.refusal?.message)
}

/** Takes movements as the feed tells them, through the same import as the command's. */
export const feed = (house: House, ...movements: readonly FedMovement[]): Promise<void> =>
  taken(
    importMovements(
      house.database,
      fileOf(`${movements.map(messageOf).join('\n')}\n`, 'ndjson'),
      today(house.services.clock),
      () => {},
    ),
  )

/** Takes one person from people.csv: number, family name, given name, date of birth, and of death where they died. */
export const registerPerson = (
  house: House,
  person: {
    readonly number: string
    readonly family: string
    readonly given: string
    readonly born: string
    readonly died?: string
  },
): Promise<void> => {
  const header = 'prison_number,nhs_number,family_name,given_name,date_of_birth,sex,date_of_death'
  const row = [person.number, '', person.family, person.given, person.born, 'M', person.died ?? ''].join(',')
  return taken(
    importFile(
      house.database,
      fileOf(`${header}\n${row}\n`, 'csv'),
      peopleFile(today(house.services.clock)),
      () => {},
    ),
  )
}

/** Takes one release date from release-dates.csv. */
export const tellReleaseDate = (house: House, number: string, type: string, date: string): Promise<void> => {
  const now = house.services.clock.now()
  const text = `prison_number,type,date,recorded_at,source\n${number},${type},${date},${now.subtract({ minutes: 5 }).toString()},OMU\n`
  return taken(importFile(house.database, fileOf(text, 'csv'), releaseDatesFile(now), () => {}))
}
