import { z } from 'zod'
import { dayOf } from '../../platform/clock.ts'
import { choiceField, defineForm, type FormContext, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { newToken } from '../../platform/secrets.ts'
import {
  Button,
  Form,
  fullDate,
  Hidden,
  type Html,
  Layout,
  PageHeading,
  typedValue,
} from '../../platform/ui/index.ts'
import { turnOffCalendar, turnOnCalendar } from '../actions/setCalendar.ts'
import { myCalendar } from '../queries/calendarFeed.ts'

interface Model {
  readonly madeAt: Temporal.Instant | null
  readonly token: string
}

interface PartProps {
  readonly model: Model
  readonly context: FormContext
}

const NewAddress = ({ model, context }: PartProps): Html => {
  const token = typedValue(context.form.values, 'token') || model.token
  const address = new URL(`/calendar/${token}/contacts.ics`, context.url.origin).toString()
  return (
    <section>
      <h2 class="govuk-heading-m">{model.madeAt === null ? 'Turn it on' : 'Renew the address'}</h2>
      <p class="govuk-body">
        Copy this address into your calendar program first, as a calendar to subscribe to. It is shown only
        here, and works as soon as you press the button
        {model.madeAt === null ? '.' : '; the address you have now stops working.'}
      </p>
      <p class="govuk-body tc-code" id="calendar-address">
        {address}
      </p>
      <Form
        action={context.url.pathname}
        csrf={context.form.csrf}
        idempotencyKey={context.form.idempotencyKey}
      >
        <Hidden name="token" value={token} />
        <Button
          text={model.madeAt === null ? 'Turn this address on' : 'Use this address from now on'}
          name="do"
          value="on"
        />
      </Form>
    </section>
  )
}

const TurnOff = ({ context }: PartProps): Html => (
  <section>
    <h2 class="govuk-heading-m">Turn it off</h2>
    <Form action={context.url.pathname} csrf={context.form.csrf} idempotencyKey={context.ids.next()}>
      <Hidden name="token" value="none" />
      <Button text="Turn the calendar off" kind="secondary" name="do" value="off" />
    </Form>
  </section>
)

/** One's own calendar address: turned on, renewed, turned off. */
export const calendarSettings = defineForm({
  path: '/account/calendar',
  may: 'signed_in',
  input: z.object({}),
  body: formOf({
    do: choiceField(['on', 'off'], 'Press one of the buttons'),
    token: textField('Open this page again to get a new address', 60),
  }),
  load: async (tx, _input, { actor }) => {
    const mine = await myCalendar(tx, actor.role)
    return ok<Model>({ madeAt: mine?.made_at ?? null, token: newToken() })
  },
  audit: { action: 'view_calendar_address', people: () => [] },
  does: 'set_calendar_address',
  act: async (tx, { body, request }) => {
    const { role } = request.actor
    if (body.do === 'off') {
      await turnOffCalendar(tx, role)
      return ok({ to: '/account/calendar', said: 'Your calendar is turned off.', people: [] })
    }
    const on = await turnOnCalendar(tx, { role, token: body.token })
    return on.ok
      ? ok({ to: '/account/calendar', said: 'Your calendar address works from now on.', people: [] })
      : on
  },
  show: (model, context) => (
    <Layout
      shell={context.shell}
      title="Your contacts in your own calendar"
      errors={context.form.errors}
      back={{ href: '/account', text: 'Back to your account' }}
    >
      <PageHeading title="Your contacts in your own calendar" />
      <p class="govuk-body">
        Your calendar program can show when you meet somebody and on which wing: “One to one, C wing”. There
        are no names in it. Whoever has the address can read it, so keep it as you keep a password.
      </p>
      <p class="govuk-body">
        {model.madeAt === null
          ? 'It is turned off.'
          : `It is turned on since ${fullDate(dayOf(model.madeAt))}.`}
      </p>
      <NewAddress model={model} context={context} />
      {model.madeAt !== null && <TurnOff model={model} context={context} />}
    </Layout>
  ),
})
