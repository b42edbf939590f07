import { z } from 'zod'
import { servicesOf } from '../../casework/index.ts'
import { rolesOfTeams } from '../../people/index.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  addressWith,
  Button,
  capitalised,
  dateWords,
  EmptyState,
  type Html,
  Layout,
  PageHeading,
  PrintButton,
  PrintHeader,
  timeWords,
} from '../../platform/ui/index.ts'
import { modeWords, outcomeWords, purposeWords } from '../model.ts'
import { type DayContact, dayContacts } from '../queries/dayContacts.ts'
import { dayOfAddress } from './back-entry.tsx'
import { DayChoice } from './day-choice.tsx'

interface Model {
  readonly day: Temporal.PlainDate
  readonly team: boolean
  readonly rows: readonly DayContact[]
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

const Row = ({ row, team }: { readonly row: DayContact; readonly team: boolean }): Html => (
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
    <td data-label="What">{whatWords(row, team)}</td>
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

const List = ({ model }: { readonly model: Model }): Html => (
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
        <Row row={row} team={model.team} />
      ))}
      {Array.from({ length: 3 }, () => (
        <Empty />
      ))}
    </tbody>
  </table>
)

const Page = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html => {
  const { day, team, rows } = model
  const words = dateWords(day, context.today)
  const address = (whose: string) => addressWith('/contacts/day-list', { day: day.toString(), whose })
  return (
    <Layout
      shell={context.shell}
      title={`Contacts of ${words}`}
      back={{ href: '/today', text: 'Back to Today' }}
    >
      <PageHeading
        title={capitalised(`${words}, by landing`)}
        caption={team ? 'The whole team' : context.actor.name}
      >
        <div class="govuk-button-group">
          <PrintButton text="Print the list" />
          <Button
            text="Type it in afterwards"
            kind="secondary"
            href={addressWith('/contacts/back-entry', { day: day.toString() })}
          />
        </div>
      </PageHeading>
      <PrintHeader shell={context.shell} now={context.now} filter={`Contacts of ${words}`} />
      <DayChoice action="/contacts/day-list" day={day} keep={team ? { whose: 'team' } : {}} />
      <p class="govuk-body tc-no-print">
        <a class="govuk-link" href={address(team ? 'mine' : 'team')}>
          {team ? 'Show mine alone' : 'Show the whole team’s'}
        </a>
      </p>
      {rows.length === 0 && <EmptyState>Nothing is planned for this day.</EmptyState>}
      <List model={model} />
    </Layout>
  )
}

/** The contacts of a day in the order in which somebody walks the landings, with boxes to tick on paper. */
export const dayListPage = definePage({
  path: '/contacts/day-list',
  may: rolesOfTeams,
  input: z.object({ day: dayOfAddress, whose: z.enum(['mine', 'team']).catch('mine').default('mine') }),
  load: async (tx, { day: given, whose }, { actor, today }) => {
    const day = given ?? today
    const rows = await dayContacts(tx, {
      services: servicesOf(actor),
      staffId: whose === 'team' ? null : actor.staffId,
      day,
      openOnly: false,
    })
    return ok<Model>({ day, team: whose === 'team', rows })
  },
  audit: {
    action: 'view_day_list',
    people: ({ rows }: Model) => [...new Set(rows.map(({ personId }) => personId))],
  },
  show: (model, context) => <Page model={model} context={context} />,
})
