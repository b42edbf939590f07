import { timingSafeEqual } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const period = 30
const around = 1

/** A new key of 160 random bits, as authenticator apps take it (base32). */
export const newKey = (): string => new Secret({ size: 20 }).base32

/** The half-minute, counted from 1970, in which `now` falls (RFC 6238). */
export const stepAt = (now: Temporal.Instant): number => Math.floor(now.epochMilliseconds / 1000 / period)

/** The six digits of a key in a half-minute. */
export const codeOf = (key: string, step: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(key), period, timestamp: step * period * 1000 })

const shape = /^\d{6}$/

const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other))

/**
 * The half-minute that a typed code belongs to: this one, the one before or the one after, since clocks differ; never
 * one that is not after `last`, so that no code is taken twice. Null where it is none of them.
 */
export const acceptedStep = (
  key: string,
  typed: string,
  now: Temporal.Instant,
  last: number,
): number | null => {
  const code = typed.replace(/\s/g, '')
  if (!shape.test(code)) return null
  const current = stepAt(now)
  for (let step = current - around; step <= current + around; step += 1)
    if (step > last && isSame(code, codeOf(key, step))) return step
  return null
}

/** What an authenticator app reads from the square. */
export const keyAddress = (key: string, name: string): string =>
  new TOTP({ issuer: 'Throughcare', label: name, secret: Secret.fromBase32(key), period }).toString()

/** The key as somebody types it, in groups of four. */
export const keyInGroups = (key: string): string => key.match(/.{1,4}/g)?.join(' ') ?? key
