import type { ManyAllocated } from './actions/allocateMany.ts'

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

/** What of a sentence is a reason: its first sentence, without a capital and a full stop. */
const reason = (why: string): string => {
  const [first = why] = why.split('. ')
  return first.replace(/\.$/, '')
}

/** "9 people allocated: 5 to Joan Pickles, 4 to Hari Sandhu. 1 kept: Lee Whitaker, because nobody has room." The numbers add up. */
export const manyWords = ({ given, kept }: ManyAllocated, nameOf: (staffId: string) => string): string => {
  const counts = new Map<string, number>()
  for (const { worker } of given) counts.set(worker, (counts.get(worker) ?? 0) + 1)
  const to = [...counts].map(([worker, count]) => `${count} to ${nameOf(worker)}`).join(', ')
  const done = given.length === 0 ? 'Nobody was allocated.' : `${people(given.length)} allocated: ${to}.`
  if (kept.length === 0) return done
  const whys = kept.map(({ name, why }) => `${name}, because ${reason(why)}`).join('; ')
  return `${done} ${kept.length} kept: ${whys}.`
}
