import type { Context } from 'hono'

/**
 * Whether a post came from another site. Browsers say where a post comes from; what says nothing is no browser.
 * Under `referrer-policy: no-referrer` an old browser without `sec-fetch-site` sends the origin "null" from our own
 * pages too: the form's token decides then.
 */
export const isForeign = (context: Context, publicUrl: string | null): boolean => {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return false
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = context.req.header('origin')
  if (origin === undefined || origin === 'null') return false
  return origin !== (publicUrl === null ? new URL(context.req.url).origin : new URL(publicUrl).origin)
}
