import { dayOf } from '../platform/clock.ts'
import { type Information, numberOf, prisonNumber, type Rejected, rejected, type Told } from './feed-told.ts'
import type { FeedLine, MovementType } from './model.ts'
import { type Interpreted, interpretRelease } from './releases.ts'

/** `prison-offender-events` reasons for coming in; the search family's own words are here for tolerance. */
const received: ReadonlyMap<string, MovementType> = new Map<string, MovementType>([
  ['ADMISSION', 'admission'],
  ['NEW_ADMISSION', 'admission'],
  ['READMISSION', 'readmission'],
  ['READMISSION_SWITCH_BOOKING', 'readmission'],
  ['POST_MERGE_ADMISSION', 'readmission'],
  ['TRANSFERRED', 'transfer_in'],
  ['RETURN_FROM_COURT', 'from_court'],
  ['TEMPORARY_ABSENCE_RETURN', 'temporary_return'],
])

const left: ReadonlyMap<string, MovementType> = new Map<string, MovementType>([
  ['TRANSFERRED', 'transfer_out'],
  ['SENT_TO_COURT', 'to_court'],
  ['RELEASED_TO_HOSPITAL', 'to_hospital'],
  ['TEMPORARY_ABSENCE_RELEASE', 'temporary_release'],
])

/** Outside and in transit are said as if they were prisons; a name too long to be a code is not one. */
const establishment = (prisonId: string | undefined): string | null => {
  const code = prisonId?.toUpperCase() ?? ''
  return code === 'OUT' || code === 'TRN' || !/^[A-Z0-9]{1,6}$/.test(code) ? null : code
}

const known = (type: MovementType | undefined): Interpreted => ({
  type: type ?? 'unknown',
  reasonKnown: type !== undefined,
})

const interpret = (
  direction: 'in' | 'out',
  reason: string,
  { information }: Told,
): Interpreted | Rejected => {
  if (direction === 'in') return known(received.get(reason))
  if (reason !== 'RELEASED') return known(left.get(reason))
  const status = information.currentPrisonStatus
  if (status === undefined)
    return rejected(
      'additionalInformation.currentPrisonStatus',
      'A release must say whether it ended prison care',
    )
  return status === 'NOT_UNDER_PRISON_CARE' ? interpretRelease(reasonCode(information)) : known(undefined)
}

const reasonCode = (information: Information): string | null =>
  information.nomisMovementReasonCode?.toUpperCase() || null

/** A `received` (in) or `released` (out) message of `prison-offender-events`: a movement. */
export const readMovement =
  (direction: 'in' | 'out') =>
  (told: Told): FeedLine => {
    const number = prisonNumber('additionalInformation.nomsNumber', numberOf(told))
    if (typeof number !== 'string') return number
    const { information, instant } = told
    const reason = information.reason?.toUpperCase()
    if (!reason) return rejected('additionalInformation.reason', 'A movement must give its reason')
    const meaning = interpret(direction, reason, told)
    if ('kind' in meaning) return meaning
    return {
      kind: 'movement',
      movement: {
        source: 'feed',
        prisonNumber: number,
        type: meaning.type,
        instant,
        day: dayOf(instant),
        timeKnown: true,
        establishment: establishment(information.prisonId),
        reason,
        reasonCode: reasonCode(information),
        reasonKnown: meaning.reasonKnown,
      },
    }
  }

/** The same of `prisoner-offender-search`: where somebody was seen to be. */
export const readSighting =
  (direction: 'in' | 'out') =>
  (told: Told): FeedLine => {
    const number = prisonNumber('additionalInformation.nomsNumber', numberOf(told))
    if (typeof number !== 'string') return number
    const { information, instant } = told
    const sighting = {
      prisonNumber: number,
      instant,
      direction,
      reason: information.reason?.toUpperCase() ?? 'UNKNOWN',
      establishment: establishment(information.prisonId),
    }
    return { kind: 'whereabouts', sighting }
  }
