import { createHash, randomBytes } from 'node:crypto'

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 15

/** A code to be read aloud or off paper: "7KQ4M-…", over 70 random bits, without letters that look alike. */
export const newJoinCode = (): string => {
  const picked: string[] = []
  while (picked.length < length)
    for (const byte of randomBytes(length))
      if (byte < 240 && picked.length < length) picked.push(letters.charAt(byte % letters.length))
  return [0, 5, 10].map((from) => picked.slice(from, from + 5).join('')).join('-')
}

/** A code as it was typed, in capitals and without what stands between; null where it is none. */
export const readJoinCode = (typed: string): string | null => {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return new RegExp(`^[${letters}]{${length}}$`).test(bare) ? bare : null
}

/** What is kept of a code: SHA-256 of it as `readJoinCode` answers it. */
export const hashOfJoinCode = (bare: string): string => createHash('sha256').update(bare).digest('hex')
