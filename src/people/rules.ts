const oldest = 120

/** Why this cannot be somebody's date of birth, in a sentence that says what to do; null where it can. */
export const faultOfBirth = (birth: Temporal.PlainDate | null, today: Temporal.PlainDate): string | null => {
  if (birth === null) return null
  if (Temporal.PlainDate.compare(birth, today) >= 0) return 'Enter a date of birth in the past'
  return birth.until(today, { largestUnit: 'years' }).years > oldest
    ? 'Check the year of birth: nobody is that old'
    : null
}
