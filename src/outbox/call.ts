import type { CameOf } from './model.ts'
import { signatureOf } from './signature.ts'

/** Shorter than what a service that stops waits for, in milliseconds. */
const patience = 5000

interface Call {
  readonly url: string
  readonly secret: string
  readonly id: string
  readonly body: string
  readonly now: Temporal.Instant
}

/** What came of it, and the status of the answer where there was one. */
export interface Came {
  readonly cameOf: CameOf
  readonly status: number | null
}

const isTooSlow = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError'

/** Posts a signed message. Follows no redirect, waits five seconds, and does not read what is answered beyond its status. */
export const call = async ({ url, secret, id, body, now }: Call): Promise<Came> => {
  const seconds = Math.floor(now.epochMilliseconds / 1000)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Throughcare',
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signatureOf(secret, { id, seconds, body }),
      },
      body,
    })
    await answer.body?.cancel()
    return { cameOf: answer.ok ? 'taken' : 'not_taken', status: answer.status }
  } catch (error) {
    return { cameOf: isTooSlow(error) ? 'too_slow' : 'no_answer', status: null }
  }
}
