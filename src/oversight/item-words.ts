import type { OversightItem } from './queries/oversightItems.ts'

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** What is to be looked at, in a sentence that begins with whoever did it. */
export const itemWords = ({ kind, staff_name, how_many }: OversightItem): string => {
  if (kind === 'glass') return `${staff_name} broke the glass`
  return kind === 'many'
    ? `${staff_name} opened ${how_many} people’s records in a short time`
    : `${staff_name} looked ${times(how_many)} while their team did not work with the person`
}
