import type { Case } from '../case.ts'
import { mapFound, mapMany } from '../lists.ts'
import type { Fact } from '../model.ts'
import { type Stretch, seriesSince } from './contacts.ts'
import { custodyAround, endingBy, firstOf, knowing, type Occasions, occasion } from './occasion.ts'

/** Each episode in custody from the start of its treatment. */
export const treatments = (c: Case): Occasions['treatment'][] =>
  mapFound(c.inCustody, (episode) => {
    const { start, key, id } = episode
    if (start === null) return null
    const { spell, ending } = custodyAround(c, start.day)
    const over = firstOf(endingBy(episode.endedBy), ending)
    return knowing(occasion(key, start, spell, over, episode), { subjectId: id })
  })

/** A review counts from day 29 of treatment: before that it is still the start (domain-facts.md 3.2). */
const firstReviewDay = 28

const reviewsIn = (c: Case, { anchor, from, end, spell }: Stretch): Occasions['topReview'][] => {
  const over = { until: end.day, endedBy: end.by }
  const reviews = c.facts
    .of('top_recorded')
    .filter(({ stage, day }) => stage === 'review' && day >= from + firstReviewDay && day <= end.day)
  const anchors: readonly Fact[] = [anchor, ...reviews]
  return anchors.map((fact, index) =>
    occasion(`${anchor.id}:${fact.id}`, fact, spell, over, reviews[index] ?? null),
  )
}

/** The next TOP review, after treatment started and after each review. */
export const topReviews = (c: Case): Occasions['topReview'][] =>
  mapMany(
    seriesSince(c, ({ start }) => start),
    (stretch) => reviewsIn(c, stretch),
  )
