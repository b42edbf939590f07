/** Lines of the movement feed, as the prison system publishes them. */

type Information = Readonly<Record<string, string>>

const event = (eventType: string, occurredAt: string, additionalInformation: Information): string =>
  JSON.stringify({ eventType, version: 1, occurredAt, additionalInformation })

/** Came in: `ADMISSION`, `TRANSFERRED`, `READMISSION` … */
export const received = (number: string, at: string, prisonId: string, reason = 'ADMISSION'): string =>
  event('prison-offender-events.prisoner.received', at, { nomsNumber: number, reason, prisonId })

/** Left into the community, or wherever the code says. */
export const released = (number: string, at: string, prisonId: string, code = 'CR'): string =>
  event('prison-offender-events.prisoner.released', at, {
    nomsNumber: number,
    reason: 'RELEASED',
    prisonId,
    nomisMovementReasonCode: code,
    currentPrisonStatus: 'NOT_UNDER_PRISON_CARE',
  })

export const merged = (survivor: string, removed: string, at = '2026-02-01T10:00:00Z'): string =>
  event('prison-offender-events.prisoner.merged', at, { nomsNumber: survivor, removedNomsNumber: removed })

export const bookingMoved = (from: string, to: string, at = '2026-02-01T10:00:00Z'): string =>
  event('prison-offender-events.prisoner.booking.moved', at, {
    movedFromNomsNumber: from,
    movedToNomsNumber: to,
    bookingStartDateTime: '2026-01-01T10:00:00Z',
  })

/** The search family: seen somewhere. */
export const seen = (number: string, at: string, prisonId: string, reason = 'TRANSFERRED'): string =>
  event('prisoner-offender-search.prisoner.received', at, { nomsNumber: number, reason, prisonId })
