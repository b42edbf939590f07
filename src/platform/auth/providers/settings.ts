import { z } from 'zod'
import type { StaffRole } from '../../database/schema.ts'
import { ok, type Result, refused } from '../../result.ts'
import { roleWords } from '../actor.ts'

const roles = Object.keys(roleWords) as [StaffRole, ...StaffRole[]]

const rule = z
  .strictObject({
    when: z
      .record(z.string().min(1), z.string().min(1))
      .refine(
        (claims) => Object.keys(claims).length > 0,
        'name at least one claim, or anybody would get the role',
      ),
    role: z.enum(roles, { error: `must be one of ${roles.join(', ')}` }),
    service: z.string().min(1).optional(),
    organisation: z.string().min(1).optional(),
  })
  .refine(
    ({ service, organisation }) => (service === undefined) !== (organisation === undefined),
    'give either "service" (its code) or "organisation" (its name)',
  )

const isOwnMachine = (url: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(url)

const provider = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{1,30}$/,
      'must be 2 to 31 small letters, figures or hyphens, and begin with a letter',
    )
    .refine((id) => !id.startsWith('pass'), 'must not begin with "pass"'),
  label: z.string().trim().min(1).max(60),
  issuer: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.startsWith('https:') || isOwnMachine(url), 'must be an https address'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scope: z.string().min(1).default('openid profile email'),
  nameClaim: z.string().min(1).default('name'),
  roles: z.array(rule).min(1, 'needs at least one rule, or nobody could come in'),
})

const providers = z
  .array(provider)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each needs an "id" of its own')

/** One rule of what claims give: the role, in one service or in every service of an organisation. */
export type RoleRule = z.infer<typeof rule>

/** Another service that people may sign in with. */
export type Provider = z.infer<typeof provider>

/** Reads the list of other services from JSON; a refusal names each place that is wrong and what it should be. */
export const readProviders = (json: string): Result<readonly Provider[]> => {
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    return refused('invalid', 'THROUGHCARE_PROVIDERS: not JSON')
  }
  const parsed = providers.safeParse(given)
  if (parsed.success) return ok(parsed.data)
  const lines = parsed.error.issues.map(({ path, message }) =>
    ['THROUGHCARE_PROVIDERS', ...path].join('.').concat(`: ${message}`),
  )
  return refused('invalid', lines.join('; '))
}
