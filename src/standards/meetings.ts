import type { Day } from '../platform/day.ts'
import { type FactKind, type FactOf, inOrder } from './facts.ts'
import type { Fact } from './model.ts'
import { custodyTriages } from './occasions/concerns.ts'
import { inCustody, isKept } from './occasions/contacts.ts'
import type { OccasionKind, Occasions } from './occasions/occasion.ts'
import type { Meeting } from './standard.ts'

/** The position of the first fact on or after `day`: facts are in order, and there may be a hundred contacts. */
const positionOf = (facts: readonly Fact[], day: Day): number => {
  let [low, high] = [0, facts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((facts[middle]?.day ?? day) < day) low = middle + 1
    else high = middle
  }
  return low
}

const firstSince = <F extends Fact>(
  facts: readonly F[],
  since: Day,
  until: Day,
  fits: (fact: F) => boolean,
): F | null => {
  for (let index = positionOf(facts, since); index < facts.length; index++) {
    const fact = facts[index]
    if (fact === undefined || fact.day > until) return null
    if (fits(fact)) return fact
  }
  return null
}

/** The first fact of a kind, where a condition is given one that fits the occasion. */
export const first =
  <Kind extends FactKind, On extends OccasionKind>(
    kind: Kind,
    fits: (fact: FactOf<Kind>, occasion: Occasions[On]) => boolean = () => true,
  ): Meeting<On> =>
  (c, occasion, since, until) =>
    firstSince(c.facts.of(kind), since, until, (fact) => fits(fact, occasion))

/** Whichever comes first. */
export const either =
  <On extends OccasionKind>(...ways: readonly Meeting<On>[]): Meeting<On> =>
  (c, occasion, since, until, context) => {
    const found = ways.map((way) => way(c, occasion, since, until, context)).filter((fact) => fact !== null)
    return found.sort(inOrder)[0] ?? null
  }

/** All of them: met by the last. */
export const both =
  <On extends OccasionKind>(one: Meeting<On>, other: Meeting<On>): Meeting<On> =>
  (c, occasion, since, until, context) => {
    const [a, b] = [one(c, occasion, since, until, context), other(c, occasion, since, until, context)]
    return a === null || b === null ? null : inOrder(a, b) < 0 ? b : a
  }

/** What the occasion itself knows to have come next. */
export const next: Meeting<'contact' | 'loss' | 'plan' | 'topReview'> = (_c, { about }, since, until) =>
  about !== null && about.day >= since && about.day <= until ? about : null

export const triage: Meeting<OccasionKind> = (c, _occasion, since, until) =>
  firstSince(custodyTriages(c), since, until, () => true)

/** Seen in custody after they came back: an appointment outside that morning is not. */
export const seenSinceReturn = first<'contact', 'return'>(
  'contact',
  (contact, { day, about }) =>
    isKept(contact) && inCustody(contact) && (contact.day > day || contact.at >= about.spell.beganWith.at),
)

/** Somebody named inside: a service outside that names a worker of its own has taken up nothing here. */
export const workerInCustody: Meeting<OccasionKind> = (c, _occasion, since, until) =>
  firstSince(c.facts.of('worker_allocated'), since, until, (fact) =>
    c.inCustody.some((episode) => episode.id === fact.episodeId),
  )

const nobodyTried: ReadonlySet<string> = new Set([
  'planned',
  'cancelled_by_service',
  'prison_did_not_unlock',
  'not_known',
])

/** Seen or tried: an appointment that the service cancelled is neither. */
export const attempt = first('contact', (contact) => !nobodyTried.has(contact.outcome))

export const communityStart = first('intervention_started', (fact) => fact.setting === 'community')
