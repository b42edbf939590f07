/** Letters of the PNC check, by remainder: I, O and S are left out since they look like digits. */
const pncLetters = 'ZABCDEFGHJKLMNPQRTUVWXY'

/**
 * The modulus 11 check of NHS and CHI numbers: weights 10 to 2 over the first nine digits, eleven less the
 * remainder is the tenth; 11 counts as 0, and where it comes to 10 there is no such number.
 * `digits` must be ten digits.
 */
export const passesModulus11 = (digits: string): boolean => {
  let sum = 0
  for (let position = 0; position < 9; position += 1) sum += Number(digits[position]) * (10 - position)
  return (11 - (sum % 11)) % 11 === Number(digits[9])
}

/** The check letter of a PNC number: two digits of the year and seven of the serial, modulus 23. */
export const pncCheckLetter = (yearAndSerial: string): string => pncLetters.charAt(Number(yearAndSerial) % 23)
