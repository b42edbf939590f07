import type { Actor } from '../platform/auth/actor.ts'
import type { OversightItem } from './queries/oversightItems.ts'

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

/** What is to be looked at, in a sentence that begins with whoever did it. */
export const itemWords = ({ kind, staff_name, how_many }: OversightItem): string => {
  if (kind === 'glass') return `${staff_name} broke the glass`
  return kind === 'many'
    ? `${staff_name} opened ${how_many} people’s records in a short time`
    : `${staff_name} looked ${times(how_many)} while their team did not work with the person`
}

/** Whether this reader reads records and the log of their teams, and does not only review what falls to them. */
export const oversees = ({ role }: Pick<Actor, 'role'>): boolean => role === 'team_leader'

/** Whose record it was, for a reader who may not see that person. */
export const unnamed = (actor: Pick<Actor, 'role'>): string =>
  oversees(actor) ? 'Somebody you do not work with' : 'Not shown to an administrator'
