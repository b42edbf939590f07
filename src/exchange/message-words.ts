import type { MovementType } from '../custody/index.ts'
import type { InboxMessage } from './queries/inboxMessages.ts'

const said: Readonly<Record<MovementType, (prison: string) => string>> = {
  admission: (prison) => `came into ${prison}`,
  readmission: (prison) => `was readmitted to ${prison}`,
  transfer_in: (prison) => `came to ${prison} from another prison`,
  transfer_out: (prison) => `left ${prison} for another prison`,
  to_court: (prison) => `went to court from ${prison}`,
  from_court: (prison) => `came back to ${prison} from court`,
  to_hospital: (prison) => `went to hospital from ${prison}`,
  from_hospital: (prison) => `came back to ${prison} from hospital`,
  temporary_release: (prison) => `left ${prison} on temporary release`,
  temporary_return: (prison) => `came back to ${prison} from hospital or temporary release`,
  release: (prison) => `left ${prison}: released`,
  removal: (prison) => `left ${prison} for removal abroad or immigration detention`,
  death: () => 'has died',
  unknown: (prison) => `moved at ${prison}, for a reason we do not know`,
}

const other: Readonly<Record<string, string>> = {
  whereabouts: 'was seen',
  merged: 'is one person with another number',
  booking_moved: 'had a stay moved to another number',
  booking_deleted: 'had a stay taken back',
}

/** What a movement was, after the name: "left Leeds: released". */
export const movementWords = (type: MovementType, prison: string | null): string =>
  said[type](prison ?? 'a prison that is not named')

/** What a message said, after the name: "left Leeds: released". */
export const saidWords = ({
  type,
  event_type,
  prison,
  reason,
  reason_code,
  reason_known,
}: InboxMessage): string => {
  if (type === null) {
    const seen = event_type === 'whereabouts' && prison !== null ? ` at ${prison}` : ''
    return `${other[event_type] ?? 'was told of'}${seen}`
  }
  const words = movementWords(type, prison)
  if (type === 'unknown') return `${words} (${reason})`
  return reason_known === false && reason_code !== null ? `${words} (code ${reason_code})` : words
}

const release = ({ reason_known, follow_up, unplanned, date_of_death, day }: InboxMessage): string => {
  if (date_of_death !== null && day !== null && Temporal.PlainDate.compare(date_of_death, day) < 0)
    return 'Their death was known already: this is no release.'
  if (reason_known === false)
    return 'Counts as a release. Nobody is rung or written to until somebody has decided.'
  if (!follow_up)
    return 'Left into the community. Sessions in custody ended. No need for treatment outside is known.'
  return unplanned
    ? 'Left without a planned date. The 21 days to start treatment began, and a call sheet is owed.'
    : 'The 21 days to start treatment began. Sessions in custody ended.'
}

const changed: Readonly<Record<Exclude<MovementType, 'release'>, string>> = {
  admission: 'A stay began. What is owed on arrival opened.',
  readmission: 'The stay before goes on. No new one began.',
  transfer_in: 'Held here now. Everything open came along, and nothing was closed.',
  transfer_out: 'On the way to another prison. Nothing was closed.',
  to_court: 'Sessions today are at risk. Court can become release.',
  from_court: 'Back in custody here.',
  to_hospital: 'Paused. Their worker stays the same.',
  from_hospital: 'Back in custody here.',
  temporary_release: 'Sessions in that time are at risk.',
  temporary_return: 'Back in custody here.',
  removal: 'No follow-up opened.',
  death: 'Letters, reminders and calls have stopped. Those who worked with them were told.',
  unknown: 'Nothing was changed.',
}

const otherChanged: Readonly<Record<string, string>> = {
  whereabouts: 'Where they were last seen was updated, and nothing else.',
  merged: 'One record keeps everything, and the old number still finds it.',
  booking_moved: 'Nothing was changed. Somebody must decide.',
  booking_deleted: 'Nothing was changed. Somebody must decide.',
}

const owedWords = (owed: number): string =>
  owed === 0 ? '' : owed === 1 ? ' 1 thing is owed because of it.' : ` ${owed} things are owed because of it.`

/** What a message changed, in sentences. */
export const changedWords = (message: InboxMessage): string => {
  const { type, event_type, owed } = message
  if (message.state === 'set_aside') return ''
  if (type === null) return otherChanged[event_type] ?? ''
  return (type === 'release' ? release(message) : changed[type]) + owedWords(owed)
}
