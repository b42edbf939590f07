import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { addressOf } from './address.ts'
import { isSecure } from './cookies.ts'
import type { Env, Services } from './route.ts'

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]

const features = [
  ...refusedFeatures.map((name) => `${name}=()`),
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
].join(', ')

const fixed: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': features,
  'x-permitted-cross-domain-policies': 'none',
}

const twoYears = 63_072_000

/** A nonce and an identifier for the request, and the headers of every answer. What names no cache may not be kept by one. */
export const withHeaders =
  (services: Services): MiddlewareHandler<Env> =>
  async (context, next) => {
    const nonce = randomBytes(16).toString('base64url')
    context.set('nonce', nonce)
    context.set('requestId', services.ids.next())
    context.set('actor', null)
    context.set('address', addressOf(context, services.config.proxies))
    await next()
    const { headers } = context.res
    for (const [name, value] of Object.entries(fixed)) headers.set(name, value)
    headers.set('content-security-policy', policy(nonce))
    headers.set('x-request-id', context.get('requestId'))
    if (isSecure(services)) headers.set('strict-transport-security', `max-age=${twoYears}; includeSubDomains`)
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
