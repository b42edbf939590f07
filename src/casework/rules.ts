import type { ContactOutcome, EndReason } from '../standards/model.ts'

/** Whose side it was that a contact went as it did (product.md, "Did it happen?"). */
export type Side = 'happened' | 'theirs' | 'elsewhere' | 'prison' | 'ours' | 'not_known'

const sides: Readonly<Record<Exclude<ContactOutcome, 'planned'>, Side>> = {
  kept: 'happened',
  late: 'happened',
  refused: 'theirs',
  no_answer: 'theirs',
  sick: 'elsewhere',
  at_court: 'elsewhere',
  released: 'elsewhere',
  transferred: 'elsewhere',
  prison_did_not_unlock: 'prison',
  cancelled_by_service: 'ours',
  wrong_details: 'ours',
  not_known: 'not_known',
}

/** Only what was theirs to keep may be called missed; null while it is still to come. */
export const whoseSide = (outcome: ContactOutcome): Side | null =>
  outcome === 'planned' ? null : sides[outcome]

export const sideWords: Readonly<Record<Side, string>> = {
  happened: 'It happened',
  theirs: 'Theirs to keep',
  elsewhere: 'They could not come',
  prison: 'The prison’s side',
  ours: 'Our side',
  not_known: 'Not known',
}

/** A day on which something happened cannot be still to come. Null where it is sound. */
export const faultOfPast = (day: Temporal.PlainDate, today: Temporal.PlainDate): string | null =>
  Temporal.PlainDate.compare(day, today) > 0
    ? 'This day is still to come. Enter today or an earlier day'
    : null

/** A contact still to come is today or later; one that has an outcome is today or earlier. */
export const faultOfContactDay = (
  day: Temporal.PlainDate,
  outcome: ContactOutcome,
  today: Temporal.PlainDate,
): string | null => {
  if (outcome !== 'planned') return outcome === 'cancelled_by_service' ? null : faultOfPast(day, today)
  return Temporal.PlainDate.compare(day, today) < 0
    ? 'This day has passed. Say what became of it, or enter a day to come'
    : null
}

/** Why an episode cannot end so, or null. Occasional use completes only where it is neither heroin nor crack (NDTMS). */
export const faultOfEnd = (
  reason: EndReason,
  episode: {
    readonly referral: Temporal.PlainDate
    readonly start: Temporal.PlainDate | null
    readonly opiates: boolean
  },
  day: Temporal.PlainDate,
): { readonly field: 'day' | 'reason'; readonly message: string } | null => {
  const began = episode.start ?? episode.referral
  if (Temporal.PlainDate.compare(day, began) < 0)
    return { field: 'day', message: 'The episode cannot end before it began. Check the day' }
  if (reason.startsWith('completed') && episode.start === null)
    return {
      field: 'reason',
      message: 'Treatment never started, so it was not completed. Choose another reason',
    }
  if (reason === 'completed_occasional_user' && episode.opiates)
    return {
      field: 'reason',
      message: 'Occasional use of opiates is not a completion. Choose another reason',
    }
  return null
}
