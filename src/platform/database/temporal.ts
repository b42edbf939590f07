import pg from 'pg'

const int8 = 20
const date = 1082
const timestamptz = 1184
const dateArray = 1182

const parseDate = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const parseInstant = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const parseDates = (text: string): Temporal.PlainDate[] =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map(parseDate)

/** `date` is a `PlainDate`, `timestamptz` an `Instant`, `bigint` a number: in every result of every connection. */
export const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => {
    if (oid === date) return parseDate
    if (oid === timestamptz) return parseInstant
    if (oid === dateArray) return parseDates
    if (oid === int8) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

/** pg asks a parameter for `toPostgres`; without it a Temporal value would be sent as quoted JSON. */
const writeAsText = (prototype: object): void => {
  Object.defineProperty(prototype, 'toPostgres', {
    configurable: true,
    value(this: { toString(): string }) {
      return this.toString()
    },
  })
}
writeAsText(Temporal.PlainDate.prototype)
writeAsText(Temporal.Instant.prototype)
