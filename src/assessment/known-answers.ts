import type { Answers } from './model.ts'
import type { KnownEpisode, WhatCame } from './queries/whatCame.ts'
import { chosenIn } from './questions.ts'
import { screenOfThisStay } from './rules.ts'

const inTreatmentWith = (episodes: readonly KnownEpisode[]): string | undefined =>
  episodes.find(({ startedOn, endedOn }) => startedOn !== null && endedOn === null)?.service

const drinking = ['audit_1', 'audit_2', 'audit_3']

/** Alcohol in the year before custody does not change inside the same stay. */
const drinkingBefore = (came: WhatCame): Answers =>
  Object.fromEntries(
    drinking.flatMap((name) =>
      chosenIn(screenOfThisStay(came)?.answers ?? {}, name).map((value) => [name, value]),
    ),
  )

/** Which answers count as fresh. */
export interface Freshness {
  readonly today: Temporal.PlainDate
  /** Days for which answers may be taken over. */
  readonly freshDays: number
}

const isFresh = (day: Temporal.PlainDate, { today, freshDays }: Freshness): boolean =>
  day.until(today, { largestUnit: 'days' }).days <= freshDays

/**
 * What an arrival screen starts with (product.md, "Never retyped"): history is confirmed, so what was once true
 * stays answered; use since then, overdose, risk and medicines are asked afresh.
 */
export const knownForScreen = (came: WhatCame, fresh: Freshness): Answers => {
  const service = inTreatmentWith(came.episodes)
  const injected = chosenIn(came.screen?.answers ?? {}, 'injecting').some((value) =>
    ['month', 'before'].includes(value),
  )
  return {
    ...(came.screen !== null && isFresh(came.screen.day, fresh) ? drinkingBefore(came) : {}),
    ...(injected ? { injecting: 'before' } : {}),
    ...(service === undefined ? {} : { in_treatment: ['yes'], in_treatment_with: service }),
  }
}
