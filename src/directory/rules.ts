const earliest = Temporal.PlainDate.from('2000-01-01')

/** Why a day cannot be the first of a team, as a sentence for who typed it; null where it can. */
export const whyNotFirstDay = (day: Temporal.PlainDate | null, today: Temporal.PlainDate): string | null =>
  day === null ||
  (Temporal.PlainDate.compare(day, earliest) >= 0 &&
    Temporal.PlainDate.compare(day, today.add({ years: 1 })) <= 0)
    ? null
    : 'Enter a day from 1 January 2000 to a year from today'
