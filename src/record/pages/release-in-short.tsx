import { releaseDateTypes } from '../../custody/index.ts'
import type { PersonHeader } from '../../people/index.ts'
import {
  dateAndAway,
  dateWords,
  type Html,
  momentWords,
  SummaryList,
  type SummaryRow,
} from '../../platform/ui/index.ts'
import type { Owed } from '../owed.ts'
import type { InShort } from '../queries/inShort.ts'

interface ReleaseProps {
  readonly person: PersonHeader
  readonly short: InShort
  readonly missing: readonly Owed[]
  readonly today: Temporal.PlainDate
}

const typeWords: Readonly<Record<string, string>> = releaseDateTypes

const dateRow = ({ person, today }: ReleaseProps): SummaryRow => {
  const { release } = person
  const href = `/people/${person.id}/release`
  if (release === null)
    return {
      key: 'Date',
      value: 'No date that counts is known',
      action: { text: 'Release dates', href, about: '' },
    }
  const moved = release.recorded !== null && !release.recorded.equals(release.day)
  return {
    key: 'Date',
    value: (
      <>
        <div>
          <strong>{dateAndAway(release.day, today)}</strong>
        </div>
        <div>
          {release.type === 'CONF'
            ? 'Confirmed'
            : `Not confirmed: ${(typeWords[release.type] ?? release.type).toLowerCase()}`}
        </div>
        {moved && release.recorded !== null && <div>Recorded as {dateWords(release.recorded, today)}</div>}
        {release.warning !== null && <div>{release.warning}</div>}
      </>
    ),
    action: { text: 'How it came about', href, about: 'the release date' },
  }
}

const states: Readonly<Record<string, string>> = {
  open: 'opened, not sent yet',
  sent: 'sent, not seen yet',
  seen: 'seen, not accepted yet',
  accepted: 'accepted',
  declined: 'declined: another service is to be chosen',
}

const receivedRow = ({ short }: ReleaseProps): SummaryRow => {
  const { handover } = short
  if (handover === null) return { key: 'Who receives them', value: 'No hand-over is open' }
  return {
    key: 'Who receives them',
    value: `${handover.to_service ?? 'No service chosen'}: ${states[handover.state] ?? handover.state}${handover.to_phone === null ? '' : `. Phone ${handover.to_phone}`}`,
    action: { text: 'Hand-over', href: `/handovers/${handover.id}`, about: '' },
  }
}

const appointmentRow = ({ short: { appointment }, today }: ReleaseProps): SummaryRow => {
  if (appointment === null) return { key: 'Appointment', value: 'None is booked' }
  const when =
    appointment.starts_at === null
      ? dateAndAway(Temporal.PlainDate.from(appointment.day), today)
      : momentWords(Temporal.Instant.from(appointment.starts_at), today)
  return {
    key: 'Appointment',
    value: [when, appointment.service, appointment.place].filter(Boolean).join(', '),
  }
}

/** Release in short: the date and how sure it is, who receives them, the appointment, and what is missing. */
export const ReleaseInShort = (props: ReleaseProps): Html => (
  <SummaryList
    rows={[
      dateRow(props),
      receivedRow(props),
      appointmentRow(props),
      ...(props.missing.length === 0
        ? []
        : [
            {
              key: 'Missing',
              value: (
                <ul class="govuk-list govuk-list--bullet">
                  {props.missing.map(({ title }) => (
                    <li>{title}</li>
                  ))}
                </ul>
              ),
            },
          ]),
    ]}
  />
)
