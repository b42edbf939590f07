/** Where the service's days begin and end: every `PlainDate` is a day in this zone. */
export const timeZone = 'Europe/London'

/** The only way to know the time. It is passed in; tests and the demonstration set it. */
export interface Clock {
  now(): Temporal.Instant
}

/** The machine's own time. Only the ways in (web, work, command) may use it. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still at `instant` until it is told otherwise. */
export class SettableClock implements Clock {
  #instant: Temporal.Instant
  constructor(instant: Temporal.Instant) {
    this.#instant = instant
  }
  now(): Temporal.Instant {
    return this.#instant
  }
  set(instant: Temporal.Instant): void {
    this.#instant = instant
  }
}

/** The day in Europe/London on which `instant` falls. */
export const dayOf = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate()

/** Today in Europe/London. */
export const today = (clock: Clock): Temporal.PlainDate => dayOf(clock.now())
