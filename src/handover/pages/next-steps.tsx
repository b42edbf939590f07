import { outcomeWords } from '../../casework/index.ts'
import { personName } from '../../people/index.ts'
import type { PageContext } from '../../platform/http/index.ts'
import { Button, dayWords, type Html } from '../../platform/ui/index.ts'
import { takesPart } from '../acting.ts'
import type { Appointment } from '../model.ts'
import type { HandoverView } from '../queries/handoverView.ts'
import { appointmentWords } from '../state-words.ts'

interface NextStepsProps {
  readonly view: HandoverView
  readonly startedOn: Temporal.PlainDate | null
  readonly context: PageContext
}

const came = ({ outcome }: Appointment): boolean => outcome === 'kept' || outcome === 'late'

const AppointmentSteps = ({ view, context }: Omit<NextStepsProps, 'startedOn'>): Html => {
  const [newest] = view.appointments
  const address = `/handovers/${view.handover.id}`
  const name = personName(view.person)
  if (newest === undefined)
    return (
      <Button
        text="Book the first appointment"
        href={`${address}/appointment`}
        kind={view.receives ? 'main' : 'secondary'}
        about={`of ${name}`}
      />
    )
  if (newest.outcome !== 'planned')
    return (
      <>
        <p class="govuk-body">
          Appointment {appointmentWords(newest, context.today)}: {outcomeWords[newest.outcome].toLowerCase()}.
        </p>
        {!came(newest) && (
          <Button
            text="Book another"
            href={`${address}/appointment`}
            kind="secondary"
            about={`appointment of ${name}`}
          />
        )}
      </>
    )
  const due = Temporal.PlainDate.compare(newest.day, context.today) <= 0
  return (
    <>
      <p class="govuk-body">First appointment {appointmentWords(newest, context.today)}.</p>
      {due && (
        <Button
          text="Say what became of it"
          href={`${address}/outcome`}
          about={`the appointment of ${name}`}
        />
      )}
      <Button
        text="Move or cancel"
        href={`${address}/appointment`}
        kind="secondary"
        about={`the appointment of ${name}`}
      />
    </>
  )
}

const Treatment = ({ view, startedOn, context }: NextStepsProps): Html | null => {
  const [offer] = view.offers
  if (offer?.answer !== 'accepted') return null
  if (startedOn !== null)
    return (
      <p class="govuk-body">
        In treatment with {offer.toName} since {dayWords(startedOn, context.today)}.
      </p>
    )
  return view.receives ? (
    <Button
      text="Has treatment started?"
      href={`/handovers/${view.handover.id}/treatment`}
      kind="secondary"
      about={`for ${personName(view.person)}`}
    />
  ) : null
}

const TakeBack = ({ view }: Pick<NextStepsProps, 'view'>): Html | null => {
  const [offer] = view.offers
  const address = `/handovers/${view.handover.id}`
  if (view.receives || view.handover.state === 'closed') return null
  if (offer?.answer === null)
    return (
      <a class="govuk-link" href={`${address}/withdraw`}>
        Take it back from {offer.toName}
      </a>
    )
  return offer?.answer === 'accepted' ? null : (
    <a class="govuk-link" href={`${address}/close`}>
      Close this hand-over
    </a>
  )
}

/** What either side may do next with a hand-over. */
export const NextSteps = ({ view, startedOn, context }: NextStepsProps): Html | null => {
  if (!takesPart.includes(context.actor.role)) return null
  const [offer] = view.offers
  const lost = view.receives && (offer?.answer === 'declined' || offer?.answer === 'withdrawn')
  const open = view.handover.state !== 'closed' && !lost
  const asked =
    offer?.answer === 'accepted' || view.appointments.length > 0 || (offer?.answer === null && !view.receives)
  return (
    <div class="govuk-button-group">
      {open && asked && <AppointmentSteps view={view} context={context} />}
      {open && <Treatment view={view} startedOn={startedOn} context={context} />}
      <TakeBack view={view} />
    </div>
  )
}
