import { v7 } from 'uuid'

/** Makes identifiers. Passed in, so that tests and the demonstration are the same every time. */
export interface Ids {
  /** A new UUIDv7: later ones sort after earlier ones. */
  next(): string
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether text from outside may be asked for as an identifier: the database takes no other as one. */
export const isId = (text: string): boolean => shape.test(text)

export const systemIds: Ids = { next: () => v7() }
