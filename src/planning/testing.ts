import type { Visitor } from '../../test/support/browse.ts'
import type { TestHouse } from '../../test/support/house.ts'
import { lookInto } from '../assessment/testing.ts'

/** Fields of a goal without steps. */
export const goalTyped = { words: 'I want to sleep', area: 'health', term: 'short' }

/** On screen, while they are there. */
export const signedOnScreen = { how: 'screen', signed_name: 'Lee Whitaker', present: 'yes' }

/** Begins a plan with goals of these words, a step each, and agrees it. */
export const agreePlan = async (
  worker: Visitor,
  personId: string,
  goals: readonly string[],
): Promise<void> => {
  const base = `/people/${personId}/plan`
  await worker.send(`${base}/want`, { want: 'To be there for my nephew', language: 'en' })
  for (const words of goals)
    await worker.send(`${base}/goals/new`, { ...goalTyped, words, step1_words: `A step: ${words}` })
  await worker.send(`${base}/agree`, signedOnScreen)
}

/** The goals of somebody, in the order in which they were set. */
export const goalsOf = (opened: TestHouse, personId: string) =>
  lookInto(opened, (db) =>
    db
      .selectFrom('plan_goal')
      .select(['id', 'words', 'state', 'why'])
      .where('person_id', '=', personId)
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
  )

/** The facts of one kind, the newest last. */
export const factsOf = (opened: TestHouse, personId: string, kind: string) =>
  lookInto(opened, (db) =>
    db
      .selectFrom('fact')
      .select(['id', 'day', 'answers', 'reading'])
      .where('person_id', '=', personId)
      .where('kind', '=', kind)
      .orderBy('at')
      .execute(),
  )
