import type { Request } from '../platform/http/index.ts'

/** Pages that a form goes back to when its address says `?from=…`. */
const pages = new Map([
  ['today', '/today'],
  ['team', '/team'],
])

const dischargeOf = /^discharge-([0-9a-f-]{36})$/
const personIn = /^\/people\/([0-9a-f-]{36})\//

/** Back to the discharge that the form was opened from, of the same person. */
const toDischarge = (from: string, pathname: string): string | undefined => {
  const [episode, person] = [dischargeOf.exec(from)?.[1], personIn.exec(pathname)?.[1]]
  return episode === undefined || person === undefined
    ? undefined
    : `/people/${person}/episodes/${episode}/end`
}

/**
 * Where a form leads when it is done: back to the list that it was begun from (`?from=today`), or to
 * the discharge that waits for it (`?from=discharge-<episode>`), else `fallback`.
 * The form's own `action` must be `formAddress(context)`, so that the address keeps saying so.
 */
export const returnTo = ({ url }: Pick<Request, 'url'>, fallback: string): string => {
  const from = url.searchParams.get('from') ?? ''
  return pages.get(from) ?? toDischarge(from, url.pathname) ?? fallback
}

/** The address of a form with its query: for `<Form action>`. */
export const formAddress = ({ url }: Pick<Request, 'url'>): string => url.pathname + url.search
