import { isIP } from 'node:net'
import type { Context } from 'hono'
import type { Env, Services } from '../http/route.ts'

/** The service's own address as browsers know it: as configured, else as this request came. */
export const ownOrigin = (context: Context<Env>, { config }: Services): string =>
  new URL(config.publicUrl ?? context.req.url).origin

/** Whom passkeys are made for: the service's host. Null at an address of figures, where browsers make none. */
export const relyingParty = (
  context: Context<Env>,
  services: Services,
): { readonly id: string; readonly origin: string } | null => {
  const origin = ownOrigin(context, services)
  const id = new URL(origin).hostname
  return isIP(id.replace(/^\[|\]$/g, '')) === 0 ? { id, origin } : null
}
