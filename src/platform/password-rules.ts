import { commonPasswords } from './common-passwords.ts'

const fewest = 12
const most = 200

/**
 * What is wrong with a password, in words that say what to do; null where nothing is. By length and a list of
 * common ones alone, as the National Cyber Security Centre advises: no rules about kinds of character.
 */
export const passwordFault = (password: string): string | null => {
  if ([...password].length < fewest)
    return `Choose a password of at least ${fewest} characters: three random words do well`
  if ([...password].length > most) return `Choose a password of at most ${most} characters`
  const bare = password.toLowerCase().replace(/[^a-z0-9]/g, '')
  return commonPasswords.has(bare) || /^(.)\1*$/.test(bare)
    ? 'Choose a password that fewer people use: three random words do well'
    : null
}
