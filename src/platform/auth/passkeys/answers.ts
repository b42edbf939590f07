import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const text = z.string().min(1).max(20_000)

const common = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
}

const signed = z.object({
  ...common,
  response: z.looseObject({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text,
  }),
})

const made = z.object({
  ...common,
  response: z.looseObject({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})

const parse = (sent: string): unknown => {
  try {
    return JSON.parse(sent)
  } catch {
    return null
  }
}

/** What a browser sends when somebody signs in with a passkey; null where it is nothing of the kind. */
export const signedAnswer = (sent: string): (AuthenticationResponseJSON & { userHandle: string }) | null => {
  const parsed = signed.safeParse(parse(sent))
  if (!parsed.success) return null
  return { ...(parsed.data as AuthenticationResponseJSON), userHandle: parsed.data.response.userHandle }
}

/** What a browser sends when it has made a passkey; null where it is nothing of the kind. */
export const madeAnswer = (sent: string): RegistrationResponseJSON | null => {
  const parsed = made.safeParse(parse(sent))
  return parsed.success ? (parsed.data as RegistrationResponseJSON) : null
}
