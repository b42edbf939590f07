import { parsePrisonNumber } from '../people/index.ts'
import type { FeedMessage } from './feed-message.ts'
import type { FeedLine } from './model.ts'

export type Rejected = Extract<FeedLine, { kind: 'rejected' }>

export const rejected = (field: string, reason: string): Rejected => ({ kind: 'rejected', field, reason })

export type Information = NonNullable<FeedMessage['additionalInformation']>

/** What every used message has: what it says, and when. */
export interface Told {
  readonly message: FeedMessage
  readonly information: Information
  readonly instant: Temporal.Instant
}

/** Whose it is: the prison number, or where that is missing the one among the person's references. */
export const numberOf = ({ message, information }: Told): string | undefined =>
  information.nomsNumber ?? message.personReference?.identifiers?.find(({ type }) => type === 'NOMS')?.value

/** A prison number out of a message, or the field that is wrong. */
export const prisonNumber = (field: string, text: string | undefined): string | Rejected => {
  if (text === undefined || text === '') return rejected(field, 'There is no prison number')
  const parsed = parsePrisonNumber(text)
  return parsed.ok ? parsed.value : rejected(field, 'This is not a prison number, like A1234BC')
}
