import type { EndReason } from '../standards/model.ts'

/** A day on which something happened cannot be still to come. Null where it is sound. */
export const faultOfPast = (day: Temporal.PlainDate, today: Temporal.PlainDate): string | null =>
  Temporal.PlainDate.compare(day, today) > 0
    ? 'This day is still to come. Enter today or an earlier day'
    : null

/** Why an episode cannot end so, or null. Occasional use completes only where it is neither heroin nor crack (NDTMS). */
export const faultOfEnd = (
  reason: EndReason,
  episode: {
    readonly referral: Temporal.PlainDate
    readonly start: Temporal.PlainDate | null
    readonly opiates: boolean
    /** The last day of what ended in it before (NDTMS: no earlier than every modality's end). */
    readonly lastEnded: Temporal.PlainDate | null
  },
  day: Temporal.PlainDate,
): { readonly field: 'day' | 'reason'; readonly message: string } | null => {
  const began = episode.start ?? episode.referral
  if (Temporal.PlainDate.compare(day, began) < 0)
    return { field: 'day', message: 'The episode cannot end before it began. Check the day' }
  if (episode.lastEnded !== null && Temporal.PlainDate.compare(day, episode.lastEnded) < 0)
    return { field: 'day', message: 'A treatment in it ended later than that. Check the day' }
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
