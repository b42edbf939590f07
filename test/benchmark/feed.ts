import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/** One event of an invented life in custody: hours after the admission, the event, and where. */
const life: readonly (readonly [
  hours: number,
  family: 'events' | 'search',
  inwards: boolean,
  reason: string,
])[] = [
  [0, 'events', true, 'ADMISSION'],
  [0, 'search', true, 'NEW_ADMISSION'],
  [400, 'events', false, 'SENT_TO_COURT'],
  [407, 'events', true, 'RETURN_FROM_COURT'],
  [900, 'events', false, 'TRANSFERRED'],
  [904, 'events', true, 'TRANSFERRED'],
  [1500, 'events', false, 'RELEASED_TO_HOSPITAL'],
  [1560, 'events', true, 'TEMPORARY_ABSENCE_RETURN'],
  [2600, 'events', false, 'RELEASED'],
  [2600, 'search', false, 'RELEASED'],
]

/** The prisons of the feed. */
export const prisons = ['LEI', 'ISI', 'BXI', 'HLI', 'DNI', 'WWI', 'LPI', 'BMI']
const start = Date.UTC(2025, 0, 6, 9)
const hour = 3_600_000

const letters = 'BCDFGHJKLMNPQRSTVWXYZ'
const letter = (index: number): string => letters.charAt(index % letters.length)

/** The prison number of the person with this index, up to some four million. */
const numberOf = (index: number): string =>
  `${letter(Math.floor(index / 4_410_000))}${String(Math.floor(index / 441) % 10_000).padStart(4, '0')}${letter(Math.floor(index / 21))}${letter(index)}`

interface Event {
  readonly person: number
  readonly at: number
  readonly step: number
}

const lineOf = ({ person, at, step }: Event): string => {
  const [, family, inwards, reason] = life[step] ?? [0, 'events', true, 'ADMISSION']
  const stage = step < 5 ? 0 : 1
  return JSON.stringify({
    eventType: `${family === 'events' ? 'prison-offender-events' : 'prisoner-offender-search'}.prisoner.${inwards ? 'received' : 'released'}`,
    version: 1,
    occurredAt: new Date(at).toISOString(),
    description: 'An invented movement',
    additionalInformation: {
      nomsNumber: numberOf(person),
      reason,
      prisonId: prisons[(person + stage) % prisons.length],
      ...(reason === 'RELEASED' && family === 'events'
        ? { nomisMovementReasonCode: 'CR', currentPrisonStatus: 'NOT_UNDER_PRISON_CARE' }
        : { currentPrisonStatus: 'UNDER_PRISON_CARE' }),
    },
    personReference: { identifiers: [{ type: 'NOMS', value: numberOf(person) }] },
  })
}

const write = async (path: string, lines: Iterable<string>): Promise<void> => {
  const stream = createWriteStream(path)
  for (const line of lines) if (!stream.write(`${line}\n`)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'close')
}

/** A feed of ten lines a person in the order in which they happen, over a year of admissions. */
export const writeFeed = (path: string, people: number): Promise<void> => {
  const events = Array.from({ length: people }, (_, person) =>
    life.map(
      ([hours], step): Event => ({
        person,
        step,
        at: start + (person * 8760 * hour) / people + hours * hour,
      }),
    ),
  ).flat()
  events.sort((one, other) => one.at - other.at || one.step - other.step)
  return write(path, events.values().map(lineOf))
}

/** The people of that feed. */
export const writePeople = (path: string, people: number): Promise<void> => {
  const rows = Array.from(
    { length: people },
    (_, index) =>
      `${numberOf(index)},,Family${index % 5000},Given${index % 700},${1950 + (index % 55)}-0${1 + (index % 9)}-1${index % 9},${index % 20 === 0 ? 'F' : 'M'},`,
  )
  return write(path, [
    'prison_number,nhs_number,family_name,given_name,date_of_birth,sex,date_of_death',
    ...rows,
  ])
}
