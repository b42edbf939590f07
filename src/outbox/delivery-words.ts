import { momentWords } from '../platform/ui/index.ts'
import type { Delivery } from './model.ts'

const why = ({ came_of, status }: Delivery): string => {
  switch (came_of) {
    case 'not_taken':
      return `it answered with ${status}, which is not a yes`
    case 'too_slow':
      return 'it did not answer within five seconds'
    case 'not_allowed':
      return 'this service may not call that address'
    case 'stopped':
      return 'the address was stopped'
    case 'unreadable':
      return 'its secret cannot be opened here. Set the address again'
    default:
      return 'nothing answered there'
  }
}

const triesWords = ({ tries }: Delivery): string => (tries === 1 ? 'once' : `${tries} times`)

/** Where a message stands, in one sentence. */
export const stateWords = (delivery: Delivery, today: Temporal.PlainDate): string => {
  const { delivered_at, given_up_at, tries } = delivery
  if (delivered_at !== null) {
    const when = `Taken ${momentWords(delivered_at, today)}`
    return tries > 1 ? `${when}, at try ${tries}.` : `${when}.`
  }
  if (given_up_at !== null)
    return tries > 1 ? `Given up after ${tries} tries: ${why(delivery)}.` : `Not sent: ${why(delivery)}.`
  return tries === 0
    ? 'On its way.'
    : `Not taken yet: ${why(delivery)}. Tried ${triesWords(delivery)}, and tried again by itself.`
}
