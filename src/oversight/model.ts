/** Somebody, or some service, that has looked at a person's record: for that person to be told. */
export interface ViewOfPerson {
  /** As the audit log has it: a role of staff. */
  readonly role: string
  /** "Leeds recovery team"; null where they acted for none. */
  readonly services: string | null
  /** Null unless names were asked for. */
  readonly name: string | null
  readonly firstAt: Temporal.Instant
  readonly lastAt: Temporal.Instant
  /** How often they opened the record or a part of it. */
  readonly opened: number
  /** How often they saw the person in a list of several. */
  readonly listed: number
}
