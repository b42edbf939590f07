import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Env, Services } from './route.ts'

const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** A nonce and an identifier for the request, and the headers of every answer. Personal pages are never cached. */
export const withHeaders =
  (services: Services): MiddlewareHandler<Env> =>
  async (context, next) => {
    const nonce = randomBytes(16).toString('base64url')
    context.set('nonce', nonce)
    context.set('requestId', services.ids.next())
    context.set('actor', null)
    await next()
    const { headers } = context.res
    headers.set('content-security-policy', policy(nonce))
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'same-origin')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    headers.set('x-request-id', context.get('requestId'))
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
