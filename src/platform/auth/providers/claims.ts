import type { Provider, RoleRule } from './settings.ts'

/** What another service says of somebody. */
export type Claims = Readonly<Record<string, unknown>>

/** A post that claims give: in one service, or in every service of an organisation. */
export type Post = Omit<RoleRule, 'when'>

const within = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined

/** A claim by its name, or by a path such as `realm_access.roles` where there is none of that whole name. */
const claimOf = (claims: Claims, name: string): unknown =>
  claims[name] ?? name.split('.').reduce<unknown>(within, claims)

const holds = (claim: unknown, value: string): boolean =>
  Array.isArray(claim)
    ? claim.some((one) => holds(one, value))
    : ['string', 'number', 'boolean'].includes(typeof claim) && String(claim) === value

/** The posts that somebody's claims give: those of every rule all of whose claims hold. */
export const postsOf = (rules: readonly RoleRule[], claims: Claims): readonly Post[] =>
  rules
    .filter(({ when }) => Object.entries(when).every(([name, value]) => holds(claimOf(claims, name), value)))
    .map(({ when: _, ...post }) => post)

const longestName = 200

/** What somebody is called there; their identifier where they are called nothing. */
export const nameOf = ({ nameClaim }: Pick<Provider, 'nameClaim'>, claims: Claims): string => {
  const called = [
    claimOf(claims, nameClaim),
    claims.name,
    claims.preferred_username,
    claims.email,
    claims.sub,
  ]
  const name = called.find((claim) => typeof claim === 'string' && claim.trim() !== '')
  return String(name ?? 'Nameless')
    .trim()
    .slice(0, longestName)
}
