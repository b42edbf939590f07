import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** What the service keeps from those who read its database: the one secret that is not in it. */
export interface Secrets {
  /** Encrypts `words` (AES-256-GCM); opened only with the same `about`, so that a row cannot be put in another's place. */
  seal(words: string, about: string): string
  /** What was sealed about the same thing; null where it was not, or was changed, or the secret is another. */
  open(sealed: string, about: string): string | null
  /** A keyed hash, in hexadecimal: the same words give the same digest, and nobody without the secret can try words. */
  digest(words: string, about: string): string
}

const ivBytes = 12
const tagBytes = 16

const seal = (key: Buffer, words: string, about: string): string => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

const open = (key: Buffer, sealed: string, about: string): string | null => {
  const all = Buffer.from(sealed, 'base64url')
  if (all.length < ivBytes + tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, ivBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(all.subarray(ivBytes, ivBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(all.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
      'utf8',
    )
  } catch {
    return null
  }
}

const isThere = (error: unknown): boolean => (error as { code?: string }).code === 'EEXIST'

/** The data folder's own secret, made at the first start and readable by its owner only. */
const keptSecret = (dataFolder: string): string => {
  const file = join(dataFolder, 'secret')
  mkdirSync(dataFolder, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!isThere(error)) throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** The secrets of the configured secret, else of the one in the data folder. */
export const openSecrets = (config: Pick<Config, 'secret' | 'dataFolder'>): Secrets => {
  const secret = config.secret ?? keptSecret(config.dataFolder)
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'throughcare', use, 32))
  const sealing = keyFor('seal')
  const digesting = keyFor('digest')
  return {
    seal: (words, about) => seal(sealing, words, about),
    open: (sealed, about) => open(sealing, sealed, about),
    digest: (words, about) => createHmac('sha256', digesting).update(`${about}\u0000${words}`).digest('hex'),
  }
}

/** A plain SHA-256 in hexadecimal: for what is random enough that nobody can try it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A secret for an address: 256 bits that nobody can try. */
export const newToken = (): string => randomBytes(32).toString('base64url')
