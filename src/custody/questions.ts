import { findPrison } from '../directory/index.ts'
import { fullDate } from '../platform/ui/dates.ts'
import type { Message, ToldBooking, ToldMovement } from './told.ts'

/** Something that a message leaves to a human, with a sentence that says what to decide. */
export interface Question {
  readonly kind:
    | 'readmission'
    | 'unknown_reason'
    | 'unknown_release_code'
    | 'unknown_prison'
    | 'booking_moved'
    | 'booking_deleted'
  readonly words: string
}

const onDay = (day: string): string => fullDate(Temporal.PlainDate.from(day))

const at = (code: string | null): string => (code === null ? '' : ` at ${findPrison(code)?.name ?? code}`)

const aboutType = ({ type, reason, day, establishment_code: code }: ToldMovement): readonly Question[] => {
  const where = `${at(code)} on ${onDay(day)}`
  if (type === 'readmission')
    return [
      {
        kind: 'readmission',
        words: `Readmitted${where}. This is often the correction of a release: the last stay goes on, and no new one was begun. Decide whether it was a new admission; if so, record one.`,
      },
    ]
  if (type === 'unknown')
    return [
      {
        kind: 'unknown_reason',
        words: `A movement${where} came with the reason ${reason}, which we do not know. Nothing was changed by it. Find out what happened and record it.`,
      },
    ]
  return []
}

const aboutReason = ({ type, reason_known, reason_code, day, ...told }: ToldMovement): readonly Question[] =>
  type === 'release' && !reason_known
    ? [
        {
          kind: 'unknown_release_code',
          words: `Released${at(told.establishment_code)} on ${onDay(day)} with the reason code ${reason_code}. Find out where they went. Nobody is rung or written to until you have.`,
        },
      ]
    : []

const aboutPrison = ({ establishment_code: code, day }: ToldMovement): readonly Question[] =>
  code !== null && findPrison(code) === undefined
    ? [
        {
          kind: 'unknown_prison',
          words: `A movement on ${onDay(day)} names the prison ${code}, which is not on our list. Find out which it is, so that a team can be given this person.`,
        },
      ]
    : []

const aboutBooking = (
  { kind, since }: ToldBooking,
  { prison_number: from, other_number: to }: Message,
): Question => {
  if (kind === 'booking_deleted')
    return {
      kind,
      words: `A stay of ${from === '' ? 'somebody' : from} was taken back by the prison. Decide which of the records made during it still stand.`,
    }
  const when =
    since === null
      ? 'that stay'
      : fullDate(Temporal.Instant.from(since).toZonedDateTimeISO('Europe/London').toPlainDate())
  return {
    kind,
    words: `A stay recorded under ${from} belongs to ${to}. Decide which records made since ${when} are about ${to}.`,
  }
}

/** What a human must decide about a message; nothing for most. */
export const questionsOf = (message: Message): readonly Question[] => {
  const { told } = message
  if (told.kind === 'movement') return [...aboutType(told), ...aboutReason(told), ...aboutPrison(told)]
  return told.kind === 'booking_moved' || told.kind === 'booking_deleted' ? [aboutBooking(told, message)] : []
}
