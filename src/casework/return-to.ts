import type { Request } from '../platform/http/index.ts'

/** Pages that a form goes back to when its address says `?from=…`. */
const pages = new Map([
  ['today', '/today'],
  ['team', '/team'],
])

/**
 * Where a form leads when it is done: back to the list that it was begun from (`?from=today`), else `fallback`.
 * The form's own `action` must be `formAddress(context)`, so that the address keeps saying so.
 */
export const returnTo = (request: Pick<Request, 'url'>, fallback: string): string =>
  pages.get(request.url.searchParams.get('from') ?? '') ?? fallback

/** The address of a form with its query: for `<Form action>`. */
export const formAddress = ({ url }: Pick<Request, 'url'>): string => url.pathname + url.search
