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
} from '../../platform/ui/index.ts'
import { dayContacts } from '../queries/dayContacts.ts'
import { regimes } from '../queries/regimes.ts'
import { timesOfDay } from '../regime.ts'
import { dayOfAddress } from './back-entry.tsx'
import { DayChoice } from './day-choice.tsx'
import { type DayList, DayTable } from './day-list-table.tsx'
import { regimeSetters } from './regime.tsx'

/** When the doors of each prison are closed that day, in one line. */
const Regime = ({ model, leads }: { readonly model: DayList; readonly leads: boolean }): Html => (
  <>
    {model.prisons.map(({ name, times }) => (
      <p class="govuk-body-s">
        {name}: {timesOfDay(times, model.day).join('; ')}.
      </p>
    ))}
    {leads && (
      <p class="govuk-body tc-no-print">
        <a class="govuk-link" href="/regime">
          Regime times of your prison
        </a>
      </p>
    )}
  </>
)

const Page = ({ model, context }: { readonly model: DayList; readonly context: PageContext }): Html => {
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
      <Regime model={model} leads={regimeSetters.includes(context.actor.role)} />
      {rows.length === 0 && <EmptyState>Nothing is planned for this day.</EmptyState>}
      <DayTable model={model} />
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
    const prisons = new Set(rows.flatMap(({ prison }) => (prison === null ? [] : [prison])))
    return ok<DayList>({ day, team: whose === 'team', rows, prisons: await regimes(tx, [...prisons]) })
  },
  audit: {
    action: 'view_day_list',
    people: ({ rows }: DayList) => [...new Set(rows.map(({ personId }) => personId))],
  },
  show: (model, context) => <Page model={model} context={context} />,
})
