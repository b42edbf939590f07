import { v7 } from 'uuid'

/** Makes identifiers. Passed in, so that tests and the demonstration are the same every time. */
export interface Ids {
  /** A new UUIDv7: later ones sort after earlier ones. */
  next(): string
}

export const systemIds: Ids = { next: () => v7() }
