import { type Html, timeWords } from '../../platform/ui/index.ts'
import { regimeWarnings, usualMinutes } from '../clashes.ts'
import { modeWords, outcomeWords, purposeWords } from '../model.ts'
import type { DayContact } from '../queries/dayContacts.ts'
import type { PrisonRegime } from '../regime.ts'
import { behindNoDoor } from '../rules.ts'

/** The contacts of a day, for one worker or the whole team. */
export interface DayList {
  readonly day: Temporal.PlainDate
  readonly team: boolean
  readonly rows: readonly DayContact[]
  /** Of the prisons that hold those on the list. */
  readonly prisons: readonly PrisonRegime[]
}

/** What is ticked on paper: the outcomes of most days, in few words. */
const boxes = ['Kept', 'Late', 'Refused', 'Not unlocked', 'At court', 'Other']

const Boxes = (): Html => (
  <span class="tc-boxes">
    {boxes.map((words) => (
      <span class="tc-box">
        <span class="tc-box__square" aria-hidden="true" />
        {words}
      </span>
    ))}
  </span>
)

const whatWords = ({ purpose, mode, place, worker }: DayContact, team: boolean): string =>
  [purposeWords[purpose], modeWords[mode].toLowerCase(), place, team ? worker : null]
    .filter((part) => part !== null)
    .join(', ')

/** What of the regime a contact falls in that somebody is yet to hold. */
const inTheRegime = (row: DayContact, { day, prisons }: DayList): readonly string[] =>
  row.outcome === 'planned'
    ? regimeWarnings(
        {
          day,
          startsAt: row.startsAt,
          minutes: row.minutes ?? usualMinutes,
          atTheDoor: behindNoDoor(row.mode),
        },
        prisons.find(({ code }) => code === row.prison)?.times ?? [],
      )
    : []

const Row = ({ row, model }: { readonly row: DayContact; readonly model: DayList }): Html => (
  <tr>
    <td data-label="Time">{row.startsAt === null ? 'any time' : timeWords(row.startsAt)}</td>
    <th scope="row">
      <a class="govuk-link" href={`/people/${row.personId}`}>
        {row.name}
      </a>
      <span class="tc-duties__why">
        {[row.prisonNumber, row.where].filter((part) => part !== null).join(', ')}
      </span>
    </th>
    <td data-label="What">
      {whatWords(row, model.team)}
      {inTheRegime(row, model).map((words) => (
        <strong class="tc-duties__why">{words}</strong>
      ))}
    </td>
    <td data-label="Did it happen?">
      {row.outcome === 'planned' ? <Boxes /> : outcomeWords[row.outcome]}
      <span class="tc-line-to-write" aria-hidden="true" />
    </td>
  </tr>
)

/** On paper only: room for whoever else is seen. */
const Empty = (): Html => (
  <tr class="tc-print-row">
    <td />
    <td>Prison number:</td>
    <td />
    <td>
      <Boxes />
      <span class="tc-line-to-write" />
    </td>
  </tr>
)

/** The rows of the day, with boxes to tick on paper. */
export const DayTable = ({ model }: { readonly model: DayList }): Html => (
  <table class="govuk-table tc-table tc-day-list">
    <caption class="govuk-visually-hidden">Contacts in the order of the landings</caption>
    <thead>
      <tr>
        <th scope="col">Time</th>
        <th scope="col">Who and where</th>
        <th scope="col">What</th>
        <th scope="col">Did it happen? One line of note</th>
      </tr>
    </thead>
    <tbody>
      {model.rows.map((row) => (
        <Row row={row} model={model} />
      ))}
      {Array.from({ length: 3 }, () => (
        <Empty />
      ))}
    </tbody>
  </table>
)
