import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A secret as Standard Webhooks writes it: 256 random bits. */
export const newSecret = (): string => prefix + randomBytes(32).toString('base64')

/**
 * The signature of a message by Standard Webhooks: HMAC-SHA256 of id, moment (seconds since 1970) and body.
 * Source: standardwebhooks.com, "Signature scheme", version 1.0.0.
 */
export const signatureOf = (
  secret: string,
  { id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
): string => {
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}
