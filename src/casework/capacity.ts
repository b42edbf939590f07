/** What somebody carries in a service, in places (people weighted by complexity), and the most they can; null: no limit is set. */
export interface Carrying {
  readonly places: number
  readonly most: number | null
}

/** Places left; without a limit, none that are counted on: null. */
export const placesLeft = ({ places, most }: Carrying): number | null =>
  most === null ? null : most - places

/** Whether so many places more are past the limit. */
export const isPastLimit = ({ places, most }: Carrying, adding: number): boolean =>
  most !== null && places + adding > most

/** "Joan Pickles would carry 43 places, and the limit is 40". */
export const pastLimitWords = (name: string, { places, most }: Carrying, adding: number): string =>
  `${name} would carry ${places + adding} places, and the limit is ${most}`
