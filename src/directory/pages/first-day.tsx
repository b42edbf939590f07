import { z } from 'zod'
import {
  dayValues,
  defineForm,
  type FormContext,
  formOf,
  optionalDayField,
} from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  DateInput,
  Form,
  fullDate,
  type Html,
  InsetText,
  Layout,
  momentWords,
  PageHeading,
} from '../../platform/ui/index.ts'
import { setFirstDay } from '../actions/setFirstDay.ts'
import { progressWords } from '../first-day-words.ts'
import type { KeptTeam } from '../model.ts'
import { keptTeam } from '../queries/keptTeams.ts'

const question = 'The day this team begins to work with Throughcare'

const saidOf = (name: string, day: Temporal.PlainDate | null): string => {
  const since =
    day === null
      ? `${name} is taken to have always worked with Throughcare.`
      : `${name} owes nothing before ${fullDate(day)}.`
  return `${since} What is owed to its people is being worked out again: open this page again to see how far it is.`
}

const SetLast = ({
  team,
  context,
}: {
  readonly team: KeptTeam
  readonly context: FormContext
}): Html | null =>
  team.set_at === null ? null : (
    <InsetText>
      <p class="govuk-body">
        Set {momentWords(team.set_at, context.today)} by {team.set_by}.
      </p>
      <p class="govuk-body">What is owed: {progressWords(team, context.today).toLowerCase()}.</p>
    </InsetText>
  )

/** Since when a team works with Throughcare: before that day it owes nothing. */
export const firstDayPage = defineForm({
  path: '/organisation/teams/:serviceId',
  may: ['administrator'],
  input: z.object({ serviceId: z.uuid() }),
  body: formOf({ day: optionalDayField() }),
  load: (tx, { serviceId }) => keptTeam(tx, serviceId),
  initial: ({ live_from }) => dayValues('day', live_from),
  audit: { action: 'view_first_day', people: () => [], subject: ({ id }) => id },
  does: 'set_first_day',
  versioned: ({ name, changes }) => ({
    version: changes ?? 0,
    what: `${name}: its first day`,
    labels: { 'day-day': `${question}: day`, 'day-month': 'Month', 'day-year': 'Year' },
  }),
  act: async (tx, { input: { serviceId }, body: { day }, version, request }) => {
    const team = await keptTeam(tx, serviceId)
    if (!team.ok) return team
    const set = await setFirstDay(tx, { serviceId, staffId: request.actor.staffId, day, version })
    if (!set.ok) return set
    return ok({
      to: '/organisation/teams',
      said: set.value ? saidOf(team.value.name, day) : 'It is that day already. Nothing was changed.',
      people: [],
      subject: serviceId,
    })
  },
  show: (team, context) => (
    <Layout
      shell={context.shell}
      title="When a team begins"
      errors={context.form.errors}
      back={{ href: '/organisation/teams', text: 'Back to teams' }}
    >
      <PageHeading title={team.name} {...(team.place === null ? {} : { caption: team.place })} />
      <SetLast team={team} context={context} />
      <Form
        action={context.url.pathname}
        csrf={context.form.csrf}
        idempotencyKey={context.form.idempotencyKey}
        version={team.changes ?? 0}
      >
        <DateInput
          {...context.form}
          name="day"
          label={question}
          hint="It owes nothing before that day. Leave it empty if it has always worked with Throughcare."
        />
        <p class="govuk-body">
          What was about a moment that has gone by then, such as an arrival screen or the call on day 3, is
          not owed. What goes on, such as triage, a worker or a plan, is owed from that day, with the days
          that each has.
        </p>
        <Button text="Save" />
      </Form>
    </Layout>
  ),
})
