import type { Services } from './route.ts'

/** Whether browsers reach the service over https, as its public address says. */
export const isSecure = ({ config }: Pick<Services, 'config'>): boolean =>
  config.publicUrl?.startsWith('https:') === true

/** The name of a cookie: over https with the prefix that browsers hold to this host, the whole of it, and https alone. */
export const cookieName = (services: Pick<Services, 'config'>, name: string): string =>
  isSecure(services) ? `__Host-${name}` : name

/** What every cookie of the service is set with. */
export const cookieOptions = (services: Pick<Services, 'config'>) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(services) }) as const
